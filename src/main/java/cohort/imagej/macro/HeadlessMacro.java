package cohort.imagej.macro;

import cohort.files.IOReason;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs one ImageJ macro without a display: {@code HeadlessMacro FILE [ARGUMENT]}. The macro reads the argument by {@code
 * getArgument()}; what it logs goes to the standard output. The exit code is 0 if the macro came to its end, 1 if it
 * failed for whatever reason, which is then the last line of the error output, and 2 if it could not be started.
 */
public final class HeadlessMacro {
    // No ImageJ class may be mentioned here: it would not be the patched one.

    private HeadlessMacro() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(args, System.err));
    }

    private static int run(String[] args, PrintStream errors) {
        if (args.length < 1 || args.length > 2) {
            errors.println("HeadlessMacro got " + args.length + " arguments; it takes a macro file and one argument.");
            return 2;
        }
        String macro;
        try {
            macro = Files.readString(Path.of(args[0]));
        } catch (IOException e) {
            errors.println("The macro file " + args[0] + " cannot be read: " + IOReason.of(e)
                    + "; give the path of a text file.");
            return 2;
        }
        try {
            Optional<String> failure = run(macro, args.length == 2 ? args[1] : "");
            failure.ifPresent(reason -> errors.println(args[0] + ": " + reason));
            return failure.isPresent() ? 1 : 0;
        } catch (IOException | ReflectiveOperationException e) {
            errors.println("ImageJ cannot be started without a display: " + e + ".");
            return 2;
        }
    }

    private static Optional<String> run(String macro, String argument)
            throws IOException, ReflectiveOperationException {
        ClassLoader imagej = PatchedImageJ.loader();
        Thread.currentThread().setContextClassLoader(imagej);
        Method run = imagej.loadClass(MacroRun.class.getName()).getMethod("run", String.class, String.class);
        return ((Optional<?>) run.invoke(null, macro, argument)).map(Object::toString);
    }
}
