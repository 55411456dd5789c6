package cohort.imagej.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.util.Optional;

/** The macro line at work. */
public final class MacroLine {
    private MacroLine() {}

    /** The line's options, if a macro runs the current command and gives any. */
    public static Optional<String> options() {
        return IJ.isMacro() ? Optional.ofNullable(Macro.getOptions()) : Optional.empty();
    }

    /** Ends the macro, if there is one, with a reason. */
    static void abort(String reason) {
        Interpreter interpreter = Interpreter.getInstance();
        if (interpreter == null) return;
        try {
            interpreter.abort(reason);
        } catch (RuntimeException e) {
            // The interpreter's way to leave the thread that runs the macro, which this one need not be.
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
        }
    }
}
