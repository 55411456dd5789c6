package cohort.figure.paper;

import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws SVG whose texts hang at their beginning, middle or end, which Java's way to draw has no word for. */
final class AnchoredText extends SVGGraphics2D implements VectorCanvas {
    /** Of each text in the order in which they were drawn, which is their order in the document. */
    private final List<String> anchors = new ArrayList<>();

    private String next = "start";

    AnchoredText(SVGGeneratorContext context) {
        super(context, false);
        setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void anchor(double anchor) {
        next = anchor == 0 ? "start" : anchor == 1 ? "end" : "middle";
    }

    @Override
    public void drawString(String text, float x, float y) {
        anchors.add(next);
        next = "start";
        super.drawString(text, x, y);
    }

    /** The finished picture. */
    Element anchored() {
        Element root = getRoot();
        NodeList texts = root.getElementsByTagNameNS(root.getNamespaceURI(), "text");
        for (int t = 0; t < texts.getLength(); t++)
            ((Element) texts.item(t)).setAttribute("text-anchor", anchors.get(t));
        return root;
    }
}
