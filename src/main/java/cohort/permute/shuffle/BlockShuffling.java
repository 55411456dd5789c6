package cohort.permute.shuffle;

import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Shuffles the subjects of a tree of blocks. Subjects that are all exchangeable are a tree, too.
 *
 * <p>Random draws take from NumPy's stream for each shuffle first a permutation of every set of exchangeable blocks, an
 * outer one before those inside the blocks in the places that they take, then a bit for each sign, in the order of the
 * first rows that have it.
 */
public final class BlockShuffling implements Shuffling {
    private final ShuffleScheme scheme;
    private final BlockTree tree;
    private final RowClasses rows;
    private final int subjects;
    private final BlockArrangements arrangements;

    /**
     * @param scheme what to do, known by now
     * @param rows which subjects' rows are alike in what is shuffled
     */
    public BlockShuffling(ShuffleScheme scheme, BlockTree tree, RowClasses rows) {
        this.scheme = scheme;
        this.tree = tree;
        this.rows = rows;
        this.subjects = tree.subjects();
        this.arrangements = new BlockArrangements(tree.root(), false, scheme.flips(), scheme.permutes(), rows);
    }

    @Override
    public ShuffleScheme scheme() {
        return scheme;
    }

    @Override
    public String name() {
        return scheme.words() + tree.words();
    }

    @Override
    public double count() {
        return arrangements.count();
    }

    @Override
    public Iterator<Shuffle> random(int seed) {
        NumpyRandom random = NumpyRandom.ofFirstJob(seed);
        int[][] signs = tree.signs();
        Shuffle identity = Shuffle.identity(subjects);
        return Stream.iterate(identity.then(draw(random, signs)), shuffle -> shuffle.then(draw(random, signs)))
                .iterator();
    }

    private Shuffle draw(NumpyRandom random, int[][] signs) {
        Shuffle drawn = Shuffle.identity(subjects);
        if (scheme.permutes()) exchange(tree.root(), tree.root(), random, drawn.row());
        if (scheme.flips())
            for (int[] unit : signs) if (random.bounded(1) == 0) for (int i : unit) drawn.sign()[i] = -1;
        return drawn;
    }

    private static void exchange(Block slot, Block source, NumpyRandom random, int[] row) {
        for (int i = 0; i < slot.rigid().length; i++) row[slot.rigid()[i]] = source.rigid()[i];
        for (int s = 0; s < slot.sets().size(); s++) {
            List<Block> slots = slot.sets().get(s).blocks();
            List<Block> sources = source.sets().get(s).blocks();
            int[] order = random.permutation(slots.size());
            for (int b = 0; b < order.length; b++) exchange(slots.get(b), sources.get(order[b]), random, row);
        }
    }

    @Override
    public Iterator<Shuffle> all() {
        return LongStream.range(0, (long) count())
                .mapToObj(this::arrangement)
                .filter(shuffle -> !rows.isUnchangedBy(shuffle))
                .iterator();
    }

    private Shuffle arrangement(long rank) {
        Shuffle shuffle = Shuffle.identity(subjects);
        arrangements.place(rank, tree.root(), 1, shuffle);
        return shuffle;
    }

    @Override
    public double[][] invariants() {
        return tree.invariants(scheme);
    }
}
