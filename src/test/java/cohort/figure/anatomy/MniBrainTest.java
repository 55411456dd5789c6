package cohort.figure.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.space.View;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MniBrainTest {
    private static final String TEMPLATE = "mni152.tsv";

    /** What {@code src/test/reference/mni_silhouettes.py} measured in the average brain. */
    private static List<Point2D> measured(View view, String what) throws IOException {
        try (InputStream in = MniBrainTest.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(view.name().toLowerCase(Locale.ROOT)) && cells[1].equals(what))
                    .map(cells ->
                            (Point2D) new Point2D.Double(Double.parseDouble(cells[2]), Double.parseDouble(cells[3])))
                    .toList();
        }
    }

    /** Points on a curve, close together. */
    private static List<Point2D> points(Path2D path) {
        List<Point2D> points = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator steps = path.getPathIterator(null, 0.01); !steps.isDone(); steps.next())
            if (steps.currentSegment(at) != PathIterator.SEG_CLOSE) points.add(new Point2D.Double(at[0], at[1]));
        return points;
    }

    private static double nearest(Point2D point, List<Point2D> others) {
        return others.stream().mapToDouble(point::distance).min().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"X", "Y", "Z"})
    void theOutlineIsTheSilhouetteOfTheAverageBrain(View view) throws IOException {
        List<Point2D> silhouette = measured(view, "outline"),
                drawn = points(MniBrain.drawing(view).outline());
        assertTrue(silhouette.size() > 24, "points measured: " + silhouette.size());
        for (Point2D point : silhouette) assertEquals(0, nearest(point, drawn), 2, view + " at " + point);
    }

    @Test
    void theCentralSulcusIsWhereTheTemplateIsDark() throws IOException {
        List<Point2D> drawn = points(MniBrain.drawing(View.X).divisions());
        for (Point2D point : measured(View.X, "central")) assertEquals(0, nearest(point, drawn), 3, "at " + point);
    }

    @Test
    void theBoxHoldsTheOutlines() {
        for (View view : View.values()) {
            Rectangle2D box = MniBrain.drawing(view).outline().getBounds2D();
            int a = view.across(), u = view.up();
            double sign = view.mirrored() ? -1 : 1;
            double left = sign * (view.mirrored() ? MniBrain.high(a) : MniBrain.low(a));
            assertEquals(left, box.getMinX(), 1.5, view + " left");
            assertEquals(MniBrain.high(a) - MniBrain.low(a), box.getWidth(), 3, view + " width");
            assertEquals(MniBrain.low(u), box.getMinY(), 1.5, view + " low");
            assertEquals(MniBrain.high(u), box.getMaxY(), 1.5, view + " high");
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void allLinesLieInTheOutline(View view) {
        Drawing drawing = MniBrain.drawing(view);
        for (Path2D lines : List.of(drawing.divisions(), drawing.sulci(), drawing.ventricles()))
            for (Point2D point : points(lines))
                assertTrue(
                        drawing.outline().contains(point) || nearest(point, points(drawing.outline())) < 1.5,
                        view + " at " + point);
    }

    @Test
    void theSidesAreMirrorImages() {
        List<Point2D> right = points(MniBrain.drawing(View.R).divisions());
        List<Point2D> left = points(MniBrain.drawing(View.L).divisions());
        assertEquals(right.size(), left.size());
        for (int p = 0; p < right.size(); p++) {
            assertEquals(-right.get(p).getX(), left.get(p).getX(), 1e-6);
            assertEquals(right.get(p).getY(), left.get(p).getY(), 1e-6);
        }
    }
}
