package cohort.figure.glass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTracerTest {

    @Test
    void aDiscHasItsArea() {
        List<Path2D> curves = ContourTracer.trace(disc(40, 40, 20, 18.5, 11), 40, 40, 0, 0);
        assertEquals(1, curves.size());
        assertEquals(Math.PI * 121, area(curves.get(0)), 1.5);
        assertEquals(20 - 11, curves.get(0).getBounds2D().getMinX(), 0.1);
        assertEquals(18.5 + 11, curves.get(0).getBounds2D().getMaxY(), 0.1);
    }

    /** Height above the level 0 of a cone whose foot is a circle. */
    private static float[] disc(int width, int height, double x, double y, double radius) {
        float[] field = new float[width * height];
        for (int p = 0; p < field.length; p++) field[p] = (float) (radius - Math.hypot(p % width - x, p / width - y));
        return field;
    }

    @Test
    void aHoleIsACurveOfItsOwnAndRunsTheOtherWay() {
        float[] outer = disc(40, 40, 20, 20, 15), inner = disc(40, 40, 20, 20, 6);
        for (int p = 0; p < outer.length; p++) outer[p] = Math.min(outer[p], -inner[p]);
        List<Path2D> curves = ContourTracer.trace(outer, 40, 40, 0, 0);
        assertEquals(2, curves.size());
        double sum = signedArea(curves.get(0)) + signedArea(curves.get(1));
        assertEquals(Math.PI * (225 - 36), sum, 2.5, "higher ground at the left");
    }

    @Test
    void diagonalNeighboursJoinOnlyWhereTheMiddleIsHigh() {
        float[] field = new float[16];
        field[5] = field[10] = 1;
        assertEquals(2, ContourTracer.trace(field, 4, 4, 0.6f, 0).size());
        assertEquals(1, ContourTracer.trace(field, 4, 4, 0.4f, 0).size());
        float[] other = new float[16];
        other[6] = other[9] = 1;
        assertEquals(2, ContourTracer.trace(other, 4, 4, 0.6f, 0).size());
        assertEquals(1, ContourTracer.trace(other, 4, 4, 0.4f, 0).size());
    }

    @Test
    void theStepsOfVoxelsGoButTheShapeStays() {
        float[] disc = disc(80, 80, 40, 40, 24), steps = new float[80 * 80];
        for (int p = 0; p < steps.length; p++) steps[p] = disc[p / 80 / 4 * 4 * 80 + p % 80 / 4 * 4] > 0 ? 1 : 0;
        Path2D raw = ContourTracer.trace(steps, 80, 80, 0.5f, 0).get(0);
        Path2D smooth = ContourTracer.trace(steps, 80, 80, 0.5f, 2).get(0);
        double circle = 2 * Math.sqrt(Math.PI * area(raw));
        double rawExcess = length(raw) / circle - 1;
        double smoothExcess = length(smooth) / (2 * Math.sqrt(Math.PI * area(smooth))) - 1;
        assertTrue(rawExcess > 0.1, "a staircase is longer than the circle of its area: " + rawExcess);
        assertTrue(smoothExcess < 0.01, "a smooth curve is not: " + smoothExcess);
        assertEquals(raw.getBounds2D().getCenterX(), smooth.getBounds2D().getCenterX(), 0.2);
        assertEquals(raw.getBounds2D().getWidth(), smooth.getBounds2D().getWidth(), 4.1);
    }

    private static double area(Path2D curve) {
        return Math.abs(signedArea(curve));
    }

    private static double signedArea(Path2D curve) {
        double[] sums = sums(curve);
        return sums[0];
    }

    private static double length(Path2D curve) {
        return sums(curve)[1];
    }

    private static double[] sums(Path2D curve) {
        double area = 0, length = 0;
        double[] to = new double[6], from = new double[2];
        for (PathIterator it = new FlatteningPathIterator(curve.getPathIterator(null), 1e-3); !it.isDone(); it.next()) {
            if (it.currentSegment(to) == PathIterator.SEG_LINETO) {
                area += (from[0] * to[1] - to[0] * from[1]) / 2;
                length += Math.hypot(to[0] - from[0], to[1] - from[1]);
            }
            from[0] = to[0];
            from[1] = to[1];
        }
        return new double[] {area, length};
    }
}
