package cohort.permute.screen;

import cohort.permute.tile.FloatDots;
import cohort.permute.tile.FloatProducts;
import cohort.permute.tile.FloatTile;
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

    private static final int HALF = NearSpace.DIMENSIONS / 2;

    private final int effects, nuisance;
    private final DesignBatch designs;
    private final SquaredDots whole;
    private final NearSpace space;
    private final FloatDots effectDots, spaceDots, voxelDots;
    private final float[] gained = new float[VoxelTile.SIZE];
    private final double[] spectral = new double[DesignBatch.SIZE];
    private final double[] products;
    private final double[][] image; // M, or its transpose if that has fewer rows
    private final double[][] gram;
    private final float[][][] imageRows; // the rows of M, in halves
    private final FloatTile coordinates = new FloatTile(NearSpace.DIMENSIONS); // of the voxels that are left
    private final double imageError, explainedError;
    private boolean isRough;
    private int batch;

    /** @param designs that tiles side by side share */
    public NearSpaceRest(DesignBatch designs) {
        this.designs = designs;
        int subjects = designs.subjects();
        effects = designs.effects();
        nuisance = designs.nuisance();
        whole = new SquaredDots(subjects, effects, effects + nuisance);
        space = new NearSpace(subjects, whole.tile());
        effectDots = new FloatDots(whole.tile(), DesignBatch.SIZE / 2 * effects);
        spaceDots = new FloatDots(designs.rows(), HALF);
        voxelDots = new FloatDots(coordinates, (nuisance + 1) / 2);
        int least = Math.min(nuisance, NearSpace.DIMENSIONS);
        products = new double[least];
        image = new double[least][Math.max(nuisance, NearSpace.DIMENSIONS)];
        gram = new double[least][least];
        imageRows = new float[2][(nuisance + 1) / 2][FloatProducts.padded(NearSpace.DIMENSIONS)];
        imageError = FloatTile.error(subjects) * Math.sqrt(nuisance * (double) NearSpace.DIMENSIONS);
        explainedError = imageError + FloatTile.error(NearSpace.DIMENSIONS) * Math.sqrt(nuisance);
    }

    /** Whether there are so many subjects and columns that it pays. */
    public static boolean suits(int subjects, int effects, int columns) {
        return subjects >= LEAST_SUBJECTS && columns - effects >= LEAST_COLUMNS;
    }

    @Override
    public void prepare(int shuffles, IntFunction<double[][]> shuffled) {
        whole.prepare(shuffles, shuffled);
        designs.prepare(shuffles, shuffled);
    }

    @Override
    public void load(VoxelTile tile) {
        batch = -1;
        whole.load(tile);
        space.load();
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
        multiply(shuffle / DesignBatch.SIZE);
        Arrays.fill(gained, 0);
        for (int c = 0; c < effects; c++) {
            float[] sum = effect(shuffle, c);
            System.arraycopy(sum, 0, inner[c], 0, VoxelTile.SIZE);
            FloatProducts.addSquares(sum, gained);
        }
        float norm = Math.nextUp((float) spectral[shuffle % DesignBatch.SIZE]);
        FloatProducts.subtractSquares(norm, space.within(), space.beyond(), gained, least);
    }

    private float[] effect(int shuffle, int column) {
        int at = shuffle % DesignBatch.SIZE * effects + column, half = DesignBatch.SIZE / 2 * effects;
        return effectDots.sums(at / half)[at % half];
    }

    private void multiply(int next) {
        if (next == batch) return;
        batch = next;
        designs.moveTo(batch);
        float[][] effect = designs.effect(), basis = space.columns();
        int half = effect.length / 2;
        effectDots.multiply(Arrays.copyOf(effect, half), Arrays.copyOfRange(effect, half, 2 * half), VoxelTile.SIZE);
        spaceDots.multiply(
                Arrays.copyOf(basis, HALF), Arrays.copyOfRange(basis, HALF, 2 * HALF), DesignBatch.SIZE * nuisance);
        for (int k = 0; k < DesignBatch.SIZE; k++) spectral[k] = spectralNorm(k * nuisance) + imageError;
    }

    /** M for a row of the nuisance and a dimension. */
    private float image(int column, int dimension) {
        return spaceDots.sums(dimension / HALF)[dimension % HALF][column];
    }

    /** At most: the eighth root of the trace of (MM')⁴. */
    private double spectralNorm(int from) {
        boolean isFlat = nuisance <= NearSpace.DIMENSIONS;
        for (int l = 0; l < NearSpace.DIMENSIONS; l++)
            for (int c = 0; c < nuisance; c++) image[isFlat ? c : l][isFlat ? l : c] = image(from + c, l);
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
        for (int c = 0; c < effects; c++) {
            double effect = effect(shuffle, c)[voxel];
            rest -= effect * effect;
        }
        return Math.max(0, rest);
    }

    @Override
    public int refine(int shuffle, float[] effect, float[] least, Limit limit, int[] found, int count) {
        if (isRough || count == 0) return count;
        explain(shuffle, found, count);
        int kept = 0;
        for (int c = 0; c < count; c++) {
            int voxel = found[c];
            double near = Math.sqrt(gained[c] * (1 + (nuisance + 4) * 2 * FloatTile.ROUNDING));
            double most = near + explainedError * space.within()[voxel] + space.error() + space.beyond()[voxel];
            if (!limit.isMet(1 - effect[voxel] - most * most, effect[voxel])) found[kept++] = voxel;
        }
        return kept <= FEW ? kept : refineAll(shuffle, effect, limit, found, kept);
    }

    /** The squared length of Ms for some voxels. */
    private void explain(int shuffle, int[] found, int count) {
        int from = shuffle % DesignBatch.SIZE * nuisance, half = (nuisance + 1) / 2;
        for (int c = 0; c < nuisance; c++)
            for (int l = 0; l < NearSpace.DIMENSIONS; l++) imageRows[c / half][c % half][l] = image(from + c, l);
        for (int l = 0; l < NearSpace.DIMENSIONS; l++)
            Survivors.pick(space.coordinates()[l], found, count, coordinates.rows()[l]);
        coordinates.arrange(count);
        voxelDots.multiply(imageRows[0], imageRows[1], count);
        Arrays.fill(gained, 0);
        for (int c = 0; c < nuisance; c++) FloatProducts.addSquares(voxelDots.sums(c / half)[c % half], gained);
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
