package cohort.figure.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.graphics2d.svg.SVGGraphics2D;
import org.jfree.graphics2d.svg.SVGHints;
import org.jfree.graphics2d.svg.SVGUnits;
import org.jfree.graphics2d.svg.ViewBox;

/** SVG: shapes as shapes, text as text in the reader's sans serif, bitmaps within the file. */
public final class Svg {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    /** Beyond which JFreeSVG leaves numbers to Java, instead of to the digits and signs of the computer's language. */
    private static final int ALL_DECIMALS = 11;

    private static final int DECIMALS = 6;

    private static final Pattern NAMED = Pattern.compile("<g id='(start|middle|end)-\\d+'");

    private Svg() {}

    /**
     * Has the next text hang at its middle or its end, so that it is in place whatever the reader's font.
     *
     * @param anchor 0, 0.5 or 1
     * @return whether it will; otherwise the text must be shifted
     */
    static boolean anchors(Graphics2D g, double anchor) {
        if (!(g instanceof SVGGraphics2D svg)) return false;
        // JFreeSVG knows names of elements but no anchors: the name is exchanged for the anchor below.
        String name = (anchor == 0 ? "start-" : anchor == 1 ? "end-" : "middle-")
                + svg.getElementIDs().size();
        svg.setRenderingHint(SVGHints.KEY_ELEMENT_ID, name);
        return true;
    }

    public static void write(Figure figure, OutputStream out) throws IOException {
        out.write(text(figure).getBytes(StandardCharsets.UTF_8));
    }

    public static String text(Figure figure) {
        SVGGraphics2D g = new SVGGraphics2D(figure.width(), figure.height(), SVGUnits.PT);
        // The same bytes each time, whatever else was drawn before.
        g.setDefsKeyPrefix("");
        g.setGeometryDP(ALL_DECIMALS);
        g.setTransformDP(ALL_DECIMALS);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        figure.painter().accept(g);
        ViewBox points = new ViewBox(0, 0, figure.width(), figure.height());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + NAMED.matcher(rounded(g.getSVGElement(null, true, points, null, null)))
                        .replaceAll("<g text-anchor='$1'")
                + "\n";
    }

    /** With fewer decimals in the tags; what is written between them stays. */
    private static String rounded(String svg) {
        return TAG.matcher(svg)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        NUMBER.matcher(tag.group()).replaceAll(number -> rounded(Double.parseDouble(number.group())))));
    }

    private static String rounded(double number) {
        return new BigDecimal(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
