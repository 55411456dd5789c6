/**
 * Where shuffles are evaluated. A block of shuffles comes in; its maxima and counts go out as a value that may come from another
 * thread or another machine. A new place is a {@link cohort.permute.executor.BlockExecutor}.
 */
package cohort.permute.executor;
