package cohort.permute.executor;

/** What is done with blocks of shuffles. */
public interface BlockWork {

    /** Evaluates a block on all voxels, here. May be called by several threads at once. */
    BlockResult evaluate(ShuffleBlock block);

    /** The same work, for voxels that are elsewhere. */
    SplitWork split();
}
