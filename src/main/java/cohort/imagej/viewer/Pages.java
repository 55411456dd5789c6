package cohort.imagej.viewer;

import cohort.InputException;
import ij.macro.Interpreter;
import ij.plugin.BrowserLauncher;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;

/** Pages in the user's browser, and folders in the program for them. */
final class Pages {
    private Pages() {}

    /** @throws InputException if no browser can be started */
    static void browse(Path page) {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return;
        try {
            BrowserLauncher.openURL(page.toAbsolutePath().toUri().toString());
        } catch (IOException e) {
            throw new InputException(page + " cannot be opened; open it yourself.", e);
        }
    }
}
