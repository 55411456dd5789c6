package cohort.figure.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.Figures;
import cohort.figure.Phantom;
import cohort.figure.slice.SliceOptions;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final Style STYLE =
            Style.DEFAULT.withWidth(PageWidth.of(85)).withHeading("Patients \u2212 controls, p \u2264 0.05");
    private static final Figure SLICES = Figures.slices(
            Phantom.map(Phantom.RAS, 5),
            SliceOptions.DEFAULT.withThreshold(2).withBarLabel("t").withStyle(STYLE));

    @TempDir
    Path folder;

    private static byte[] bytes(Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pdf.write(figure, out);
        return out.toByteArray();
    }

    @Test
    void thePageHasTheSizeInMm() throws IOException {
        Path file = folder.resolve("slices.PDF");
        Figures.write(SLICES, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            PDRectangle box = document.getPage(0).getMediaBox();
            assertEquals(85 * POINTS_PER_MM, box.getWidth(), 1e-3);
            assertEquals(SLICES.mm(SLICES.height()) * POINTS_PER_MM, box.getHeight(), 1e-3);
        }
    }

    @Test
    void textIsTextInAFontWithinTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(SLICES))) {
            String text = new PDFTextStripper().getText(document);
            for (String words : List.of("Patients \u2212 controls, p \u2264 0.05", "z = 16.5 mm", "t"))
                assertTrue(text.contains(words), words + " in " + text);
            PDResources page = document.getPage(0).getResources();
            int fonts = 0;
            for (var name : page.getXObjectNames()) {
                PDResources drawn = ((PDFormXObject) page.getXObject(name)).getResources();
                for (var font : drawn.getFontNames()) {
                    PDFont found = drawn.getFont(font);
                    assertTrue(found.isEmbedded() && found.getName().endsWith("LiberationSans"), found.getName());
                    fonts++;
                }
            }
            assertTrue(fonts > 0, "a font");
        }
    }

    /** Where texts begin and end on the page, whatever Java's own font measures. */
    @Test
    void textHangsWhereItShould() throws IOException {
        Lettering letters = new Lettering(10);
        Figure figure = new Figure(300, 100, g -> {
            for (int n = 0; n < 3; n++) letters.draw(g, "Windmill", 150, 20 + 30 * n, n / 2.0, Color.BLACK);
        });
        List<double[]> ends = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                TextPosition last = positions.get(positions.size() - 1);
                ends.add(new double[] {positions.get(0).getX(), last.getX() + last.getWidth(), last.getY()});
            }
        };
        try (PDDocument document = Loader.loadPDF(bytes(figure))) {
            stripper.getText(document);
        }
        // Helvetica's widths of W, i, n, d, m, i, l, l in thousandths of its size.
        double width = (944 + 222 + 556 + 556 + 833 + 222 + 222 + 222) / 100.0;
        for (int n = 0; n < 3; n++) {
            assertEquals(150 - n / 2.0 * width, ends.get(n)[0], 0.05);
            assertEquals(150 + (1 - n / 2.0) * width, ends.get(n)[1], 0.05);
            assertEquals(20 + 30 * n, ends.get(n)[2], 0.05);
        }
    }

    @Test
    void aReaderDrawsThePictureThatThePngHas() throws IOException {
        BufferedImage expected = SLICES.toImage(2), drawn;
        try (PDDocument document = Loader.loadPDF(bytes(SLICES))) {
            drawn = new PDFRenderer(document).renderImage(0, 2);
        }
        int width = Math.min(expected.getWidth(), drawn.getWidth()),
                height = Math.min(expected.getHeight(), drawn.getHeight());
        assertEquals(expected.getWidth(), width, 1);
        int other = 0;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                if (Phantom.difference(expected.getRGB(x, y), drawn.getRGB(x, y)) > 60) other++;
        assertTrue(other < 0.03 * width * height, other + " of " + width * height + " pixels differ");
    }

    /** Liberation Sans has no Japanese. */
    @Test
    void whatTheFontLacksIsDrawnAsShapes() throws IOException {
        Figure figure = new Figure(200, 50, g -> {
            new Lettering(10).draw(g, "\u8133", 100, 30, 0.5, Color.BLACK);
            g.fill(new Rectangle2D.Double(0, 40, 5, 5));
        });
        try (PDDocument document = Loader.loadPDF(bytes(figure))) {
            assertEquals("", new PDFTextStripper().getText(document).strip());
        }
    }

    @Test
    void theSameFigureGivesTheSameBytes() throws IOException {
        assertArrayEquals(bytes(SLICES), bytes(SLICES));
    }
}
