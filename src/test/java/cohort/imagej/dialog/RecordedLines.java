package cohort.imagej.dialog;

import ij.plugin.frame.Recorder;
import java.util.Map;
import java.util.Optional;

/** What ImageJ's recorder was told, which has no window to show it here. */
public final class RecordedLines {
    private RecordedLines() {}

    /** Has the recorder listen from now on. */
    public static void begin() {
        Recorder.record = true;
    }

    public static void end() {
        Recorder.record = false;
    }

    /** The options of all lines so far, one behind the other. */
    public static String told() {
        return Optional.ofNullable(Recorder.getCommandOptions()).orElse("");
    }

    /** The options of the line that is recorded of keys and values. */
    public static String of(Map<String, String> changed) {
        String before = told();
        RecordedLine.options(changed);
        return told().substring(before.length());
    }
}
