package cohort;

import java.util.concurrent.CancellationException;

/**
 * Hears how far a long step has come, and may stop it. Calls may come from any thread.
 */
public interface Progress {

    /** Hears nothing and never stops anything. */
    Progress NONE = new Progress() {
        @Override
        public void update(String step, long done, long total) {}

        @Override
        public void say(String sentence) {}
    };

    /**
     * Tells that {@code done} of {@code total} units of a step are complete.
     *
     * @param step the step's name as a user reads it, e.g. {@code Shuffles}
     * @param done units complete, 0 to {@code total}
     * @param total units in all, at least 1
     */
    void update(String step, long done, long total);

    /**
     * Tells one fact that belongs in the log, e.g. the number of voxels in the mask.
     *
     * @param sentence one line without a line break
     */
    void say(String sentence);

    /** Whether the user asked to stop. */
    default boolean isCanceled() {
        return false;
    }

    /**
     * Ends the calling step if the user asked to stop.
     *
     * @throws CancellationException if so
     */
    default void checkCanceled() {
        if (isCanceled()) throw new CancellationException("Canceled; nothing was written.");
    }
}
