/**
 * Where shuffles are evaluated. A block of shuffles comes in; its maxima and counts go out as a value that may come from another
 * thread or another machine. What is done with a block is a value, too, and can be split by voxels. A new place is a {@link cohort.permute.executor.BlockExecutor}.
 */
package cohort.permute.executor;
