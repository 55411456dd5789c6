package cohort.permute.shuffle;

import java.util.Iterator;

/** A set of relabellings under which the data are exchangeable if there is no effect. */
public interface Shuffling {

    /** Whether rows are exchanged, signs flipped, or both. */
    ShuffleScheme scheme();

    /** What is done, in words, for the log: e.g. {@code permutations within 12 blocks}. */
    String name();

    /**
     * How many relabellings there are that give different designs, the identity included; infinite beyond the range of a
     * double, exact below 2^53.
     */
    double count();

    /**
     * Draws relabellings at random, each with the same chance, the identity not excluded, without end. Each draw acts upon
     * the last. Where subjects are freely exchangeable, the stream is that of nilearn 0.14.1 run as one job.
     *
     * @param seed 0 to 2^31 - 1
     */
    Iterator<Shuffle> random(int seed);

    /**
     * Every relabelling that gives a design of its own, once, except those that leave the design as it is; in lexical
     * order. For a count of at most 2^31.
     */
    Iterator<Shuffle> all();

    /** Columns (n numbers each) that no relabelling of this set changes. */
    double[][] invariants();
}
