package cohort.figure.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.figure.Figures;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
    private final Figure redTop = new Figure(20, 10, g -> {
        g.setColor(Color.RED);
        g.fill(new Rectangle2D.Double(0, 0, 20, 5));
    });

    @Test
    void theSamePainterServesEveryResolution() {
        for (double scale : new double[] {1, 2.5, 8}) {
            BufferedImage image = redTop.toImage(scale);
            assertEquals(20 * scale, image.getWidth());
            assertEquals(10 * scale, image.getHeight());
            assertEquals(0xFFFF0000, image.getRGB((int) (19 * scale), (int) (4.4 * scale)));
            assertEquals(0xFFFFFFFF, image.getRGB(0, (int) (5.6 * scale)));
        }
    }

    @Test
    void thePngHasTheFiguresSizeInPrintAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figure.png");
        Figures.writePng(redTop, file, 144);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(40, image.getWidth());
        assertEquals(0xFFFF0000, image.getRGB(39, 0));
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        // 144 / 0.0254 = 5669.3 pixels per metre = 0x1625, both ways; unit 1 is the metre.
        byte[] expected = {0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1};
        assertArrayEquals(expected, Arrays.copyOfRange(bytes, at + 4, at + 13));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFolderThatIsAFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "text");
        String message = assertThrows(InputException.class, () -> Figures.writePng(redTop, file.resolve("figure.png")))
                .getMessage();
        assertTrue(message.contains(file.resolve("figure.png").toString()), message);
    }
}
