package cohort.permute;

import java.util.Iterator;

/** A set of relabellings under which the data are exchangeable if there is no effect. */
interface Shuffling {

    /** What is done, in words, for the log: e.g. {@code sign flips}. */
    String name();

    /** How many distinct relabellings there are, the identity included; infinite beyond the range of a double. */
    double count();

    /**
     * Draws relabellings at random, the identity not excluded, without end. The stream is that of nilearn 0.14.0 run as one
     * job: each draw acts upon the last.
     *
     * @param seed 0 to 2^31 - 1
     */
    Iterator<Shuffle> random(int seed);

    /** Every distinct relabelling but the identity, once. */
    Iterator<Shuffle> all();

    /** Columns (n numbers each) that no relabelling of this set changes. */
    double[][] invariants();
}
