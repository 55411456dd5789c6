package cohort.permute.executor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutationResult;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.statistic.ClusterForming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class BlockExecutorTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());

    /**
     * Has the voxels in parts, sends each its work and its blocks over a wire, and brings together what comes back, the last part
     * and the last block first, as machines of a cluster might.
     */
    private static BlockExecutor remote(VoxelMatrix data, int... cuts) {
        return new BlockExecutor() {
            @Override
            public int tasks() {
                return 3;
            }

            @Override
            public int blockSize(BlockNeeds needs, int left) {
                return 500;
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                Map<Integer, List<BlockPart>> parts = new TreeMap<>(Comparator.reverseOrder());
                for (int p = cuts.length - 2; p >= 0; p--) {
                    Function<ShuffleBlock, BlockPart> part =
                            sent(work.split()).on(part(data, cuts[p], cuts[p + 1]), cuts[p]);
                    for (ShuffleBlock block : blocks)
                        parts.computeIfAbsent(block.first(), first -> new ArrayList<>())
                                .add(0, sent(part.apply(sent(block))));
                }
                Function<List<BlockPart>, BlockResult> join = sent(work.split()).join();
                List<BlockResult> results = new ArrayList<>();
                for (List<BlockPart> block : parts.values()) results.add(0, sent(join.apply(block)));
                return results;
            }
        };
    }

    private static VoxelMatrix part(VoxelMatrix data, int from, int to) {
        boolean[] inside = new boolean[data.voxels()];
        Arrays.fill(inside, from, to, true);
        return data.only(inside);
    }

    @SuppressWarnings("unchecked") // what is read is what was written
    private static <T> T sent(T value) {
        try {
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes(value))).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** Blocks of a size of their own. */
    private static BlockExecutor of(int blockSize) {
        BlockExecutor threads = BlockExecutor.threads();
        return new BlockExecutor() {
            @Override
            public int tasks() {
                return 3;
            }

            @Override
            public int blockSize(BlockNeeds needs, int left) {
                return blockSize;
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                return threads.evaluate(blocks, work);
            }
        };
    }

    private static PermutationResult test(
            Function<Img<DoubleType>, BlockExecutor> executor, boolean uncorrected, int permutations) {
        return test(executor, uncorrected, permutations, Progress.NONE);
    }

    private static PermutationResult test(
            Function<Img<DoubleType>, BlockExecutor> executor,
            boolean uncorrected,
            int permutations,
            Progress progress) {
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
        return PermutationInference.test(data, MASK, design, contrasts, options, executor.apply(data), progress);
    }

    @Test
    void signsAreSentAsBits() {
        List<Shuffle> flips = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            int[] sign = new int[1000];
            for (int i = 0; i < sign.length; i++) sign[i] = (i * 7 + k) % 3 == 0 ? -1 : 1;
            flips.add(new Shuffle(Shuffle.identity(1000).row(), sign));
        }
        ShuffleBlock block = new ShuffleBlock(5, flips);
        assertTrue(bytes(block).length < 100 * 1000 / 8 * 1.5);
        ShuffleBlock there = sent(block);
        assertEquals(5, there.first());
        for (int k = 0; k < 100; k++) {
            assertArrayEquals(flips.get(k).row(), there.shuffles().get(k).row());
            assertArrayEquals(flips.get(k).sign(), there.shuffles().get(k).sign());
        }
    }

    @Test
    void blocksGrowUntilMemoryEndsAndAreSharedByThreads() {
        long room = Runtime.getRuntime().maxMemory() / BlockExecutor.PART;
        Parallelization.runWithNumThreads(2, () -> {
            BlockExecutor threads = BlockExecutor.threads();
            assertEquals(1024, threads.blockSize(new BlockNeeds(1, 1024, 1), 10_000));
            assertEquals(500, threads.blockSize(new BlockNeeds(1, 1024, 1), 999));
            assertEquals(50, threads.blockSize(new BlockNeeds(1, 1024, room / 100), 10_000));
            assertEquals(1, threads.blockSize(new BlockNeeds(1, 1024, room), 10_000));
        });
    }

    @Test
    void theCallerOfTheSharedPoolGetsABlockAsWell() {
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        BlockExecutor executor = BlockExecutor.threads();
        assertEquals(2 * threads, executor.tasks());
        assertEquals(10, executor.blockSize(new BlockNeeds(1, 1024, 1), 10 * threads));
    }

    @Test
    void anotherExecutorGivesTheSame() {
        for (boolean uncorrected : new boolean[] {false, true})
            same(data -> remote(VoxelMatrix.of(data), 0, 1, 100, MASK.size()), uncorrected, uncorrected ? 50 : 4000);
    }

    @Test
    void blocksOfAnySizeGiveTheSame() {
        for (int size : new int[] {1, 7, 33}) same(data -> of(size), true, 300);
        same(data -> BlockExecutor.threads().inShortBlocks(), true, 300);
    }

    private static void same(Function<Img<DoubleType>, BlockExecutor> executor, boolean uncorrected, int permutations) {
        PermutationResult here = test(data -> BlockExecutor.threads(), uncorrected, permutations);
        PermutationResult there = test(executor, uncorrected, permutations);
        for (int c = 0; c < 2; c++) {
            PermutedContrast a = here.contrasts().get(c), b = there.contrasts().get(c);
            for (int s = 0; s < 3; s++)
                assertArrayEquals(
                        a.statistics().get(s).nulls().maxima(),
                        b.statistics().get(s).nulls().maxima());
            assertEquals(uncorrected, a.uncorrected().isPresent());
            assertArrayEquals(
                    a.uncorrected().orElse(new double[0]), b.uncorrected().orElse(new double[0]));
        }
    }

    @Test
    void cancelEndsATestWithinARound() {
        AtomicInteger looks = new AtomicInteger();
        Parallelization.runSingleThreaded(
                () -> test(data -> of(300), false, 600, canceledAt(looks, Integer.MAX_VALUE)));
        int all = looks.getAndSet(0);
        Parallelization.runSingleThreaded(() -> assertThrows(
                CancellationException.class, () -> test(data -> of(300), false, 600, canceledAt(looks, all / 4))));
        assertEquals(all / 4, looks.get());
    }

    /** Canceled when it is asked for the n-th time. */
    private static Progress canceledAt(AtomicInteger looks, int n) {
        return new Progress() {
            @Override
            public void update(String step, long done, long total) {}

            @Override
            public void say(String sentence) {}

            @Override
            public boolean isCanceled() {
                return looks.incrementAndGet() >= n;
            }
        };
    }
}
