package cohort.glm;

import cohort.design.matrix.Columns;
import cohort.design.matrix.IndependentRegressors;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * How smooth the residuals of a model are, from the correlation of neighbouring voxels, as FSL's {@code smoothest} has it (Forman et
 * al. 1995, Magnetic Resonance in Medicine 33:636; Flitney and Jenkinson 2000, FMRIB technical report TR00DF1): white noise under a
 * Gaussian kernel of standard deviation σ correlates by exp(−d² / (4 σ²)) over a distance d. Correlations of few values are too small
 * on average, which Olkin and Pratt 1958 (Annals of Mathematical Statistics 29:201) mend; without that the width would be 5 % too
 * small with 12 subjects.
 *
 * @param x full width at half maximum of that kernel along the grid's first axis, mm; 0 if no voxels of the mask are neighbours along it
 * @param y along the second axis
 * @param z along the third axis
 * @param resels the search volume in blocks of that size, over the axes that have neighbours
 */
public record Smoothness(double x, double y, double z, double resels) {
    /** Of data of which it was not estimated. */
    public static final Smoothness UNKNOWN = new Smoothness(0, 0, 0, 0);

    /** No correlation below it is told from none. */
    private static final double LEAST_CORRELATION = 1e-3;
    /** Neighbours that are alike to rounding. */
    private static final double MOST_CORRELATION = 1 - 1e-6;
    /** Residuals of this many maps are enough, and what is kept of a slice of the mask stays small. */
    private static final int MOST_MAPS = 200;

    private static final double FWHM_PER_SIGMA = Math.sqrt(8 * Math.log(2));

    /** Sums over pairs of neighbours along an axis: of products, and of squares of either. */
    private static final class Pairs {
        private double products, squares;
        private long count;

        void add(float[] one, float[] other) {
            if (Float.isNaN(one[0]) || Float.isNaN(other[0])) return;
            for (int i = 0; i < one.length; i++) {
                products += (double) one[i] * other[i];
                squares += ((double) one[i] * one[i] + (double) other[i] * other[i]) / 2;
            }
            count++;
        }

        /** In voxels, from residuals with some degrees of freedom. */
        double fwhm(int freedom) {
            double r = products / squares;
            double unbiased = r * (1 + (1 - r * r) / (2 * Math.max(1, freedom - 1)));
            double correlation = Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, unbiased));
            return FWHM_PER_SIGMA * Math.sqrt(-1 / (4 * Math.log(correlation)));
        }
    }

    /** Whether it was estimated. */
    public boolean isKnown() {
        return resels > 0;
    }

    /**
     * Estimates the smoothness.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the rows of the design
     * @param design rows x regressors; one without residual degrees of freedom tells nothing
     * @param mask the voxels
     */
    public static Smoothness of(RandomAccessibleInterval<? extends RealType<?>> data, DMatrixRMaj design, Mask mask) {
        double[][] basis = IndependentRegressors.of(design).basis();
        double[][][] all = new double[VoxelMatrix.TILE][][];
        Arrays.fill(all, basis);
        return of(data, (first, n) -> all, mask);
    }

    /**
     * Estimates the smoothness where each voxel has a design of its own.
     *
     * @param data the values, 2D: axis 0 the voxels in mask order, axis 1 the rows of the design
     * @param designs those of the voxels, all of one rank
     * @param mask the voxels
     */
    public static Smoothness of(RandomAccessibleInterval<? extends RealType<?>> data, VoxelDesigns designs, Mask mask) {
        return of(
                data,
                (first, n) -> Arrays.stream(designs.read(first, n))
                        .map(own -> IndependentRegressors.of(own).basis())
                        .toArray(double[][][]::new),
                mask);
    }

    /** What the designs of some neighbouring voxels span. */
    private interface Bases {
        double[][][] of(int first, int n);
    }

    private static Smoothness of(RandomAccessibleInterval<? extends RealType<?>> data, Bases bases, Mask mask) {
        VoxelMatrix values = VoxelMatrix.of(data);
        Grid grid = mask.grid();
        int[][] before = before(mask);
        int reach = 1;
        for (int[] neighbours : before)
            for (int v = 0; v < neighbours.length; v++)
                if (neighbours[v] >= 0) reach = Math.max(reach, v - neighbours[v]);
        int kept = Math.min(MOST_MAPS, values.maps());
        float[][] last = new float[reach + 1][kept];
        int freedom = values.maps() - bases.of(0, 1)[0].length;
        if (freedom < 1) return UNKNOWN;
        double[] residuals = new double[values.maps()];
        Pairs[] pairs = {new Pairs(), new Pairs(), new Pairs()};
        values.forEach((first, n, rows) -> {
            double[][][] spanned = bases.of(first, n);
            for (int v = first; v < first + n; v++) {
                for (int i = 0; i < rows.length; i++) residuals[i] = rows[i][v - first];
                Columns.removeProjection(residuals, spanned[v - first]);
                double length = Math.sqrt(Columns.dot(residuals, residuals));
                float[] here = last[v % last.length];
                if (length > 0) for (int i = 0; i < kept; i++) here[i] = (float) (residuals[i] / length);
                else here[0] = Float.NaN; // no residuals to compare
                for (int axis = 0; axis < 3; axis++)
                    if (before[axis][v] >= 0) pairs[axis].add(here, last[before[axis][v] % last.length]);
            }
        });
        double resels = mask.size();
        double[] fwhm = new double[3];
        for (int axis = 0; axis < 3; axis++)
            if (pairs[axis].count > 0) {
                double voxels = pairs[axis].fwhm(freedom);
                fwhm[axis] = voxels * grid.voxelSize(axis);
                resels /= voxels;
            }
        return new Smoothness(fwhm[0], fwhm[1], fwhm[2], resels);
    }

    /** For each axis and voxel of a mask, the voxel before it, in mask order; -1 if that is not in the mask. */
    private static int[][] before(Mask mask) {
        Grid grid = mask.grid();
        int[] position = new int[grid.voxels()];
        Arrays.fill(position, -1);
        for (int v = 0; v < mask.size(); v++) position[mask.gridIndex(v)] = v;
        int[] steps = {1, grid.nx(), grid.nx() * grid.ny()};
        return IntStream.range(0, 3)
                .mapToObj(axis -> IntStream.range(0, mask.size())
                        .map(mask::gridIndex)
                        .map(index -> grid.coordinate(index, axis) == 0 ? -1 : position[index - steps[axis]])
                        .toArray())
                .toArray(int[][]::new);
    }
}
