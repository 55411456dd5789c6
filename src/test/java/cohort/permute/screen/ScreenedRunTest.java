package cohort.permute.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import cohort.Progress;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole tests with the screen and without it, where permutations are counted in each voxel: the same to the last bit. */
class ScreenedRunTest {
    private static final Mask MASK = Mask.everywhere(Grid.ofVoxelSize(12, 11, 10, 3, 3, 3));

    @ParameterizedTest
    @CsvSource({
        "60, 30, 1, BOTH",
        "210, 4, 1, POSITIVE",
        "60, 40, 3, POSITIVE",
        "120, 100, 1, NEGATIVE",
        "150, 90, 2, POSITIVE",
        "530, 12, 1, BOTH"
    })
    void theNullsAreThoseOfAllVoxels(int subjects, int columns, int rows, Tail tail) {
        Random random = new Random(subjects + columns);
        double[] values = random.doubles((long) subjects * MASK.size(), -1, 1).toArray();
        if (subjects > 500) // neighbours resemble each other
        for (int i = 1; i < values.length; i++) values[i] += 0.97 * values[i - 1];
        for (int v = 0; v < MASK.size(); v += 50) // one subject far off, and a voxel that the model nearly explains
        values[v] = 1e4;
        DMatrixRMaj design = new DMatrixRMaj(subjects, columns);
        for (int s = 0; s < subjects; s++) {
            design.set(s, 0, 1);
            for (int c = 1; c < columns; c++) design.set(s, c, random.nextGaussian());
            values[s * MASK.size() + 7] = design.get(s, columns - 1) + 1e-7 * values[s * MASK.size() + 7];
        }
        DMatrixRMaj contrast = new DMatrixRMaj(rows, columns);
        for (int r = 0; r < rows; r++) contrast.set(r, r + 1, 1);
        PermutedContrast screened = test(values, design, contrast, tail, false);
        PermutedContrast whole = test(values, design, contrast, tail, true);
        for (int s = 0; s < 3; s++)
            assertArrayEquals(
                    whole.statistics().get(s).nulls().maxima(),
                    screened.statistics().get(s).nulls().maxima());
    }

    private static PermutedContrast test(
            double[] values, DMatrixRMaj design, DMatrixRMaj contrast, Tail tail, boolean uncorrected) {
        PermutationOptions usual = PermutationOptions.of(300, 5, tail);
        PermutationOptions options = new PermutationOptions(
                300,
                5,
                tail,
                usual.shuffle(),
                Optional.empty(),
                6,
                new EvidenceOptions(Approximation.NONE, uncorrected, 0));
        Hypothesis hypothesis = new Hypothesis(
                contrast, ClusterForming.statistics(0.01, tail, contrast.numRows, design.numRows - design.numCols));
        return PermutationInference.test(
                        ArrayImgs.doubles(values, MASK.size(), design.numRows),
                        MASK,
                        design,
                        List.of(hypothesis),
                        options,
                        Progress.NONE)
                .contrasts()
                .get(0);
    }
}
