package cohort.figure.paper;

import cohort.text.Numbers;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** SVG: shapes as shapes, text as text in the reader's sans serif, bitmaps within the file. */
public final class Svg {
    private static final int DECIMALS = 6;
    private static final MathContext MM_DIGITS = new MathContext(6);

    private Svg() {}

    public static void write(Figure figure, OutputStream out) throws IOException {
        out.write(text(figure).getBytes(StandardCharsets.UTF_8));
    }

    public static String text(Figure figure) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(DECIMALS);
        context.setComment("Cohort");
        context.setImageHandler(new PngWithin());
        AnchoredText g = new AnchoredText(context);
        if (!figure.ground().equals(Color.WHITE)) {
            g.setColor(figure.ground());
            g.fill(new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
        }
        figure.painter().accept(g);
        StringWriter text = new StringWriter();
        try {
            // Not by Batik's own writer, whose document type has readers look for it in the network.
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(root(g, figure)), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException(e); // a text in memory takes all
        }
        return text + "\n";
    }

    private static Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e); // every Java has one that can
        }
    }

    private static Element root(AnchoredText g, Figure figure) {
        Element root = g.anchored();
        root.setAttribute("width", length(figure, figure.width()));
        root.setAttribute("height", length(figure, figure.height()));
        root.setAttribute("viewBox", "0 0 " + figure.width() + " " + figure.height());
        return root;
    }

    /** In points, or in mm if the figure is of a width in mm. */
    private static String length(Figure figure, int units) {
        if (figure.unit() == 1) return units + "pt";
        return Numbers.plain(figure.mm(units), MM_DIGITS) + "mm";
    }
}
