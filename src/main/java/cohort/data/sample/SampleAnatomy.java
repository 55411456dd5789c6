package cohort.data.sample;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * How the sample cohort's brain would look in a T1-weighted image: a folded ribbon of grey matter over white matter,
 * basal ganglia, ventricles. The folds are sheets along which a smooth field of waves is 0, as deep as sulci are. Nothing
 * of it goes into the maps. By sums, products, square roots and {@link StrictMath}, so that every machine gets the same.
 */
final class SampleAnatomy {
    private static final int FLUID = 40, GREY = 150, WHITE = 225, BASAL = 172;

    /** Depths in mm: of sulci at most, of the ribbon. */
    private static final double SULCUS = 13, RIBBON = 3.2, FOLIUM = 5, FOLIUM_RIBBON = 1.9;

    /** Half widths in mm: of the fluid in a sulcus, of the blur of a border. */
    private static final double OPEN = 0.9, SOFT = 0.7;

    /** Where no fold reaches. */
    private static final double DEEP = SULCUS + RIBBON + OPEN + SOFT;

    private final Grid grid;
    private final float[] depth;
    private final SampleFolds folds, folia;

    private SampleAnatomy(Grid grid) {
        this.grid = grid;
        this.folds = SampleFolds.gyri(grid);
        this.folia = SampleFolds.folia(grid);
        boolean[] inside = SampleBrain.inside(grid);
        this.depth = SampleDepth.of(grid, inside);
    }

    /** The image, 0 outside the brain, with voxels of 1.5 mm over the space of the maps. */
    static Volume image() {
        Grid maps = SampleBrain.GRID;
        double[] affine = maps.affine();
        for (int s = 0; s < 3; s++) {
            affine[4 * s + 3] -= affine[5 * s] / 4;
            affine[5 * s] /= 2;
        }
        return new SampleAnatomy(new Grid(2 * maps.nx(), 2 * maps.ny(), 2 * maps.nz(), affine)).draw();
    }

    private Volume draw() {
        float[] values = new float[grid.voxels()];
        int plane = grid.nx() * grid.ny();
        Parallelization.getTaskExecutor()
                .forEach(IntStream.range(0, grid.nz()).boxed().toList(), k -> {
                    for (int v = k * plane; v < (k + 1) * plane; v++)
                        if (depth[v] > 0) values[v] = Math.round(brightness(v));
                });
        return Volume.of(grid, values);
    }

    private double brightness(int voxel) {
        int i = grid.coordinate(voxel, 0), j = grid.coordinate(voxel, 1), k = grid.coordinate(voxel, 2);
        double[] mm = grid.toMm(i, j, k);
        double x = Math.abs(mm[0]), fluid = ventricle(x, mm[1], mm[2]);
        double tissue;
        if (SampleBrain.isBrainstem(x, mm[1], mm[2])) tissue = WHITE - 12;
        else if (SampleBrain.isCerebellum(x, mm[1], mm[2]))
            tissue = ribbon(depth[voxel], folia.distance(i, j, k), FOLIUM, FOLIUM_RIBBON);
        else {
            double cortex = depth[voxel] < DEEP ? ribbon(depth[voxel], folds.distance(i, j, k), SULCUS, RIBBON) : WHITE;
            tissue = mix(cortex, BASAL, nuclei(x, mm[1], mm[2]));
        }
        return mix(tissue, FLUID, fluid);
    }

    /** Fluid, grey and white matter in turn, with the distance from the folded surface. */
    private static double ribbon(double depth, double sheet, double sulcus, double thickness) {
        double below = Math.max(0, depth - sulcus);
        double distance = Math.min(depth, Math.sqrt(sheet * sheet + below * below));
        return mix(mix(FLUID + 30, GREY, step(distance - OPEN)), WHITE, step(distance - OPEN - thickness));
    }

    /** How much of a place is in caudate nucleus, putamen or thalamus, 0 to 1. */
    private static double nuclei(double x, double y, double z) {
        double caudate = ball((x - 13) / 5, (y - 10) / 15, (z - 12) / 9, 5);
        double putamen = ball((x - 26 - 0.1 * y) / 5.5, (y - 2) / 17, (z - 2) / 9, 6);
        double thalamus = ball((x - 10) / 9, (y + 18) / 14, (z - 6) / 9, 9);
        return Math.max(caudate, Math.max(putamen, thalamus));
    }

    /** How much of a place is fluid, 0 to 1: the lateral ventricles and the third and the fourth one. */
    private static double ventricle(double x, double y, double z) {
        double bend = (y + 8) * (y + 8) / 90;
        double body = ball((x - 5 - 0.012 * (y - 5) * (y - 5)) / 5, (y + 8) / 36, (z - 22 + bend / 2) / 5.5, 5);
        double third = ball(x / 2.2, (y + 10) / 15, (z - 3) / 9, 2.2);
        double fourth = ball(x / 5, (y + 41) / 6, (z + 28) / 10, 5);
        return Math.max(body, Math.max(third, fourth));
    }

    /** 1 in the middle of an ellipsoid and 0 outside. */
    private static double ball(double dx, double dy, double dz, double mm) {
        return step((1 - Math.sqrt(dx * dx + dy * dy + dz * dz)) * mm);
    }

    /** From 0 to 1 where a distance in mm passes 0. */
    private static double step(double mm) {
        double t = Math.max(0, Math.min(1, 0.5 + mm / (2 * SOFT)));
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double part) {
        return a + part * (b - a);
    }
}
