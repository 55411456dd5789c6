package cohort.figure;

import java.awt.RenderingHints;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jfree.graphics2d.svg.SVGGraphics2D;
import org.jfree.graphics2d.svg.SVGUnits;
import org.jfree.graphics2d.svg.ViewBox;

/** SVG: shapes as shapes, text as text in the reader's sans serif, bitmaps within the file. */
final class Svg {
    private Svg() {}

    static void write(Figure figure, OutputStream out) throws IOException {
        out.write(text(figure).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Figure figure) {
        SVGGraphics2D g = new SVGGraphics2D(figure.width(), figure.height(), SVGUnits.PT);
        // The same bytes each time, whatever else was drawn before.
        g.setDefsKeyPrefix("");
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        figure.painter().accept(g);
        ViewBox points = new ViewBox(0, 0, figure.width(), figure.height());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + g.getSVGElement(null, true, points, null, null) + "\n";
    }
}
