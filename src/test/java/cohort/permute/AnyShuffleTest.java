package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.permute.shuffle.BlockShuffling;
import cohort.permute.shuffle.BlockTree;
import cohort.permute.shuffle.RowClasses;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.shuffle.ShuffleScheme;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the shuffles of any blocks and any design. */
class AnyShuffleTest {
    private static final int N = 6;

    /** BlockLabels and a small design, many rows of which are alike. */
    record Case(ShuffleScheme scheme, BlockLabels blocks, boolean within, double[] column) {
        BlockTree tree() {
            return BlockTree.of(blocks, within, scheme);
        }

        BlockShuffling shuffling() {
            return new BlockShuffling(scheme, tree(), RowClasses.of(new double[][] {column}));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ShuffleScheme> schemes =
                Arbitraries.of(ShuffleScheme.FLIPS, ShuffleScheme.PERMUTATIONS, ShuffleScheme.BOTH);
        Arbitrary<double[]> columns =
                Arbitraries.of(-1.0, 0.0, 1.0, 2.0).array(double[].class).ofSize(N);
        Arbitrary<Integer> signs = Arbitraries.of(-1, 1);
        // Two halves or three pairs, with any signs, flat or nested in each other, in any order of the subjects.
        Arbitrary<int[][]> labels = Combinators.combine(
                        signs,
                        signs,
                        signs,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.shuffle(0, 1, 2, 3, 4, 5))
                .as((a, b, c, kind, order) -> {
                    int[][] rows = new int[N][];
                    for (int i = 0; i < N; i++) {
                        int at = order.get(i), half = at / 3 + 1, pair = at / 2 + 1;
                        rows[i] = switch (kind) {
                            case 1 -> new int[] {a * half};
                            case 2 -> new int[] {a, b * pair};
                            default -> new int[] {a, b * half, c * (at % 3 / 2 + 1), at + 1};
                        };
                    }
                    return rows;
                });
        return Combinators.combine(schemes, labels, Arbitraries.of(true, false), columns)
                .as((scheme, rows, within, column) -> new Case(scheme, new BlockLabels(rows), within, column))
                .filter(AnyShuffleTest::isPossible);
    }

    private static boolean isPossible(Case c) {
        if (c.scheme == ShuffleScheme.FLIPS) return true;
        try {
            c.tree().requireExchangeable();
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    /** The design that a random walk reaches are those of the enumeration, no more and no fewer. */
    @Property(tries = 300, seed = "1")
    void theEnumerationHoldsEveryDesignOnce(@ForAll("cases") Case c) {
        BlockShuffling shuffling = c.shuffling();
        Set<List<Double>> listed = new HashSet<>();
        listed.add(key(c.column));
        shuffling.all().forEachRemaining(s -> assertTrue(listed.add(key(s.apply(c.column))), "twice"));
        assertEquals(shuffling.count(), listed.size());
        Set<List<Double>> drawn = new HashSet<>();
        Iterator<Shuffle> random = shuffling.random(9);
        for (int k = 0; k < 40 * listed.size(); k++) drawn.add(key(random.next().apply(c.column)));
        assertTrue(listed.containsAll(drawn), "drawn but not listed");
        if (listed.size() <= 200) assertEquals(listed, drawn);
    }

    private static List<Double> key(double[] column) {
        return Arrays.stream(column).mapToObj(x -> x + 0.0).toList();
    }

    @Property(tries = 200, seed = "2")
    void everyShuffleKeepsWhatIsInvariant(@ForAll("cases") Case c) {
        double[][] invariants = c.shuffling().invariants();
        Iterator<Shuffle> random = c.shuffling().random(3);
        for (int k = 0; k < 20; k++) {
            Shuffle shuffle = random.next();
            for (double[] column : invariants) assertEquals(key(column), key(shuffle.apply(column)));
        }
    }

    @Property(tries = 200, seed = "3")
    void everyShuffleRespectsTheBlocksOfOneLevel(@ForAll("cases") Case c) {
        if (c.blocks.levels() > 1) return;
        int[] block = c.blocks.level(0);
        Iterator<Shuffle> random = c.shuffling().random(3);
        for (int k = 0; k < 20; k++) {
            Shuffle shuffle = random.next();
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < i; j++) {
                    boolean together = block[i] == block[j];
                    assertEquals(together, block[shuffle.row()[i]] == block[shuffle.row()[j]]);
                    if (together && !c.within) assertEquals(shuffle.sign()[i], shuffle.sign()[j]);
                    if (together && !c.within) assertEquals(i > j, shuffle.row()[i] > shuffle.row()[j]);
                }
                if (c.within) assertEquals(block[i], block[shuffle.row()[i]]);
            }
            assertEquals(N, IntStream.of(shuffle.row()).distinct().count());
        }
    }

    /** Over all relabellings, the unshuffled one included, every place sees the mean of the places it is exchanged with. */
    @Property(tries = 200, seed = "4")
    void theShufflesAddUpToTheirMean(@ForAll("cases") Case c) {
        double[] sum = c.column.clone();
        c.shuffling().all().forEachRemaining(shuffle -> {
            double[] shuffled = shuffle.apply(c.column);
            for (int i = 0; i < N; i++) sum[i] += shuffled[i];
        });
        double[] mean = new double[N];
        for (double[] orbit : c.shuffling().invariants()) {
            double total = 0, size = 0;
            for (int i = 0; i < N; i++) {
                total += orbit[i] * c.column[i];
                size += orbit[i];
            }
            for (int i = 0; i < N; i++) mean[i] += orbit[i] * total / size;
        }
        for (int i = 0; i < N; i++) assertEquals(mean[i], sum[i] / c.shuffling().count(), 1e-9);
    }
}
