package cohort.imagej.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.io.PrintStream;
import java.util.Optional;
import net.imagej.patcher.LegacyInjector;

/** One run of a macro by the patched ImageJ on the current thread, in batch mode, with its outcome. */
public final class MacroRun {
    /** ImageJ says by the thread's name that commands run for a macro and that their errors shall end it. */
    private static final String THREAD = "Run$_Macro$";

    private MacroRun() {}

    /**
     * Runs a macro to its end.
     *
     * @param macro the macro's text
     * @param argument what {@code getArgument()} gives
     * @return why the macro failed, or nothing if it did not: a mistake in the macro, an unknown command, a command that
     *     failed, {@code exit} with a message, an exception in a plugin
     */
    public static Optional<String> run(String macro, String argument) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName(THREAD);
        PrintStream out = System.out, err = System.err;
        Reasons reasons = new Reasons();
        LegacyInjector.installHooks(MacroRun.class.getClassLoader(), new MenuHooks());
        System.setOut(reasons.heardOn(out));
        System.setErr(reasons.heardOn(err));
        IJ.setExceptionHandler(reasons::add);
        try {
            return outcome(macro, argument, reasons);
        } finally {
            IJ.setExceptionHandler(null);
            System.setOut(out);
            System.setErr(err);
            thread.setName(name);
        }
    }

    private static Optional<String> outcome(String macro, String argument, Reasons reasons) {
        Interpreter interpreter = new Interpreter();
        try {
            interpreter.run(macro, argument);
        } catch (RuntimeException | Error e) {
            // How exit(), an error and a cancelled dialog all end a macro; only the first may do so without a reason.
            if (Macro.MACRO_CANCELED.equals(e.getMessage())) reasons.macroCancelled();
            else reasons.add(e);
        }
        // A macro that ends in the middle of a statement ends without a word.
        return reasons.last().or(() -> Optional.ofNullable(interpreter.getErrorMessage()));
    }
}
