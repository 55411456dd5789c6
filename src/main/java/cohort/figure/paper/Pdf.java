package cohort.figure.paper;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** PDF of one page of the figure's size: shapes as shapes, text as text in a sans serif font within the file. */
public final class Pdf {
    /** Liberation Sans, which has the widths of Helvetica, and a minus sign, which none of the 14 standard fonts has. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    /** The same figure gives the same bytes. */
    public static void write(Figure figure, OutputStream out) throws IOException {
        float width = (float) (figure.width() * figure.unit()), height = (float) (figure.height() * figure.unit());
        try (PDDocument document = new PDDocument();
                InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
            document.setDocumentId(0L);
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDFont font = PDType0Font.load(document, letters);
            PdfCanvas g = new PdfCanvas(document, font, width, height);
            g.scale(figure.unit(), figure.unit());
            g.setColor(figure.ground());
            g.fill(new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
            figure.painter().accept(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            document.save(out);
        }
    }
}
