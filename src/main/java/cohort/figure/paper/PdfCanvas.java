package cohort.figure.paper;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws PDF whose texts are in one font and hang at their beginning, middle or end by its widths. */
final class PdfCanvas extends PdfBoxGraphics2D implements VectorCanvas {
    private static final double UNITS = 1000;

    private final PDFont font;
    private double next;

    /**
     * @param width in points
     * @param height in points
     */
    PdfCanvas(PDDocument document, PDFont font, float width, float height) throws IOException {
        super(document, width, height);
        this.font = font;
        setFontTextDrawer(new PdfLetters(font));
    }

    @Override
    public void anchor(double anchor) {
        next = anchor;
    }

    @Override
    public void drawString(String text, float x, float y) {
        double left = next * width(text);
        next = 0;
        super.drawString(text, (float) (x - left), y);
    }

    /** Of what the font has no letters is drawn in Java's. */
    private double width(String text) {
        try {
            if (PdfLetters.has(font, text))
                return font.getStringWidth(text) / UNITS * getFont().getSize2D();
        } catch (IOException e) {
            throw new IllegalStateException(e); // the font is in memory
        }
        return getFont().getStringBounds(text, getFontRenderContext()).getWidth();
    }
}
