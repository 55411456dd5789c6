package cohort.imagej.io;

import java.util.Optional;
import java.util.Set;

/**
 * Who wants a file opened. Fiji asks an I/O plugin in the same words for File&gt;Open, which leaves it to the plugin to
 * show an ImageJ image, and for a script that wants the data, so the callers have to tell.
 */
public enum OpenRequest {
    /** File&gt;Open, File&gt;Open Recent, or a file dropped on the window. */
    SHOW,
    /** ImageJ's {@code openImage}, which takes the image unshown. */
    IMAGE,
    /** Anyone else. */
    DATA;

    /** Fiji's class between ImageJ and the I/O plugins. */
    static final String HOOKS = "net.imagej.legacy.DefaultLegacyHooks";

    private static final Set<String> SHOWING =
            Set.of("interceptFileOpen", "interceptOpenRecent", "interceptDragAndDropFile");

    /** @param hooks name of the class between ImageJ and the I/O plugins */
    public static OpenRequest current(String hooks) {
        Optional<String> method = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(hooks))
                        .map(StackWalker.StackFrame::getMethodName)
                        .findFirst());
        return method.map(name -> SHOWING.contains(name) ? SHOW : IMAGE).orElse(DATA);
    }
}
