package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyStudy;
import cohort.analysis.results.GroupResults;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutationTest;
import cohort.permute.executor.BlockExecutor;
import cohort.permute.executor.BlockNeeds;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.BlockWork;
import cohort.permute.executor.ShuffleBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test that is ended early or goes on is the one that was asked for as many shuffles at once. */
class GroupTestTest {
    @TempDir
    Path folder;

    private GroupTest begin(String more) throws IOException {
        TinyStudy study = TinyStudy.in(folder);
        return GroupAnalysis.load(
                        PermutationSettings.parse("maps=[" + study.table()
                                + "] model=[1 + age] contrast=[age | intercept] tail=both tfce=true uncorrected=true "
                                + more),
                        OpenImages.NONE,
                        Progress.NONE)
                .test();
    }

    private GroupResults whole(int permutations) throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=" + permutations);
        test.run(PermutationTest.Monitor.NONE, Progress.NONE);
        return test.results();
    }

    private static void same(GroupResults expected, GroupResults found) {
        assertEquals(expected.run().parameters(), found.run().parameters());
        assertEquals(expected.run().command(), found.run().command());
        assertEquals(expected.run().shuffled(), found.run().shuffled());
        for (int c = 0; c < 2; c++) {
            List<CorrectedMap> tests = found.contrasts().get(c).tests();
            for (int s = 0; s < tests.size(); s++) {
                CorrectedMap right = expected.contrasts().get(c).tests().get(s);
                assertArrayEquals(right.nulls().maxima(), tests.get(s).nulls().maxima());
                assertArrayEquals(right.logP(), tests.get(s).logP());
            }
            int contrast = c;
            expected.contrasts()
                    .get(c)
                    .maps()
                    .forEach((name, map) -> assertArrayEquals(
                            map.values(),
                            found.contrasts().get(contrast).maps().get(name).values(),
                            name));
        }
    }

    @Test
    void goesOnInTheSameStream() throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=33");
        test.run(PermutationTest.Monitor.NONE, Progress.NONE);
        GroupResults few = test.results();
        same(whole(33), few);
        double[] before = few.contrasts().get(0).tests().get(0).nulls().maxima();
        GroupTest more = test.upTo(300);
        assertTrue(more.test() == test.test());
        more.run(PermutationTest.Monitor.NONE, Progress.NONE);
        same(whole(300), more.results());
        assertEquals(whole(300).run().remarks(), more.results().run().remarks());
        assertArrayEquals(before, few.contrasts().get(0).tests().get(0).nulls().maxima());
    }

    @Test
    void endsWhereItIsToldTo() throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=700 threads=1");
        List<GroupResults> seen = new ArrayList<>();
        test.run(
                so -> {
                    seen.add(test.results());
                    return seen.size() < 2;
                },
                Progress.NONE);
        int made = test.test().made();
        assertTrue(made < 660, "the shuffles come in several rounds, but there were " + made);
        GroupResults found = test.results();
        assertEquals(
                "Ended by the user after " + made
                        + " of 700 permutations, which is valid if the decision to stop did not depend on the p-values seen.",
                found.run().remarks().get(found.run().remarks().size() - 1));
        same(begun(made), found);
        same(begun(seen.get(0).run().shuffled().shuffles()), seen.get(0));
        GroupTest on = test.upTo(made + 50);
        on.run(PermutationTest.Monitor.NONE, Progress.NONE);
        same(begun(made + 50), on.results());
    }

    /** Whichever of them comes first. */
    @Test
    void blocksAreSeenInTheOrderOfTheStream() throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=40 threads=1");
        BlockExecutor backwards = new BlockExecutor() {
            @Override
            public int tasks() {
                return 4;
            }

            @Override
            public int blockSize(BlockNeeds needs, int left) {
                return 8;
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                List<BlockResult> results = new ArrayList<>();
                for (int b = blocks.size() - 1; b >= 0; b--) results.add(0, work.evaluate(blocks.get(b)));
                return results;
            }
        };
        List<Integer> made = new ArrayList<>();
        List<GroupResults> seen = new ArrayList<>();
        test.test()
                .run(
                        backwards,
                        soFar -> {
                            made.add(soFar.made());
                            seen.add(test.results());
                            return true;
                        },
                        Progress.NONE);
        assertEquals(List.of(8, 16, 24, 32), made);
        same(begun(16), seen.get(1));
        same(begun(40), test.results());
    }

    private GroupResults begun(int permutations) throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=" + permutations + " threads=1");
        test.run(PermutationTest.Monitor.NONE, Progress.NONE);
        return test.results();
    }

    /** A round that failed took its shuffles from the stream, so that the rest of it would be another test. */
    @Test
    void beginsAnewWhereTheStreamWasLost() throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=100 threads=1");
        BlockExecutor failing = new BlockExecutor() {
            @Override
            public int tasks() {
                return 1;
            }

            @Override
            public int blockSize(BlockNeeds needs, int left) {
                return 8;
            }

            @Override
            public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
                throw new IllegalStateException("no memory");
            }
        };
        assertThrows(IllegalStateException.class, () -> test.test()
                .run(failing, PermutationTest.Monitor.NONE, Progress.NONE));
        assertFalse(test.test().canContinue(300));
        same(begun(300), test.upTo(300).run(PermutationTest.Monitor.NONE, Progress.NONE));
    }

    /** Scripts call this, and nobody tells them in words what an error of Java's means. */
    @Test
    void aShortageOfMemoryIsASentence() throws IOException {
        GroupTest test = begin("shuffle=permutations permutations=100 threads=1");
        Supplier<BlockExecutor> exhausted = () -> {
            throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
        };
        String sentence = assertThrows(
                        InputException.class, () -> test.run(exhausted, PermutationTest.Monitor.NONE, Progress.NONE))
                .getMessage();
        assertTrue(sentence.startsWith("memory: the "), sentence);
    }

    /** All distinct shuffles come in an order, so that some of them would be no sample. */
    @Test
    void allDistinctShufflesAreNotEndedEarly() throws IOException {
        GroupTest test = begin("shuffle=flips permutations=1000000 cluster_p=0");
        assertTrue(test.test().isExhaustive());
        test.run(so -> false, Progress.NONE);
        assertEquals(test.test().asked(), test.test().made());
        assertFalse(test.test().isEndedEarly());
    }

    /** More than there are distinct shuffles: each is made once, as if it had been asked for at once. */
    @Test
    void goesOnToAllDistinctShuffles() throws IOException {
        GroupTest test = begin("shuffle=flips permutations=10 cluster_p=0"),
                all = begin("shuffle=flips permutations=1000000 cluster_p=0");
        test.run(PermutationTest.Monitor.NONE, Progress.NONE);
        all.run(PermutationTest.Monitor.NONE, Progress.NONE);
        GroupTest more = test.upTo(1000000);
        more.run(PermutationTest.Monitor.NONE, Progress.NONE);
        assertEquals(all.test().made(), more.test().made());
        same(all.results(), more.results());
        double[] p = more.results().contrasts().get(0).tests().get(0).logP();
        assertTrue(Arrays.stream(p).max().orElseThrow() > 0);
    }
}
