package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.imagej.Headless;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.map.PlanePainter.Plane;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.Luts;
import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanePainterTest {
    static {
        Headless.start();
    }

    private static final double[] AT = {2, 4, -3};

    /** 2 mm; one voxel of 5 at 2, 4, -3 mm, all others 1, over a background of ones. */
    private static PlanePainter painter(Grid grid) {
        float[] values = new float[grid.voxels()];
        Arrays.fill(values, 1);
        Background ones = Background.of("ones", Volume.of(grid, values));
        double[] voxel = grid.toVoxel(AT[0], AT[1], AT[2]);
        values[grid.index((int) Math.round(voxel[0]), (int) Math.round(voxel[1]), (int) Math.round(voxel[2]))] = 5;
        ImagePlus image = ImageVolumes.toImage("map", Volume.of(grid, values));
        image.setLut(Luts.named("hot"));
        image.setDisplayRange(0, 8);
        Look look = new Look(3, Optional.of(ones));
        ViewerModel model = new ViewerModel(ViewerState.empty(true));
        return PlanePainter.of(new MapImage(image, grid, ShownEvidence.UNKNOWN, look, model), look);
    }

    private static Grid upright() {
        return new Grid(7, 9, 5, 2, 0, 0, -6, 0, 2, 0, -8, 0, 0, 2, -5);
    }

    /** The same space, stored z first and from right to left. */
    private static Grid turned() {
        return new Grid(5, 7, 9, 0, -2, 0, 6, 0, 0, 2, -8, 2, 0, 0, -5);
    }

    private static boolean isColour(int rgb) {
        return (rgb >> 16 & 0xFF) > (rgb & 0xFF) + 50;
    }

    @Test
    void theVoxelLiesAtItsMillimetresInEachPlane() {
        for (Grid grid : new Grid[] {upright(), turned()}) {
            PlanePainter painter = painter(grid);
            assertArrayEquals(new double[] {-7, 7}, painter.box()[0], 1e-12);
            for (Plane plane : Plane.values()) {
                BufferedImage picture = painter.paint(plane, AT, 3);
                assertEquals(Math.round(painter.extent(plane.right) * 3), picture.getWidth());
                assertEquals(Math.round(painter.extent(plane.up) * 3), picture.getHeight());
                int coloured = 0;
                for (int y = 0; y < picture.getHeight(); y++)
                    for (int x = 0; x < picture.getWidth(); x++) {
                        double[] mm = painter.toMm(plane, AT, 3, x, y);
                        boolean inside = Math.abs(mm[plane.right] - AT[plane.right]) < 1
                                && Math.abs(mm[plane.up] - AT[plane.up]) < 1;
                        assertEquals(inside, isColour(picture.getRGB(x, y)), plane + " " + Arrays.toString(mm));
                        if (inside) coloured++;
                        assertArrayEquals(new int[] {x, y}, painter.toPixel(plane, mm, 3));
                        assertEquals(AT[plane.through], mm[plane.through]);
                    }
                assertEquals(36, coloured);
            }
        }
    }

    @Test
    void aPlaneBesideTheVoxelShowsTheBackgroundAlone() {
        BufferedImage picture = painter(upright()).paint(Plane.AXIAL, new double[] {2, 4, 1}, 1);
        int gray = picture.getRGB(8, 3) & 0xFF;
        assertEquals(0xFF000000 | gray << 16 | gray << 8 | gray, picture.getRGB(8, 3));
    }
}
