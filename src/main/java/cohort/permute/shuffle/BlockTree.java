package cohort.permute.shuffle;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which subjects may be exchanged with which, as a tree (Winkler et al. 2015, NeuroImage 123:253).
 *
 * @param root holds all subjects
 * @param words in which blocks, for the log; empty if there are none
 */
public record BlockTree(Block root, String words) {

    /** Subjects that are all exchangeable with each other. */
    public static BlockTree free(int subjects) {
        return new BlockTree(
                Block.ofExchangeable(
                        1,
                        IntStream.range(0, subjects).mapToObj(Block::ofSubject).toList()),
                "");
    }

    /**
     * The tree of exchangeability blocks. Those of one level are moved as wholes, or subjects are moved within them. With
     * several levels, a positive number lets the block's sub-blocks on the next level be exchanged, as wholes, and a
     * negative one keeps them in place; a first level of several blocks keeps these in place. Sub-blocks meet in the
     * ascending order of their numbers, subjects in that of the last level. If this does not distinguish them, they come
     * in the order of the rows, and are exchanged if their number is positive and their block is not itself exchanged
     * with others: the short forms of PALM, where 1,1 and 1,2 mean whole blocks, -1,1 and -1,2 within blocks.
     *
     * <p>For sign flips, blocks of one level are wholes with a sign each: errors that depend on each other can only be flipped
     * together. Where subjects are exchanged within such blocks as well, these keep their places.
     *
     * @param within for one level: whether subjects are moved within blocks; a negative number forbids it in that block
     * @throws InputException if there is no level or a block has two signs
     */
    public static BlockTree of(BlockLabels blocks, boolean within, ShuffleScheme scheme) {
        if (blocks.levels() == 0)
            throw new InputException(
                    "blocks: found no column with the number of each subject's block, expected at least one.");
        NestedBlocks.requireOneSign(blocks.labels());
        if (blocks.levels() > 1) {
            Block root = NestedBlocks.ofSeveral(blocks.labels()).root();
            return new BlockTree(scheme.flips() ? withSigns(root) : root, " that respect nested blocks");
        }
        long count = Arrays.stream(blocks.level(0)).distinct().count();
        boolean inside = within && scheme.permutes();
        Block root = NestedBlocks.ofOne(blocks.level(0), inside).root();
        return new BlockTree(
                inside && scheme.flips() ? inPlace(root, blocks.level(0)) : root,
                (inside ? " within " + Words.count(count) : " of " + Words.count(count) + " whole")
                        + (count == 1 ? " block" : " blocks"));
    }

    /** Subjects who are in no exchangeable block have signs of their own, as in PALM. */
    private static Block withSigns(Block root) {
        List<ExchangeableBlocks> sets = new ArrayList<>(root.sets());
        for (int subject : root.rigid()) sets.add(alone(Block.ofSubject(subject)));
        return new Block(root.label(), new int[0], sets);
    }

    /** Blocks that stay in place, each with a sign, what is inside them being exchanged. */
    private static Block inPlace(Block root, int[] labels) {
        List<ExchangeableBlocks> blocks = new ArrayList<>();
        for (ExchangeableBlocks set : root.sets()) blocks.add(alone(new Block(1, new int[0], List.of(set))));
        Map<Integer, List<Integer>> rigid = new LinkedHashMap<>();
        for (int i : root.rigid())
            rigid.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
        rigid.forEach((label, subjects) -> blocks.add(alone(new Block(
                Math.abs(label), subjects.stream().mapToInt(Integer::intValue).toArray(), List.of()))));
        return new Block(1, new int[0], blocks);
    }

    private static ExchangeableBlocks alone(Block block) {
        return new ExchangeableBlocks(List.of(block));
    }

    /** Number of subjects. */
    int subjects() {
        return root.size();
    }

    /** @throws InputException if blocks that are to be exchanged do not fit into each other's places */
    public void requireExchangeable() {
        root.sets().forEach(ExchangeableBlocks::requireAlike);
    }

    /**
     * The subjects of one sign for each sign that may be flipped, in the order of their first rows. The outermost blocks that
     * are exchangeable have one sign each, and nothing inside them has one of its own (as in PALM): subjects of a block may
     * depend on each other, and a dependence survives only the flip of all.
     */
    int[][] signs() {
        return root.sets().stream()
                .flatMap(set -> set.blocks().stream())
                .map(block -> block.subjects().sorted().toArray())
                .sorted(Comparator.comparingInt(subjects -> subjects[0]))
                .toArray(int[][]::new);
    }

    /** Indicators of the subjects among whom a value may move without a change of sign: what no shuffle changes. */
    public double[][] invariants(ShuffleScheme scheme) {
        Collection<List<Integer>> orbits;
        if (scheme.flips())
            orbits = Arrays.stream(root.rigid()).mapToObj(List::of).toList();
        else {
            Map<String, List<Integer>> places = new LinkedHashMap<>();
            collect(root, "", places);
            orbits = places.values();
        }
        return orbits.stream().map(this::indicator).toArray(double[][]::new);
    }

    /** The place of a subject is the way to it from the root, whichever of exchangeable blocks it goes through. */
    private static void collect(Block block, String way, Map<String, List<Integer>> places) {
        for (int i = 0; i < block.rigid().length; i++)
            places.computeIfAbsent(way + i, place -> new ArrayList<>()).add(block.rigid()[i]);
        for (int s = 0; s < block.sets().size(); s++)
            for (Block moved : block.sets().get(s).blocks()) collect(moved, way + "s" + s + "/", places);
    }

    private double[] indicator(List<Integer> subjects) {
        double[] indicator = new double[subjects()];
        for (int subject : subjects) indicator[subject] = 1;
        return indicator;
    }
}
