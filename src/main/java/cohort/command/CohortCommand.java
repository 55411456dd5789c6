package cohort.command;

import cohort.InputException;
import cohort.command.input.FormerKeys;
import cohort.command.viewer.Dialogs;
import cohort.memory.MemoryShortage;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/**
 * A command that ends a run with a mistake in its input, one for which memory does not suffice, or one the user stopped, as
 * cancelled with the sentence that says why. So no program that runs it shows a stack trace for it. A mistake made in a dialog may be mended there first.
 */
public abstract class CohortCommand extends ContextCommand {

    @Parameter(required = false)
    private Dialogs dialogs;

    @Override
    public final void run() {
        FormerKeys.settle(this);
        Optional<String> mistake = attempt();
        while (mistake.isPresent() && correct(mistake.get())) mistake = attempt();
        mistake.ifPresent(this::cancel);
    }

    /** Runs once; what comes out is the mistake that ended it. */
    private Optional<String> attempt() {
        try {
            execute();
        } catch (InputException e) {
            return Optional.of(e.getMessage());
        } catch (CancellationException e) {
            cancel(e.getMessage());
        } catch (RuntimeException | Error e) {
            Optional<String> shortage = MemoryShortage.sentence(e);
            if (shortage.isEmpty()) throw e;
            return shortage;
        }
        return Optional.empty();
    }

    private boolean correct(String mistake) {
        return dialogs != null && dialogs.correct(this, mistake);
    }

    /**
     * Reads the parameters, calls the steps and hands over the results.
     *
     * @throws InputException if a parameter or a file is not as it should be
     * @throws CancellationException if the user stops it
     */
    protected abstract void execute();
}
