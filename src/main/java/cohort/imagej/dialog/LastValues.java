package cohort.imagej.dialog;

import cohort.text.MacroOptions;
import ij.Prefs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was given last in a dialog, to be offered in the next. Macros and scripts never see it. What mentions the study counts for
 * all commands, so that the output folder of a run is where the next command looks for results.
 */
final class LastValues {
    private static final String PREFIX = "cohort.dialog.";
    private static final Set<String> SHARED =
            Set.of("maps", "table", "leave_out", "resample", "model", "design", "contrast", "mask", "missing", "fwhm");

    private LastValues() {}

    /** The defaults, and in their place what was given last. */
    static MacroOptions of(CommandInputs inputs) {
        Map<String, String> values = new LinkedHashMap<>(inputs.defaults().values());
        values.replaceAll((key, value) -> Prefs.get(name(inputs, key), value));
        return new MacroOptions(values);
    }

    static void keep(CommandInputs inputs, MacroOptions given) {
        given.values().forEach((key, value) -> Prefs.set(name(inputs, key), value));
        String output = given.values().getOrDefault("output", "");
        if (inputs.keys().contains("model") && !output.isEmpty()) Prefs.set(PREFIX + "results", output);
    }

    private static String name(CommandInputs inputs, String key) {
        if (key.equals("results") || SHARED.contains(key)) return PREFIX + key;
        return PREFIX + inputs.menuItem().replaceAll("\\W", "") + "." + key;
    }
}
