package cohort.figure.chart;

import cohort.design.matrix.DesignMatrix;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Lettering;
import cohort.text.Numbers;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The greatest and the least value of each regressor, below its column, if there is room for all. In points. */
final class ColumnExtremes {
    private static final double ABOVE = 3, GAP = 4;
    private static final String[] NAMES = {"greatest", "least"};

    private final double cellWidth;
    private final List<String> greatest = new ArrayList<>(), least = new ArrayList<>();
    private final Lettering small = new Lettering(6.5);
    private final boolean room;
    private final boolean vary;

    ColumnExtremes(DesignMatrix design, double cellWidth) {
        this.cellWidth = cellWidth;
        boolean fits = true, any = false;
        for (int c = 0; c < design.size(); c++) {
            String high = Numbers.text(Arrays.stream(design.column(c)).max().orElse(0));
            String low = Numbers.text(Arrays.stream(design.column(c)).min().orElse(0));
            boolean voxelwise = design.voxelwise(c).isPresent();
            greatest.add(voxelwise ? "" : high);
            least.add(voxelwise || design.isConstant(c) ? "" : low);
            any |= !voxelwise && !design.isConstant(c);
            fits &= Math.max(small.width(high), small.width(low)) < cellWidth - 1;
        }
        room = fits;
        vary = any;
    }

    /** Whether some regressor is not the same for all. */
    boolean vary() {
        return vary;
    }

    double nameWidth() {
        return room ? small.width(NAMES[0]) + GAP : 0;
    }

    double height() {
        return room ? ABOVE + (vary ? 2 : 1) * small.lineHeight() : 0;
    }

    /** Draws below the columns whose first begins at a point. */
    void paint(Graphics2D g, double x, double y) {
        if (!room) return;
        List<List<String>> lines = vary ? List.of(greatest, least) : List.of(greatest);
        for (int n = 0; n < lines.size(); n++) {
            double baseline = y + ABOVE + (n + 0.9) * small.lineHeight();
            small.draw(g, vary ? NAMES[n] : "all", x - GAP, baseline, 1, Ink.GUIDE);
            for (int c = 0; c < lines.get(n).size(); c++)
                small.draw(g, lines.get(n).get(c), x + (c + 0.5) * cellWidth, baseline, 0.5, Ink.TEXT);
        }
    }
}
