package cohort.figure.glass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.anatomy.MniBrain;
import cohort.figure.anatomy.Outline;
import cohort.figure.space.View;
import cohort.image.Grid;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class GlassTest {
    /** Half axes and centre in mm of an ellipsoid. */
    private static final double[] HALF = {60, 80, 50}, CENTRE = {0, -18, 10};

    private static GlassViews glass(Grid grid) {
        boolean[] inside = new boolean[grid.voxels()];
        for (int k = 0; k < grid.nz(); k++)
            for (int j = 0; j < grid.ny(); j++)
                for (int i = 0; i < grid.nx(); i++) {
                    double[] mm = grid.toMm(i, j, k);
                    double r = 0;
                    for (int s = 0; s < 3; s++) r += Math.pow((mm[s] - CENTRE[s]) / HALF[s], 2);
                    inside[grid.index(i, j, k)] = r <= 1;
                }
        return GlassViews.of(grid, inside, List.of(View.values()));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void theSilhouetteOfAnEllipsoidIsItsShadow(View view) {
        double c = Math.cos(0.2), s = Math.sin(0.2);
        List<Grid> grids = List.of(
                new Grid(53, 63, 46, 3, 0, 0, -78, 0, 3, 0, -112, 0, 0, 3, -50),
                new Grid(53, 63, 46, -3, 0, 0, 78, 0, 3, 0, -112, 0, 0, 3, -50),
                new Grid(180, 220, 150, 0.9, 0, 0, -80, 0, 0.9, 0, -118, 0, 0, 0.9, -55),
                new Grid(53, 63, 46, 3 * c, -3 * s, 0, -60, 3 * s, 3 * c, 0, -122, 0, 0, 3, -58));
        for (Grid grid : grids) {
            Path2D silhouette = glass(grid).glass().get(view).silhouette();
            Rectangle2D bounds = silhouette.getBounds2D();
            int a = view.across(), u = view.up();
            double sign = view.mirrored() ? -1 : 1;
            assertEquals(sign * CENTRE[a], bounds.getCenterX(), 1.2, grid + " across");
            assertEquals(CENTRE[u], bounds.getCenterY(), 1.2, grid + " up");
            assertEquals(2 * HALF[a], bounds.getWidth(), 3.2, grid + " width");
            assertEquals(2 * HALF[u], bounds.getHeight(), 3.2, grid + " height");
            double corner = Math.sqrt(0.5);
            for (int n = 0; n < 4; n++) {
                double x = (n % 2 == 0 ? 1 : -1) * corner * HALF[a], y = (n < 2 ? 1 : -1) * corner * HALF[u];
                assertTrue(silhouette.contains(sign * CENTRE[a] + 0.95 * x, CENTRE[u] + 0.95 * y));
                assertFalse(silhouette.contains(sign * CENTRE[a] + 1.05 * x, CENTRE[u] + 1.05 * y));
            }
        }
    }

    @Test
    void sectionsLieInTheSilhouette() {
        GlassViews views = glass(new Grid(53, 63, 46, 3, 0, 0, -78, 0, 3, 0, -112, 0, 0, 3, -50));
        for (Glass glass : views.glass().values()) {
            Rectangle2D outer = glass.silhouette().getBounds2D();
            outer.setRect(outer.getX() - 1, outer.getY() - 1, outer.getWidth() + 2, outer.getHeight() + 2);
            for (GlassLine line : glass.lines()) {
                Path2D section = line.path();
                assertTrue(outer.contains(section.getBounds2D()));
                assertTrue(section.getBounds2D().getWidth() > 0.5 * outer.getWidth());
            }
        }
    }

    @Test
    void theShadeIsDarkAtTheRimAndClearInTheMiddle() {
        Glass glass = glass(new Grid(53, 63, 46, 3, 0, 0, -78, 0, 3, 0, -112, 0, 0, 3, -50))
                .glass()
                .get(View.Z);
        int middle =
                glass.shade().getRGB(glass.shade().getWidth() / 2, glass.shade().getHeight() / 2) >>> 24;
        int darkest = 0;
        for (int a = 0; a < glass.shade().getWidth(); a++)
            darkest = Math.max(darkest, glass.shade().getRGB(a, glass.shade().getHeight() / 2) >>> 24);
        assertEquals(0, middle, 3);
        assertTrue(darkest > 30, "opacity at the rim: " + darkest);
    }

    @Test
    void anEmptyMaskHasNoGlassButThePlaceOfItsGrid() {
        Grid grid = new Grid(4, 4, 4, -2, 0, 0, 3, 0, 2, 0, -3, 0, 0, 2, -3);
        GlassViews views = GlassViews.of(grid, new boolean[64], List.of(View.Z));
        assertTrue(views.glass().isEmpty());
        assertEquals(-4, views.low()[0]);
        assertEquals(4, views.high()[0]);
    }

    @Test
    void oneVoxelHasAGlass() {
        Grid grid = Grid.ofVoxelSize(5, 5, 5, 1, 1, 1);
        boolean[] inside = new boolean[125];
        inside[grid.index(2, 2, 2)] = true;
        Rectangle2D bounds = GlassViews.of(grid, inside, List.of(View.Z))
                .glass()
                .get(View.Z)
                .silhouette()
                .getBounds2D();
        assertEquals(2, bounds.getCenterX(), 0.05);
        assertEquals(2, bounds.getCenterY(), 0.05);
        assertEquals(1, bounds.getWidth(), 1, "a voxel of 1 mm, blurred");
    }

    @Test
    void aBrainOfTheTemplatesSpaceIsDrawnWhereItIsAskedFor() {
        Grid grid = Grid.ofVoxelSize(5, 5, 5, 40, 1, 1);
        boolean[] inside = new boolean[125];
        GlassViews empty = GlassViews.of(grid, inside, List.of(View.values()), Outline.MNI);
        for (View view : View.values())
            assertSame(MniBrain.drawing(view).outline(), empty.glass().get(view).silhouette());
        assertEquals(-107, empty.low()[1]);
        assertEquals(82, empty.high()[2]);
        assertEquals(180, empty.high()[0], "the mask is held, too");
        assertTrue(GlassViews.of(grid, inside, List.of(View.Z), Outline.AUTO)
                .glass()
                .isEmpty());
    }

    @Test
    void theShadeOfADrawingIsDarkAtItsRim() {
        Glass glass = Glass.of(MniBrain.drawing(View.L));
        Rectangle2D box = glass.silhouette().getBounds2D();
        assertEquals(box.getMinX(), glass.shadePlace().getTranslateX(), 1);
        int row = (int) (0 - glass.shadePlace().getTranslateY()), rim = 0;
        for (int a = 0; a < 8; a++) rim = Math.max(rim, glass.shade().getRGB(a, row) >>> 24);
        assertTrue(rim > 30, "opacity at the rim: " + rim);
        assertEquals(0, glass.shade().getRGB(glass.shade().getWidth() / 2, row) >>> 24);
    }
}
