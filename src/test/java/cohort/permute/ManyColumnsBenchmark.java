package cohort.permute;

import cohort.Progress;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.smooth.Smoothing;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;

/**
 * What one more permutation costs with many subjects or nuisance regressors: 56,000 voxels of smooth noise, max t, two-sided, all
 * threads. The arguments are the numbers of subjects, of nuisance regressors and of permutations; {@code bench_many_columns.py} does
 * the same with nilearn.
 */
final class ManyColumnsBenchmark {
    private static final Mask MASK = Mask.everywhere(Grid.ofVoxelSize(40, 40, 35, 3, 3, 3));

    private ManyColumnsBenchmark() {}

    public static void main(String[] arguments) {
        int[] sizes = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        int subjects = sizes[0], nuisance = sizes[1], permutations = sizes[2];
        Random random = new Random(1);
        double[] values = new double[subjects * MASK.size()];
        DMatrixRMaj design = new DMatrixRMaj(subjects, 2 + nuisance), contrast = new DMatrixRMaj(1, 2 + nuisance);
        contrast.set(0, 0, 1);
        for (int s = 0; s < subjects; s++) {
            double[] noise = random.doubles(MASK.size(), -1, 1).toArray();
            double[] map =
                    Smoothing.gaussian(Volume.of(MASK.grid(), noise), 8.0).values();
            System.arraycopy(map, 0, values, s * MASK.size(), MASK.size());
            for (int c = 0; c < design.numCols; c++) design.set(s, c, c == 1 ? 1 : random.nextGaussian());
        }
        for (int round = 0; round < 3; round++) {
            double few = seconds(values, design, contrast, permutations / 4);
            double all = seconds(values, design, contrast, permutations);
            System.out.printf(
                    "%d subjects, %d nuisance regressors: %.2f ms%n",
                    subjects, nuisance, 1000 * (all - few) / (permutations - permutations / 4));
        }
    }

    private static double seconds(double[] values, DMatrixRMaj design, DMatrixRMaj contrast, int permutations) {
        long begin = System.nanoTime();
        PermutationInference.test(
                ArrayImgs.doubles(values, MASK.size(), design.numRows),
                MASK,
                design,
                List.of(Hypothesis.of(contrast)),
                PermutationOptions.of(permutations, 3, Tail.BOTH),
                Progress.NONE);
        return (System.nanoTime() - begin) * 1e-9;
    }
}
