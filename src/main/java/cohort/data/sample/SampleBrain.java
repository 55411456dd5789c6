package cohort.data.sample;

import cohort.image.Grid;

/**
 * The sample cohort's anatomy: two hemispheres with temporal lobes, parted by the longitudinal and the Sylvian fissures
 * and joined by a core, a cerebellum and a brainstem, about where the MNI space has them. Only sums, products and
 * comparisons, which give the same voxels on every machine.
 */
public final class SampleBrain {

    /** 3 mm voxels over the whole head, as the localizer's maps have them; the origin is at the anterior commissure. */
    public static final Grid GRID = new Grid(53, 63, 46, 3, 0, 0, -78, 0, 3, 0, -112, 0, 0, 3, -50);

    private SampleBrain() {}

    /** For each voxel of {@link #GRID} in the order of the file, whether it belongs to the brain. */
    public static boolean[] inside() {
        return inside(GRID);
    }

    /** For each voxel of a grid in the order of the file, whether its middle lies in the brain. */
    static boolean[] inside(Grid grid) {
        boolean[] inside = new boolean[grid.voxels()];
        for (int k = 0, v = 0; k < grid.nz(); k++)
            for (int j = 0; j < grid.ny(); j++)
                for (int i = 0; i < grid.nx(); i++) {
                    double[] mm = grid.toMm(i, j, k);
                    inside[v++] = contains(Math.abs(mm[0]), mm[1], mm[2]);
                }
        return inside;
    }

    /** Both sides mirror each other: {@code x} is the distance from the midline. All in mm. */
    private static boolean contains(double x, double y, double z) {
        return hemisphere(x, y, z) || isCerebellum(x, y, z) || isBrainstem(x, y, z);
    }

    private static boolean hemisphere(double x, double y, double z) {
        boolean core = inEllipsoid(x / 9, (y + 20) / 36, (z - 6) / 18);
        boolean fissure = x < 2 || sylvianFissure(x, y, z);
        return core || !fissure && (cerebrum(x, y, z) || temporalLobe(x, y, z));
    }

    private static boolean cerebrum(double x, double y, double z) {
        double narrowing = 1 - (y > -25 ? 0.0022 * (y + 25) : 0.0012 * (-25 - y));
        double width = x / narrowing - 28;
        double dx = width / (width > 0 ? 42 : 52), dy = (y + 18) / 86, dz = (z - 10) / (z > 10 ? 67 : 31);
        return (width > 0 ? dx * dx : -dx * dx * dx) + dy * dy + dz * dz <= 1;
    }

    private static boolean temporalLobe(double x, double y, double z) {
        return inEllipsoid((x - 46) / 19, (y + 16) / 40, (z + 20 + 0.15 * (y + 16)) / 20);
    }

    /** From the temporal pole upwards and backwards. */
    private static boolean sylvianFissure(double x, double y, double z) {
        double height = z + 2 + 0.5 * y;
        return x > 40 && y > -40 && y < 30 && height > -1.8 && height < 1.8;
    }

    /** In which {@code x} is the distance from the midline, as in all of these. */
    static boolean isCerebellum(double x, double y, double z) {
        boolean hemisphere = inEllipsoid((x - 23) / 27, (y + 64) / 23, (z + 29) / 16.5);
        boolean vermis = inEllipsoid(x / 14, (y + 60) / 18, (z + 25) / 17);
        return hemisphere || vermis;
    }

    static boolean isBrainstem(double x, double y, double z) {
        double axis = -24 + 0.3 * z, pons = (z + 27) / 10, thickness = pons * pons < 1 ? 15 : 10;
        return z > -46 && z < 5 && inEllipsoid(x / thickness, (y - axis) / thickness, 0);
    }

    private static boolean inEllipsoid(double dx, double dy, double dz) {
        return dx * dx + dy * dy + dz * dz <= 1;
    }
}
