package cohort.figure.chart;

import cohort.figure.paper.Figure;
import cohort.figure.paper.Style;
import cohort.permute.CorrectedMap;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Histograms of null distributions in rows and columns. Lengths are in points. */
public final class NullPicture {
    private static final double MARGIN = 9, LEFT = 40, RIGHT = 14, WIDTH = 190, HEIGHT = 105, HEAD = 24, GAP = 8;
    /** The least width of a histogram, for what is written above it. */
    private static final double LEAST = 120;

    private static final int COLUMNS = 2;

    private final List<NullPanel> panels;
    private final Style style;
    private final int columns;
    private final double width;

    /**
     * The layout at a width.
     *
     * @param draws what gave the maxima, e.g. {@code sign flips}
     * @param columns histograms in a row; 0 for two, or as many as there is room for
     */
    public static NullPicture of(List<CorrectedMap> statistics, String draws, int columns, Style style) {
        List<NullPanel> panels = statistics.stream()
                .map(statistic -> NullPanel.of(statistic, draws))
                .toList();
        int most = Math.min(columns == 0 ? COLUMNS : columns, panels.size());
        return style.width()
                .fill(
                        most * WIDTH,
                        room -> new NullPicture(panels, style, columns == 0, most, room),
                        NullPicture::width);
    }

    private NullPicture(List<NullPanel> panels, Style style, boolean fewer, int most, double room) {
        this.panels = panels;
        this.style = style;
        int fitting = most;
        while (fewer && fitting > 1 && room / fitting < LEAST) fitting--;
        columns = fitting;
        width = Math.max(LEAST, room / columns);
    }

    private static double cellHeight() {
        return HEAD + HEIGHT + Axes.BELOW;
    }

    /** Where the histogram of a statistic is. */
    public Rectangle2D area(int statistic) {
        return new Rectangle2D.Double(
                MARGIN + statistic % columns * (LEFT + width + RIGHT) + LEFT,
                MARGIN + statistic / columns * (cellHeight() + GAP) + HEAD,
                width,
                HEIGHT);
    }

    private double width() {
        return area(columns - 1).getMaxX() + RIGHT + MARGIN;
    }

    public Figure figure() {
        double height = area(panels.size() - 1).getMaxY() + Axes.BELOW + MARGIN;
        return style.finish(new Figure((int) Math.ceil(width()), (int) Math.ceil(height), this::paint));
    }

    private void paint(Graphics2D g) {
        for (int s = 0; s < panels.size(); s++) panels.get(s).paint(g, area(s));
    }
}
