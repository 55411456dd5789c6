package cohort.command.viewer;

import cohort.Progress;

/** The progress of one task from its start until it is closed; closing it takes it from the user's sight. */
public interface RunningTask extends Progress, AutoCloseable {

    @Override
    void close();
}
