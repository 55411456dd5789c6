package cohort.command.viewer;

import org.scijava.command.Command;
import org.scijava.service.SciJavaService;

/** The dialogs that a program may have asked for a command's inputs in. */
public interface Dialogs extends SciJavaService {

    /**
     * Shows the dialog again in which a command's inputs were given, with all that it held, so that a mistake can be mended.
     *
     * @param mistake the sentence that says what is wrong
     * @return whether there are new inputs, which the command then has; false if it was no dialog that gave them, or if the user
     *     gives up
     */
    boolean correct(Command command, String mistake);
}
