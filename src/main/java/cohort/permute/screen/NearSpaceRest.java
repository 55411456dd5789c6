package cohort.permute.screen;

import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Bounds what nuisance explains by products with few columns for a whole tile. The data of a voxel are y = Qs + d with the basis Q of
 * a {@link NearSpace} and a short d. Shuffled orthonormal nuisance Z then explains a = |Z'y| ≤ |Z'Qs| + |d|, and |Z'Qs| is at most
 * |s| times the spectral norm of M = Z'Q, which is no more than the eighth root of the trace of (MM')⁴: among many subjects few
 * dimensions have little in common with the nuisance. For voxels that are not ruled out so, Ms itself is computed. Where data are
 * too rough for that, so are the products with all voxels. One instance per thread.
 */
public final class NearSpaceRest implements RestBound {
    private static final int LEAST_SUBJECTS = 8 * NearSpace.DIMENSIONS, LEAST_COLUMNS = 8;
    /** A tile is rough if more is beyond the space than this, on average. */
    private static final double ROUGH = 0.7;
    /** So many voxels are not worth the products with a whole tile. */
    private static final int FEW = 16;

    private final int subjects, effects, nuisance;
    private final SquaredDots whole;
    private final NearSpace space;
    private final FloatDots effectDots, spaceDots;
    private final float[] gained = new float[VoxelTile.SIZE];
    private final double[] spectral = new double[2], coordinates = new double[NearSpace.DIMENSIONS]; // of one voxel
    private final double[] products;
    private final double[][] image; // M, or its transpose if that has fewer rows
    private final double[][] gram;
    private boolean isRough;
    private int pair;

    /**
     * @param effects columns of the effect
     * @param columns these and the nuisance's that are shuffled, all orthonormal
     */
    public NearSpaceRest(int subjects, int effects, int columns) {
        this.subjects = subjects;
        this.effects = effects;
        nuisance = columns - effects;
        whole = new SquaredDots(subjects, effects, columns);
        space = new NearSpace(subjects);
        effectDots = new FloatDots(subjects, effects);
        spaceDots = new FloatDots(subjects, nuisance);
        int least = Math.min(nuisance, NearSpace.DIMENSIONS);
        products = new double[least];
        image = new double[least][Math.max(nuisance, NearSpace.DIMENSIONS)];
        gram = new double[least][least];
    }

    /** Whether there are so many subjects and columns that it pays. */
    public static boolean suits(int subjects, int effects, int columns) {
        return subjects >= LEAST_SUBJECTS && columns - effects >= LEAST_COLUMNS;
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> designs) {
        whole.prepare(shuffles, designs);
    }

    @Override
    public void load(VoxelTile tile) {
        pair = -1;
        whole.load(tile);
        space.load(whole.rows());
        effectDots.load(whole.rows());
        spaceDots.load(space.basis());
        double sum = 0;
        for (int j = 0; j < tile.length(); j++) sum += space.beyond()[j];
        isRough = sum > ROUGH * tile.length();
    }

    @Override
    public void bound(int shuffle, float[][] inner, float[] least) {
        if (isRough) {
            whole.bound(shuffle, inner, least);
            return;
        }
        multiply(shuffle);
        float[][] sum = effectDots.sums(shuffle % 2);
        Arrays.fill(gained, 0);
        for (int c = 0; c < effects; c++) {
            System.arraycopy(sum[c], 0, inner[c], 0, VoxelTile.SIZE);
            FloatProducts.addSquares(sum[c], gained);
        }
        float norm = Math.nextUp((float) spectral[shuffle % 2]);
        FloatProducts.subtractSquares(norm, space.within(), space.beyond(), gained, least);
    }

    private void multiply(int shuffle) {
        if (shuffle / 2 == pair) return;
        pair = shuffle / 2;
        float[][][] designs = whole.designs(shuffle);
        effectDots.multiply(designs[0], designs[1], VoxelTile.SIZE);
        int columns = effects + nuisance;
        spaceDots.multiply(
                Arrays.copyOfRange(designs[0], effects, columns),
                Arrays.copyOfRange(designs[1], effects, columns),
                NearSpace.DIMENSIONS);
        for (int k = 0; k < 2; k++) spectral[k] = spectralNorm(spaceDots.sums(k)) + imageError();
    }

    /** What rounding does to M at most, as its Frobenius norm. */
    private double imageError() {
        return FloatTile.error(subjects) * Math.sqrt(nuisance * (double) NearSpace.DIMENSIONS);
    }

    /** At most: the eighth root of the trace of (MM')⁴. */
    private double spectralNorm(float[][] sums) {
        boolean isFlat = nuisance <= NearSpace.DIMENSIONS;
        for (int c = 0; c < nuisance; c++)
            for (int l = 0; l < NearSpace.DIMENSIONS; l++) image[isFlat ? c : l][isFlat ? l : c] = sums[c][l];
        for (int r = 0; r < image.length; r++) {
            Products.dots(image, 0, r + 1, image[r], products);
            for (int c = 0; c <= r; c++) gram[r][c] = gram[c][r] = products[c];
        }
        double trace = 0;
        for (int r = 0; r < gram.length; r++) {
            Products.dots(gram, 0, r + 1, gram[r], products);
            for (int c = 0; c <= r; c++) trace += (c < r ? 2 : 1) * products[c] * products[c];
        }
        return Math.sqrt(Math.sqrt(Math.sqrt(trace))) * (1 + 1e-9);
    }

    @Override
    public double error() {
        return whole.error() + 16 * FloatTile.ROUNDING;
    }

    @Override
    public double effectError() {
        return whole.effectError();
    }

    @Override
    public double most(int shuffle, int voxel) {
        if (isRough) return whole.most(shuffle, voxel);
        double rest = 1 + error();
        for (float[] sum : effectDots.sums(shuffle % 2)) rest -= (double) sum[voxel] * sum[voxel];
        return Math.max(0, rest);
    }

    @Override
    public int refine(int shuffle, float[] effect, float[] least, Limit limit, int[] found, int count) {
        if (isRough) return count;
        int kept = 0;
        for (int c = 0; c < count; c++) {
            double most = explained(shuffle % 2, found[c]);
            if (!limit.isMet(1 - effect[found[c]] - most * most, effect[found[c]])) found[kept++] = found[c];
        }
        return kept <= FEW ? kept : refineAll(shuffle, effect, limit, found, kept);
    }

    /** |Ms| and what may come on top, at most. */
    private double explained(int set, int voxel) {
        for (int l = 0; l < NearSpace.DIMENSIONS; l++) coordinates[l] = space.coordinates()[l][voxel];
        double squares = 0;
        for (int c = 0; c < nuisance; c++) {
            float[] row = spaceDots.sums(set)[c];
            double dot = 0;
            for (int l = 0; l < NearSpace.DIMENSIONS; l++) dot += row[l] * coordinates[l];
            squares += dot * dot;
        }
        return Math.sqrt(squares) + imageError() * space.within()[voxel] + space.error() + space.beyond()[voxel];
    }

    private int refineAll(int shuffle, float[] effect, Limit limit, int[] found, int count) {
        float[][] inner = new float[effects][VoxelTile.SIZE];
        float[] left = new float[VoxelTile.SIZE];
        whole.bound(shuffle, inner, left);
        int kept = 0;
        for (int c = 0; c < count; c++) if (!limit.isMet(left[found[c]], effect[found[c]])) found[kept++] = found[c];
        return kept;
    }
}
