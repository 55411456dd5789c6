package cohort.imagej;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Collects why a macro fails. Without a window ImageJ only prints it, among all that macros and plugins print: the
 * message of {@code exit}, mistakes found by the interpreter, exceptions of plugins (after which it carries on). So the
 * printing methods are known by who calls them.
 */
final class Reasons {
    private static final StackWalker CALLERS = StackWalker.getInstance();

    private static final Set<String> TELLERS =
            Set.of("ij.macro.Functions.exit", "ij.macro.Interpreter.showError", "ij.Executer.run");

    private final List<String> reasons = new CopyOnWriteArrayList<>();

    void add(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException call ? call.getCause() : failure;
        cause.printStackTrace();
        reasons.add(cause.toString());
    }

    Optional<String> last() {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons.get(reasons.size() - 1));
    }

    /** A stream that passes everything on to another, except for the reasons. */
    PrintStream heardOn(PrintStream stream) {
        return new PrintStream(stream, true) {
            @Override
            public void println(String line) {
                if (line != null && tellsReason())
                    reasons.add(line.lines().findFirst().orElse("").strip());
                else super.println(line);
            }
        };
    }

    private static boolean tellsReason() {
        return CALLERS.walk(frames -> frames.filter(f -> !isPrinting(f.getClassName()))
                .findFirst()
                .map(f -> TELLERS.contains(f.getClassName() + "." + f.getMethodName()))
                .orElse(false));
    }

    private static boolean isPrinting(String className) {
        return className.startsWith(Reasons.class.getName()) || className.equals("ij.IJ");
    }
}
