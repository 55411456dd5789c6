package cohort.permute.shuffle;

import cohort.InputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of nested blocks.
 *
 * @param labels subjects x levels, the outermost first; the numbers of the last level distinguish subjects, without
 *     meaning by their signs
 */
record NestedBlocks(int[][] labels) {
    private static final Comparator<Integer> BY_NUMBER =
            Comparator.<Integer>comparingInt(Math::abs).thenComparing(Comparator.reverseOrder());

    /** @throws InputException if two blocks of one block differ by their signs alone */
    static void requireOneSign(int[][] labels) {
        Set<String> seen = new HashSet<>();
        for (int[] row : labels) {
            String outer = "";
            for (int label : row) {
                if (seen.contains(outer + -label))
                    throw new InputException("blocks: found both " + Math.abs(label) + " and " + -Math.abs(label)
                            + ", expected each block with one sign.");
                seen.add(outer + label);
                outer += label + " ";
            }
        }
    }

    /** One level: whole blocks that are exchanged, or within which subjects are exchanged unless its number is below 0. */
    static NestedBlocks ofOne(int[] blocks, boolean within) {
        return new NestedBlocks(IntStream.range(0, blocks.length)
                .mapToObj(i -> within ? new int[] {-1, blocks[i], i + 1} : new int[] {1, -Math.abs(blocks[i]), i + 1})
                .toArray(int[][]::new));
    }

    /** Several levels, the last of which distinguishes subjects or leaves that out. */
    static NestedBlocks ofSeveral(int[][] labels) {
        long distinct = Arrays.stream(labels).map(Arrays::toString).distinct().count();
        return new NestedBlocks(distinct == labels.length ? labels : withSubjects(labels));
    }

    /** The short form says by one number that the block is exchanged and that its subjects are not. */
    private static int[][] withSubjects(int[][] labels) {
        int last = labels[0].length - 1;
        return IntStream.range(0, labels.length)
                .mapToObj(i -> {
                    int[] row = Arrays.copyOf(labels[i], last + 2);
                    if (row[last - 1] > 0) row[last] = -Math.abs(row[last]);
                    row[last + 1] = i + 1;
                    return row;
                })
                .toArray(int[][]::new);
    }

    /** The block of all subjects. */
    Block root() {
        int[] subjects = IntStream.range(0, labels.length).toArray();
        List<int[]> groups = groups(subjects, 0);
        return groups.size() == 1
                ? block(subjects, 0, false)
                : Block.ofFixed(
                        1, groups.stream().map(group -> block(group, 0, false)).toList());
    }

    /**
     * A block of the tree.
     *
     * @param subjects who share their labels down to a level
     * @param exchanged whether the block is exchanged with others
     */
    private Block block(int[] subjects, int level, boolean exchanged) {
        int label = labels[subjects[0]][level];
        if (level == labels[0].length - 1 || exchanged && subjects.length == 1)
            return new Block(Math.abs(label), subjects, List.of());
        List<Block> parts = groups(subjects, level + 1).stream()
                .map(group -> block(group, level + 1, label > 0))
                .toList();
        return label > 0 ? Block.ofExchangeable(label, parts) : Block.ofFixed(-label, parts);
    }

    private List<int[]> groups(int[] subjects, int level) {
        Map<Integer, List<Integer>> groups = Arrays.stream(subjects)
                .boxed()
                .collect(Collectors.groupingBy(
                        subject -> labels[subject][level], () -> new TreeMap<>(BY_NUMBER), Collectors.toList()));
        return groups.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
