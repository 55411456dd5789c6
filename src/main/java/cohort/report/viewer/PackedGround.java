package cohort.report.viewer;

import cohort.figure.slice.GrayWindow;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.resample.Interpolation;
import cohort.image.resample.Resampling;
import cohort.mask.Mask;
import java.util.Arrays;

/**
 * What a map may lie on.
 *
 * @param title in the list of backgrounds
 * @param parts how many of its voxels lie along an edge of the maps' voxels
 * @param data a gray for each voxel, 0 for none, as {@link Packing#pack} writes them; empty for the mask itself
 */
record PackedGround(String title, int parts, String data) {
    private static final int GRAYS = 254, FINEST = 3, MOST_VOXELS = 4_000_000;

    /** The voxels analysed, in one gray. */
    static PackedGround ofMask() {
        return new PackedGround("Voxels analysed", 1, "");
    }

    /** An image on any grid, at about the resolution that it has. */
    static PackedGround of(String title, Volume image, Lattice lattice, Mask mask) {
        int parts = parts(image.grid(), lattice);
        Interpolation linear = Interpolation.named("linear");
        GrayWindow window = GrayWindow.of(mask.values(Resampling.resample(image, mask.grid(), linear, Double.NaN)));
        double[] values = Resampling.resample(image, lattice.grid(parts), linear, Double.NaN)
                .values();
        byte[] grays = new byte[values.length];
        for (int v = 0; v < grays.length; v++)
            if (GrayWindow.isSeen(values[v])) grays[v] = (byte) (1 + Math.round(GRAYS * window.brightness(values[v])));
        return new PackedGround(title, parts, Packing.pack(Packing.differences(grays)));
    }

    private static int parts(Grid image, Lattice lattice) {
        double finest = Arrays.stream(new int[] {0, 1, 2})
                .mapToDouble(image::voxelSize)
                .min()
                .orElseThrow();
        double coarsest = Arrays.stream(new int[] {0, 1, 2})
                .mapToDouble(lattice.source()::voxelSize)
                .max()
                .orElseThrow();
        int parts = (int) Math.max(1, Math.min(FINEST, Math.round(coarsest / finest)));
        while (parts > 1 && (long) lattice.voxels() * parts * parts * parts > MOST_VOXELS) parts--;
        return parts;
    }
}
