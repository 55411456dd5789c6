package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.Blocks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockShufflingTest {
    /** Rows that all differ, even in their size. */
    private static double[][] different(int n) {
        return new double[][] {IntStream.range(0, n).mapToDouble(i -> i + 1).toArray()};
    }

    private static BlockShuffling free(ShuffleScheme scheme, double... column) {
        return new BlockShuffling(scheme, BlockTree.free(column.length), RowClasses.of(new double[][] {column}));
    }

    /** Rows are separated by semicolons, levels by blanks. */
    private static Blocks blocks(String text) {
        return new Blocks(Arrays.stream(text.split(";"))
                .map(row -> Arrays.stream(row.strip().split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new));
    }

    private static BlockShuffling of(ShuffleScheme scheme, Blocks blocks, boolean within) {
        BlockTree tree = BlockTree.of(blocks, within);
        if (scheme != ShuffleScheme.FLIPS) tree.requireExchangeable();
        return new BlockShuffling(scheme, tree, RowClasses.of(different(tree.subjects())));
    }

    private static BlockShuffling nested(ShuffleScheme scheme, String text) {
        return of(scheme, blocks(text), false);
    }

    private static final Blocks FOUR_OF_THREE = blocks("1;1;1;2;2;2;3;3;3;4;4;4");

    @Test
    void countsDistinctFlips() {
        assertEquals(32, free(ShuffleScheme.FLIPS, 1, 1, 1, 1, 1).count());
        assertEquals(16, free(ShuffleScheme.FLIPS, 1, 1, 0, 1, 1).count(), "a row of zeros cannot be flipped");
        assertEquals(4096, of(ShuffleScheme.FLIPS, FOUR_OF_THREE, true).count());
        assertEquals(16, of(ShuffleScheme.FLIPS, FOUR_OF_THREE, false).count());
        assertEquals(8, of(ShuffleScheme.FLIPS, blocks("1;2;2;3;3;3"), false).count(), "of unequal sizes");
        assertEquals(8, of(ShuffleScheme.FLIPS, blocks("1;2;3"), true).count(), "one subject a block");
        assertEquals(4, of(ShuffleScheme.FLIPS, blocks("1;1;-2"), true).count(), "a block that is kept as it is");
    }

    @Test
    void countsDistinctPermutations() {
        assertEquals(
                252,
                free(ShuffleScheme.PERMUTATIONS, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1).count());
        assertEquals(
                362880,
                free(ShuffleScheme.PERMUTATIONS, 1, 2, 3, 4, 5, 6, 7, 8, 9).count());
        assertEquals(1, free(ShuffleScheme.PERMUTATIONS, 1, 1, 1).count());
        assertEquals(90, free(ShuffleScheme.PERMUTATIONS, 1, -1, 2, 2, 1, -1).count());
        assertEquals(
                Double.POSITIVE_INFINITY,
                new BlockShuffling(ShuffleScheme.PERMUTATIONS, BlockTree.free(200), RowClasses.of(different(200)))
                        .count());
        assertEquals(24, of(ShuffleScheme.PERMUTATIONS, FOUR_OF_THREE, false).count());
        assertEquals(1296, of(ShuffleScheme.PERMUTATIONS, FOUR_OF_THREE, true).count());
    }

    @Test
    void countsBothTogether() {
        assertEquals(48, free(ShuffleScheme.BOTH, 1, 2, 3).count());
        assertEquals(32, free(ShuffleScheme.BOTH, 1, 1, 1, 1, 1).count());
        assertEquals(16, free(ShuffleScheme.BOTH, 1, 1, -1, -1).count(), "each sign pattern is reached once");
        assertEquals(24 * 16, of(ShuffleScheme.BOTH, FOUR_OF_THREE, false).count());
        assertEquals(1296 * 4096, of(ShuffleScheme.BOTH, FOUR_OF_THREE, true).count());
    }

    @Test
    void wholeBlocksThatLookAlikeAreInterchangeable() {
        BlockTree tree = BlockTree.of(blocks("1;1;2;2;3;3;4;4"), false);
        RowClasses rows = RowClasses.of(new double[][] {{0, 1, 0, 1, 1, 0, 0, 1}});
        assertEquals(4, new BlockShuffling(ShuffleScheme.PERMUTATIONS, tree, rows).count());
    }

    /** The same structures in the short and the long form, by hand. */
    @ParameterizedTest
    @CsvSource({
        "1 1;1 2;1 3;1 4;1 5;1 6, 720, 64",
        "-1 1;-1 1;-1 2;-1 2;-1 3;-1 3, 8, 64",
        "-1 1 1;-1 1 2;-1 2 1;-1 2 2;-1 3 1;-1 3 2, 8, 64",
        "1 1;1 1;1 2;1 2;1 3;1 3, 6, 8",
        "1 -1 1;1 -1 2;1 -2 1;1 -2 2;1 -3 1;1 -3 2, 6, 8",
        "1 1 1;1 1 2;1 2 1;1 2 2;1 3 1;1 3 2, 48, 64",
        "-1 -1;-1 -1;-1 -2;-1 -2, 1, 1",
        "1;1;2;2, 2, 4"
    })
    void readsNestedBlocksAsPalmDoes(String text, double permutations, double flips) {
        assertEquals(permutations, nested(ShuffleScheme.PERMUTATIONS, text).count());
        assertEquals(flips, nested(ShuffleScheme.FLIPS, text).count());
    }

    /**
     * Families: two pairs of twins with a sibling each, two families of two siblings, three single subjects. Families of
     * one kind are exchanged, so are twins, and siblings, but not twins with siblings.
     */
    private static final String FAMILIES =
            "-1 1 -1 1 1; -1 1 -1 1 2; -1 1 -1 2 3; -1 1 -2 1 4; -1 1 -2 1 5; -1 1 -2 2 6;"
                    + "-1 2 3 1 7; -1 2 3 2 8; -1 2 4 1 9; -1 2 4 2 10; -1 3 5 1 11; -1 3 6 1 12; -1 3 7 1 13";

    @Test
    void familiesAreExchangedByKind() {
        // 2! orders x 2! twins twice; 2! orders x 2! siblings twice; 3! orders.
        assertEquals(
                (2 * 2 * 2) * (2 * 2 * 2) * 6,
                nested(ShuffleScheme.PERMUTATIONS, FAMILIES).count());
        // Each twin, each sibling of the second kind and each single subject; the twins' sibling moves with its family.
        assertEquals(1 << 13, nested(ShuffleScheme.FLIPS, FAMILIES).count());
    }

    @Test
    void nothingIsLeftOutOrRepeated() {
        for (String text : List.of(FAMILIES, "1 1 1;1 1 2;1 2 1;1 2 2;1 3 1;1 3 2", "1 1;1 1;1 2;1 2;1 3;1 3"))
            for (ShuffleScheme scheme : List.of(ShuffleScheme.PERMUTATIONS, ShuffleScheme.FLIPS)) {
                BlockShuffling shuffling = nested(scheme, text);
                Set<List<Integer>> seen = new HashSet<>();
                shuffling.all().forEachRemaining(shuffle -> assertTrue(seen.add(key(shuffle))));
                assertEquals(shuffling.count() - 1, seen.size());
                // Random draws know nothing of the enumeration, and end up in the same set.
                Iterator<Shuffle> random = shuffling.random(5);
                for (int k = 0; k < 1000; k++) {
                    Shuffle drawn = random.next();
                    assertTrue(
                            seen.contains(key(drawn)) || key(drawn).equals(key(Shuffle.identity(drawn.row().length))));
                }
            }
    }

    private static List<Integer> key(Shuffle shuffle) {
        return IntStream.range(0, shuffle.row().length)
                .mapToObj(i -> shuffle.sign()[i] * (shuffle.row()[i] + 1))
                .toList();
    }

    @Test
    void listsPermutationsInLexicalOrderWithoutTheIdentity() {
        StringBuilder text = new StringBuilder();
        free(ShuffleScheme.PERMUTATIONS, 1, 2, 1, 2).all().forEachRemaining(shuffle -> {
            for (double x : shuffle.apply(new double[] {1, 2, 1, 2})) text.append((int) x);
            text.append(' ');
        });
        assertEquals("1122 1221 2112 2121 2211 ", text.toString());
    }

    @Test
    void drawsEveryRelabellingWithTheSameChance() {
        assertUniform(free(ShuffleScheme.PERMUTATIONS, 1, 2, 3, 4));
        assertUniform(free(ShuffleScheme.BOTH, 1, 2, 3));
        assertUniform(nested(ShuffleScheme.PERMUTATIONS, "1 1 1;1 1 2;1 2 1;1 2 2;1 3 1;1 3 2"));
        assertUniform(nested(ShuffleScheme.BOTH, "1 -1;1 -1;1 -2;1 -2;1 -3;1 -3"));
    }

    /** Pearson's statistic stays within 4 standard deviations of its mean. */
    private static void assertUniform(BlockShuffling shuffling) {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        Iterator<Shuffle> random = shuffling.random(7);
        double expected = 200, cells = shuffling.count();
        for (int k = 0; k < expected * cells; k++) counts.merge(key(random.next()), 1, Integer::sum);
        assertEquals(cells, counts.size());
        double pearson = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertEquals(cells - 1, pearson, 4 * Math.sqrt(2 * (cells - 1)));
    }

    @Test
    void knowsWhatNoShuffleChanges() {
        assertArrayEquals(new double[][] {{1, 1, 1}}, BlockTree.free(3).invariants(ShuffleScheme.PERMUTATIONS));
        assertEquals(0, BlockTree.free(3).invariants(ShuffleScheme.FLIPS).length);
        Blocks pairs = blocks("1;2;1;2");
        assertArrayEquals(
                new double[][] {{1, 0, 1, 0}, {0, 1, 0, 1}},
                BlockTree.of(pairs, true).invariants(ShuffleScheme.PERMUTATIONS));
        // Block 1 is rows 0 and 2: its first row takes the place of row 1, its second that of row 3.
        assertArrayEquals(
                new double[][] {{1, 1, 0, 0}, {0, 0, 1, 1}},
                BlockTree.of(pairs, false).invariants(ShuffleScheme.PERMUTATIONS));
        assertEquals(0, BlockTree.of(pairs, false).invariants(ShuffleScheme.BOTH).length);
        assertArrayEquals(
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                BlockTree.of(blocks("-1 -1;-1 -1;-1 -1"), false).invariants(ShuffleScheme.FLIPS));
    }

    @Test
    void keepsTheOrderInsideWholeBlocks() {
        Iterator<Shuffle> random =
                of(ShuffleScheme.PERMUTATIONS, FOUR_OF_THREE, false).random(3);
        for (int k = 0; k < 50; k++) {
            int[] row = random.next().row();
            for (int i = 0; i < 12; i++) {
                assertEquals(i % 3, row[i] % 3);
                assertEquals(row[i - i % 3] / 3, row[i] / 3);
            }
        }
    }

    @Test
    void drawsTheFlipsWithinBlocksAsFreeOnes() {
        Blocks scrambled = blocks("2;1;2;1;3");
        Iterator<Shuffle> within = of(ShuffleScheme.FLIPS, scrambled, true).random(11);
        Iterator<Shuffle> free = free(ShuffleScheme.FLIPS, 1, 2, 3, 4, 5).random(11);
        for (int k = 0; k < 10; k++)
            assertArrayEquals(free.next().sign(), within.next().sign());
    }

    @Test
    void refusesToExchangeBlocksOfDifferentSizeOrShape() {
        assertEquals(
                "blocks: block 2 has 1 subject, expected 2 as in block 1, since blocks that are exchanged as wholes must be"
                        + " of equal size; shuffle within blocks, flip signs, or leave subjects out.",
                assertThrows(InputException.class, () -> of(ShuffleScheme.PERMUTATIONS, blocks("1;1;2;3;3"), false))
                        .getMessage());
        assertEquals(
                "blocks: block 2 is divided otherwise than block 1, expected sub-blocks of the same sizes, since the two are"
                        + " exchanged as wholes; forbid it by a negative number on the level above.",
                assertThrows(
                                InputException.class,
                                () -> nested(ShuffleScheme.PERMUTATIONS, "1 -1 1;1 -1 2;1 2 1;1 2 2;1 3 1;1 3 2"))
                        .getMessage());
        assertThrows(InputException.class, () -> BlockTree.of(new Blocks(new int[][] {{}, {}}), true));
        assertEquals(
                6, of(ShuffleScheme.PERMUTATIONS, blocks("1;1;2;3;3;3"), true).count() / 2);
    }

    @Test
    void seesThroughRounding() {
        double[][] columns = {{0.1 + 0.2, 0.3, -0.3, 1e-17, 1}};
        RowClasses rows = RowClasses.of(columns);
        assertArrayEquals(new int[] {1, 1, -1, 0, 2}, rows.codes());
        assertArrayEquals(new double[] {0.1 + 0.2, 0.1 + 0.2, -(0.1 + 0.2), 0, 1}, RowClasses.align(columns)[0]);
        assertFalse(rows.isUnchangedBy(new Shuffle(new int[] {2, 1, 0, 3, 4}, new int[] {1, 1, 1, 1, 1})));
        assertTrue(rows.isUnchangedBy(new Shuffle(new int[] {2, 0, 1, 3, 4}, new int[] {-1, 1, -1, -1, 1})));
    }

    @Test
    void namesWhatIsDone() {
        assertEquals("sign flips", free(ShuffleScheme.FLIPS, 1, 1).name());
        assertEquals(
                "permutations within 4 blocks",
                of(ShuffleScheme.PERMUTATIONS, FOUR_OF_THREE, true).name());
        assertEquals(
                "sign flips of 4 whole blocks",
                of(ShuffleScheme.FLIPS, FOUR_OF_THREE, false).name());
        assertEquals(
                "permutations with sign flips that respect nested blocks",
                nested(ShuffleScheme.BOTH, FAMILIES).name());
        assertEquals(ShuffleScheme.BOTH, ShuffleScheme.of("both"));
        assertThrows(InputException.class, () -> ShuffleScheme.of("all"));
    }

    @Test
    void meetsEveryValueEquallyOftenInEveryPlace() {
        BlockShuffling shuffling = free(ShuffleScheme.PERMUTATIONS, 0, 0, 1, 1, 2);
        double[] column = {0, 0, 1, 1, 2}, sum = column.clone();
        Map<Double, Integer> seen = new TreeMap<>();
        shuffling.all().forEachRemaining(shuffle -> {
            double[] shuffled = shuffle.apply(column);
            for (int i = 0; i < 5; i++) sum[i] += shuffled[i];
        });
        for (double total : sum) seen.merge(total, 1, Integer::sum);
        assertEquals(Map.of(30 * 0.8, 5), seen);
    }
}
