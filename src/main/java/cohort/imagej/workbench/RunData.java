package cohort.imagej.workbench;

import cohort.InputException;
import cohort.analysis.GroupAnalysis;
import java.util.function.Function;

/** The data of a run. They are closed when the run is of no use any more, but not before whoever is at work on them has ended. */
final class RunData {
    private final GroupAnalysis analysis;
    private int users;
    private boolean released;

    RunData(GroupAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * Works on the data.
     *
     * @throws InputException if they are closed
     */
    <T> T use(Function<GroupAnalysis, T> work) {
        begin();
        try {
            return work.apply(analysis);
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (released)
            throw new InputException("The data of this run were released when another run was started; run it again.");
        users++;
    }

    private synchronized void end() {
        users--;
        close();
    }

    /** Closes them, now or as soon as the last who uses them has ended. */
    synchronized void release() {
        released = true;
        close();
    }

    private void close() {
        if (released && users == 0) analysis.close();
    }
}
