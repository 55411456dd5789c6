package cohort.imagej.macro;

import cohort.memory.MemoryShortage;
import java.io.PrintStream;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects why a macro fails. Without a window ImageJ only prints it, among all that macros and plugins print: the
 * message of {@code exit}, mistakes found by the interpreter, exceptions of plugins (after which it carries on). So what
 * is printed is known by who prints it.
 */
final class Reasons {
    private static final StackWalker CALLERS = StackWalker.getInstance();

    private static final Set<String> TELLERS =
            Set.of("ij.macro.Functions.exit", "ij.macro.Interpreter.showError", "ij.Executer.run");

    private static final Pattern INTERPRETER = Pattern.compile("[^:]*: (.*) in line (\\d+)\\n.*", Pattern.DOTALL);

    private final List<String> reasons = new CopyOnWriteArrayList<>(), errors = new CopyOnWriteArrayList<>();

    void add(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException call ? call.getCause() : failure;
        Optional<String> shortage = MemoryShortage.sentence(cause);
        if (shortage.isEmpty()) cause.printStackTrace();
        reasons.add(shortage.orElse(cause.toString()));
    }

    /** Takes an error that ImageJ showed, after which a macro need not end, as the reason if there is no other. */
    void macroCancelled() {
        if (reasons.isEmpty()) reasons.addAll(errors);
    }

    Optional<String> last() {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons.get(reasons.size() - 1));
    }

    /** A stream that passes everything on to another, except for the reasons. */
    PrintStream heardOn(PrintStream stream) {
        return new PrintStream(stream, true) {
            @Override
            public void println(String line) {
                if (line == null || !isReason(line)) super.println(line);
            }
        };
    }

    private boolean isReason(String text) {
        List<StackFrame> callers =
                CALLERS.walk(frames -> frames.dropWhile(f -> f.getClassName().startsWith(Reasons.class.getName()))
                        .limit(8)
                        .toList());
        for (StackFrame caller : callers) {
            String method = caller.getClassName() + "." + caller.getMethodName();
            if (TELLERS.contains(method)) return reasons.add(sentence(text));
            if (method.equals("ij.IJ.error")) errors.add(sentence(text));
            if (!caller.getClassName().equals("ij.IJ")) break;
        }
        return false;
    }

    /** One line: {@code line N: reason} for what the interpreter says; an exception without its trace. */
    private static String sentence(String text) {
        Matcher interpreter = INTERPRETER.matcher(text);
        String reason = interpreter.matches()
                ? "line " + interpreter.group(2) + ": " + interpreter.group(1)
                : text.split("\\n\\s*at ", 2)[0];
        return reason.replaceAll("\\s+", " ").strip();
    }
}
