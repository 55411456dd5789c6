package cohort.imagej.dialog;

import ij.plugin.frame.Recorder;
import java.util.Map;

/** The macro line by which ImageJ's recorder, if it is open, tells what was done by hand. */
public final class RecordedLine {
    private RecordedLine() {}

    /**
     * Hands over the options of a line that ImageJ itself begins and ends.
     *
     * @param changed the keys that differ from the command's defaults, with their values
     */
    static void options(Map<String, String> changed) {
        changed.forEach((key, value) -> Recorder.recordOption(key, value.isEmpty() ? "[]" : value));
    }

    /**
     * Begins a line that {@link #write} ends: until then ImageJ does not record that images which the command opens come to
     * the front, which a macro could not repeat before they are open.
     *
     * @param menuItem the command's label
     */
    public static void begin(String menuItem) {
        Recorder.setCommand(menuItem);
    }

    /** Forgets the line that was begun: what failed is not recorded. */
    public static void drop() {
        Recorder.setCommand(null);
    }

    /**
     * Writes a whole line.
     *
     * @param menuItem the command's label, such as {@code Permutation Inference...}
     * @param changed the keys that differ from its defaults, with their values
     */
    public static void write(String menuItem, Map<String, String> changed) {
        if (!Recorder.record) return;
        begin(menuItem);
        options(changed);
        Recorder.saveCommand();
    }
}
