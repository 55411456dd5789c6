package cohort.figure.chart;

import cohort.figure.paper.Axes;
import cohort.figure.paper.Figure;
import cohort.permute.CorrectedMap;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Histograms of null distributions in rows and columns. Lengths are in points. */
public final class NullPicture {
    private static final double MARGIN = 9, LEFT = 40, RIGHT = 14, WIDTH = 190, HEIGHT = 105, HEAD = 24, GAP = 8;

    private final List<NullPanel> panels;
    private final int columns;

    public NullPicture(List<CorrectedMap> statistics, int columns) {
        this.panels = statistics.stream().map(NullPanel::of).toList();
        this.columns = Math.min(columns, panels.size());
    }

    private static double cellHeight() {
        return HEAD + HEIGHT + Axes.BELOW;
    }

    /** Where the histogram of a statistic is. */
    public Rectangle2D area(int statistic) {
        return new Rectangle2D.Double(
                MARGIN + statistic % columns * (LEFT + WIDTH + RIGHT) + LEFT,
                MARGIN + statistic / columns * (cellHeight() + GAP) + HEAD,
                WIDTH,
                HEIGHT);
    }

    public Figure figure() {
        Rectangle2D lastColumn = area(columns - 1), lastRow = area(panels.size() - 1);
        double width = lastColumn.getMaxX() + RIGHT + MARGIN, height = lastRow.getMaxY() + Axes.BELOW + MARGIN;
        return new Figure((int) Math.ceil(width), (int) Math.ceil(height), this::paint);
    }

    private void paint(Graphics2D g) {
        for (int s = 0; s < panels.size(); s++) panels.get(s).paint(g, area(s));
    }
}
