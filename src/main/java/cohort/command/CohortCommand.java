package cohort.command;

import cohort.InputException;
import java.util.concurrent.CancellationException;
import org.scijava.command.ContextCommand;

/**
 * A command that ends a run with a mistake in its input, or one the user stopped, as cancelled with the sentence that
 * says why. So no program that runs it shows a stack trace for it.
 */
public abstract class CohortCommand extends ContextCommand {

    @Override
    public final void run() {
        try {
            execute();
        } catch (InputException | CancellationException e) {
            cancel(e.getMessage());
        }
    }

    /**
     * Reads the parameters, calls the steps and hands over the results.
     *
     * @throws InputException if a parameter or a file is not as it should be
     * @throws CancellationException if the user stops it
     */
    protected abstract void execute();
}
