package cohort.imagej.map;

import cohort.image.screen.ScreenAxes;
import ij.ImageStack;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The cluster of shown voxels that holds a position: voxels of one sign that share faces, as in cluster tables.
 *
 * @param voxels number of voxels
 * @param mm3 its volume in mm³
 * @param peak the value with the strongest evidence
 * @param at where that value is, in mm
 */
record ShownCluster(int voxels, double mm3, double peak, double[] at) {

    /**
     * Finds the cluster by growing it from a pixel.
     *
     * @param stack the map's values
     * @param screen how the map lies on the screen
     * @param evidence which values are shown
     * @param mm the position
     * @return nothing outside the map or where no voxel is shown
     */
    static Optional<ShownCluster> at(
            ImageStack stack, ScreenAxes screen, ShownEvidence evidence, double threshold, double[] mm) {
        return screen.pixelAt(mm[0], mm[1], mm[2])
                .filter(seed -> evidence.shows(value(stack, seed[0], seed[1], seed[2]), threshold))
                .map(seed -> new Growth(stack, screen, evidence, threshold).from(seed));
    }

    private static float value(ImageStack stack, int x, int y, int z) {
        return ((float[]) stack.getPixels(z + 1))[y * stack.getWidth() + x];
    }

    /** E.g. {@code cluster of 329 voxels (8,883 mm³), peak 6.21 at x=-39, y=-21, z=54 mm}. */
    String words() {
        return String.format(
                Locale.ROOT,
                "cluster of %,d voxels (%,.4g mm\u00b3), peak %.4g at %s",
                voxels,
                mm3,
                peak,
                ViewerState.words(at));
    }

    /** Grows once. */
    private static final class Growth {
        private final ImageStack stack;
        private final ScreenAxes screen;
        private final ShownEvidence evidence;
        private final double threshold;
        private final int width, height, depth;
        private final boolean[] seen;
        private int[] found = new int[1024];
        private int count;

        private Growth(ImageStack stack, ScreenAxes screen, ShownEvidence evidence, double threshold) {
            this.stack = stack;
            this.screen = screen;
            this.evidence = evidence;
            this.threshold = threshold;
            width = stack.getWidth();
            height = stack.getHeight();
            depth = stack.getSize();
            seen = new boolean[width * height * depth];
        }

        private ShownCluster from(int[] seed) {
            boolean positive = value(stack, seed[0], seed[1], seed[2]) > 0;
            visit(seed[0], seed[1], seed[2], positive);
            int best = found[0];
            for (int next = 0; next < count; next++) {
                int v = found[next], x = v % width, y = v / width % height, z = v / width / height;
                if (evidence.isStronger(valueOf(v), valueOf(best))) best = v;
                visit(x - 1, y, z, positive);
                visit(x + 1, y, z, positive);
                visit(x, y - 1, z, positive);
                visit(x, y + 1, z, positive);
                visit(x, y, z - 1, positive);
                visit(x, y, z + 1, positive);
            }
            double[] at = screen.toMm(best % width, best / width % height, best / width / height);
            return new ShownCluster(count, count * screen.grid().voxelVolume(), valueOf(best), at);
        }

        private float valueOf(int v) {
            return value(stack, v % width, v / width % height, v / width / height);
        }

        private void visit(int x, int y, int z, boolean positive) {
            if (x < 0 || y < 0 || z < 0 || x >= width || y >= height || z >= depth) return;
            int v = x + width * (y + height * z);
            if (seen[v]) return;
            seen[v] = true;
            float value = value(stack, x, y, z);
            if (!evidence.shows(value, threshold) || value > 0 != positive) return;
            if (count == found.length) found = Arrays.copyOf(found, 2 * count);
            found[count++] = v;
        }
    }
}
