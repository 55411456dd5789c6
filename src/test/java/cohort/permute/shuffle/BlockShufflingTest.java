package cohort.permute.shuffle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
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
    private static BlockLabels blocks(String text) {
        return new BlockLabels(Arrays.stream(text.split(";"))
                .map(row -> Arrays.stream(row.strip().split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new));
    }

    private static BlockShuffling of(ShuffleScheme scheme, BlockLabels blocks, boolean within) {
        BlockTree tree = BlockTree.of(blocks, within, scheme);
        if (scheme != ShuffleScheme.FLIPS) tree.requireExchangeable();
        return new BlockShuffling(scheme, tree, RowClasses.of(different(tree.subjects())));
    }

    private static BlockShuffling nested(ShuffleScheme scheme, String text) {
        return of(scheme, blocks(text), false);
    }

    private static final BlockLabels FOUR_OF_THREE = blocks("1;1;1;2;2;2;3;3;3;4;4;4");

    @Test
    void countsDistinctFlips() {
        assertEquals(32, free(ShuffleScheme.FLIPS, 1, 1, 1, 1, 1).count());
        assertEquals(16, free(ShuffleScheme.FLIPS, 1, 1, 0, 1, 1).count(), "a row of zeros cannot be flipped");
        assertEquals(
                16,
                of(ShuffleScheme.FLIPS, FOUR_OF_THREE, true).count(),
                "one sign per block, not one sign per subject");
        assertEquals(16, of(ShuffleScheme.FLIPS, FOUR_OF_THREE, false).count());
        assertEquals(8, of(ShuffleScheme.FLIPS, blocks("1;2;2;3;3;3"), false).count(), "of unequal sizes");
        assertEquals(8, of(ShuffleScheme.FLIPS, blocks("1;2;3"), true).count(), "one subject a block");
        assertEquals(4, of(ShuffleScheme.FLIPS, blocks("1;1;-2"), true).count());
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
        assertEquals(1296 * 16, of(ShuffleScheme.BOTH, FOUR_OF_THREE, true).count());
    }

    @Test
    void wholeBlocksThatLookAlikeAreInterchangeable() {
        BlockTree tree = BlockTree.of(blocks("1;1;2;2;3;3;4;4"), false, ShuffleScheme.PERMUTATIONS);
        RowClasses rows = RowClasses.of(new double[][] {{0, 1, 0, 1, 1, 0, 0, 1}});
        assertEquals(4, new BlockShuffling(ShuffleScheme.PERMUTATIONS, tree, rows).count());
    }

    /** Counts of PALM's palm_quickperms (Octave) in the long form; the short forms mean the same, as its manual has it. */
    @ParameterizedTest
    @CsvSource({
        "1 1;1 2;1 3;1 4;1 5;1 6, 720, 64, 46080",
        "-1 1;-1 1;-1 2;-1 2;-1 3;-1 3, 8, 64, 512",
        "-1 1 1;-1 1 2;-1 2 1;-1 2 2;-1 3 1;-1 3 2, 8, 64, 512",
        "1 1;1 1;1 2;1 2;1 3;1 3, 6, 8, 48",
        "1 -1 1;1 -1 2;1 -2 1;1 -2 2;1 -3 1;1 -3 2, 6, 8, 48",
        "1 1 1;1 1 2;1 2 1;1 2 2;1 3 1;1 3 2, 48, 8, 384",
        "-1 1 1 1;-1 1 1 2;-1 1 2 3;-1 1 2 4;-1 2 3 5;-1 2 3 6;-1 2 4 7;-1 2 4 8, 64, 16, 1024",
        "-1 -1 1 1;-1 -1 1 2;-1 -1 2 3;-1 -1 2 4;-1 2 3 5;-1 2 3 6;-1 2 4 7;-1 2 4 8, 32, 64, 2048",
        "1 1 1 1;1 1 1 2;1 1 2 3;1 1 2 4;1 2 3 5;1 2 3 6;1 2 4 7;1 2 4 8, 128, 4, 512",
        "-1 -1 1;-1 -1 2;-1 -2 3;-1 3 4;-1 3 5;-1 4 6;-1 4 7, 4, 128, 512"
    })
    void countsNestedBlocksAsPalmDoes(String text, double permutations, double flips, double both) {
        assertEquals(permutations, nested(ShuffleScheme.PERMUTATIONS, text).count());
        assertEquals(flips, nested(ShuffleScheme.FLIPS, text).count());
        assertEquals(both, nested(ShuffleScheme.BOTH, text).count());
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
        // Families are exchanged, so that each has one sign (PALM: 384, 128 and 49152).
        assertEquals(1 << 7, nested(ShuffleScheme.FLIPS, FAMILIES).count());
        assertEquals(384 << 7, nested(ShuffleScheme.BOTH, FAMILIES).count());
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
        BlockLabels pairs = blocks("1;2;1;2");
        assertArrayEquals(
                new double[][] {{1, 0, 1, 0}, {0, 1, 0, 1}},
                BlockTree.of(pairs, true, ShuffleScheme.PERMUTATIONS).invariants(ShuffleScheme.PERMUTATIONS));
        // Block 1 is rows 0 and 2: its first row takes the place of row 1, its second that of row 3.
        assertArrayEquals(
                new double[][] {{1, 1, 0, 0}, {0, 0, 1, 1}},
                BlockTree.of(pairs, false, ShuffleScheme.PERMUTATIONS).invariants(ShuffleScheme.PERMUTATIONS));
        assertEquals(0, BlockTree.of(pairs, false, ShuffleScheme.BOTH).invariants(ShuffleScheme.BOTH).length);
        assertEquals(0, BlockTree.of(pairs, true, ShuffleScheme.FLIPS).invariants(ShuffleScheme.FLIPS).length);
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
    void flipsBlocksAsFreeSubjects() {
        BlockLabels scrambled = blocks("2;1;2;1;3");
        Iterator<Shuffle> free = free(ShuffleScheme.FLIPS, 1, 2, 3).random(11);
        for (boolean within : new boolean[] {true, false}) {
            Iterator<Shuffle> blocks =
                    of(ShuffleScheme.FLIPS, scrambled, within).random(11);
            for (int k = 0; k < 10; k++) {
                int[] sign = free.next().sign();
                assertArrayEquals(
                        new int[] {sign[0], sign[1], sign[0], sign[1], sign[2]},
                        blocks.next().sign());
            }
            free = free(ShuffleScheme.FLIPS, 1, 2, 3).random(11);
        }
    }

    @Test
    void refusesToExchangeBlocksOfDifferentSizeOrShape() {
        assertEquals(
                "blocks: block 2 has 1 subject, expected 2 as in block 1, since blocks exchanged as a whole"
                        + " must be of equal size; permute within blocks, flip signs, or leave subjects out.",
                assertThrows(InputException.class, () -> of(ShuffleScheme.PERMUTATIONS, blocks("1;1;2;3;3"), false))
                        .getMessage());
        assertEquals(
                "blocks: block 2 is divided differently from block 1, expected sub-blocks of the same sizes,"
                        + " since the two are exchanged as whole blocks; a negative number on the level above"
                        + " forbids that.",
                assertThrows(
                                InputException.class,
                                () -> nested(ShuffleScheme.PERMUTATIONS, "1 -1 1;1 -1 2;1 2 1;1 2 2;1 3 1;1 3 2"))
                        .getMessage());
        assertThrows(
                InputException.class,
                () -> BlockTree.of(new BlockLabels(new int[][] {{}, {}}), true, ShuffleScheme.FLIPS));
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

    /** Whatever a record says of blocks, the scheme is known by how its description begins. */
    @Test
    void aSchemeIsKnownByItsDescription() {
        for (ShuffleScheme scheme : List.of(ShuffleScheme.FLIPS, ShuffleScheme.PERMUTATIONS, ShuffleScheme.BOTH))
            for (String blocks : List.of("", " within 12 blocks", " of 1 whole block"))
                assertEquals(scheme, ShuffleScheme.described(scheme.words() + blocks));
        assertEquals("permutations", ShuffleScheme.described("nothing").words());
    }
}
