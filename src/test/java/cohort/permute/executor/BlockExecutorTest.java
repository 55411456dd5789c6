package cohort.permute.executor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.mask.Mask;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutationResult;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class BlockExecutorTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());

    /** Sends each block and its result over a wire, the last block first, as machines of a cluster might. */
    private static final BlockExecutor REMOTE = new BlockExecutor() {
        @Override
        public int tasks() {
            return 3;
        }

        @Override
        public List<BlockResult> evaluate(List<ShuffleBlock> blocks, Function<ShuffleBlock, BlockResult> evaluate) {
            List<BlockResult> results = new ArrayList<>();
            for (int b = blocks.size() - 1; b >= 0; b--) results.add(sent(evaluate.apply(sent(blocks.get(b)))));
            Collections.reverse(results);
            return results;
        }
    };

    @SuppressWarnings("unchecked") // what is read is what was written
    private static <T> T sent(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static PermutationResult test(BlockExecutor executor, boolean uncorrected, int permutations) {
        double[][] maps = TinyCohort.maps();
        double[] values = new double[12 * MASK.size()];
        DMatrixRMaj design = new DMatrixRMaj(12, 2);
        for (int s = 0; s < 12; s++) {
            for (int m = 0; m < MASK.size(); m++) values[s * MASK.size() + m] = maps[s][MASK.gridIndex(m)];
            design.set(s, 0, 1);
            design.set(s, 1, TinyCohort.age()[s]);
        }
        Img<DoubleType> data = ArrayImgs.doubles(values, MASK.size(), 12);
        PermutationOptions usual = PermutationOptions.of(permutations, 3, Tail.BOTH);
        PermutationOptions options = new PermutationOptions(
                permutations,
                3,
                Tail.BOTH,
                usual.shuffle(),
                Optional.empty(),
                6,
                new EvidenceOptions(Approximation.NONE, uncorrected, 0));
        List<Hypothesis> contrasts = new ArrayList<>();
        for (double[] row : new double[][] {{1, 0}, {0, 1}})
            contrasts.add(new Hypothesis(
                    new DMatrixRMaj(new double[][] {row}), ClusterForming.statistics(0.01, Tail.BOTH, 1, 10)));
        return PermutationInference.test(data, MASK, design, contrasts, options, executor, Progress.NONE);
    }

    @Test
    void anotherExecutorGivesTheSame() {
        for (boolean uncorrected : new boolean[] {false, true}) {
            PermutationResult here = test(BlockExecutor.threads(), uncorrected, uncorrected ? 50 : 4000);
            PermutationResult there = test(REMOTE, uncorrected, uncorrected ? 50 : 4000);
            for (int c = 0; c < 2; c++) {
                PermutedContrast a = here.contrasts().get(c),
                        b = there.contrasts().get(c);
                for (int s = 0; s < 3; s++)
                    assertArrayEquals(
                            a.statistics().get(s).nulls().maxima(),
                            b.statistics().get(s).nulls().maxima());
                assertEquals(uncorrected, a.uncorrected().isPresent());
                assertArrayEquals(
                        a.uncorrected().orElse(new double[0]), b.uncorrected().orElse(new double[0]));
            }
        }
    }
}
