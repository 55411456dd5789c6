package cohort.study;

import cohort.InputException;
import cohort.analysis.PermutationSettings;
import cohort.analysis.record.RunRecord;
import cohort.text.KeysJson;
import cohort.text.MacroOptions;
import cohort.text.Numbers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A study as far as it is filled in: every key of <em>Permutation Inference</em> with its value as text, which may still be wrong.
 *
 * @param keys in the order of the command
 */
public record Study(Map<String, String> keys) {
    private static final Map<String, String> WRITTEN = PermutationSettings.DEFAULT.values(), DEFAULTS = plain();

    /** A study in which nothing is filled in. */
    public static final Study EMPTY = new Study(DEFAULTS);

    /** @throws InputException if there is a key that the command does not have */
    public Study {
        Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
        keys.forEach((key, value) -> {
            if (all.replace(key, plain(key, value)) == null)
                throw new InputException(key + ": found an option of this name, expected one of "
                        + String.join(", ", DEFAULTS.keySet()) + ".");
        });
        keys = Collections.unmodifiableMap(all);
    }

    private static Map<String, String> plain() {
        Map<String, String> plain = new LinkedHashMap<>(WRITTEN);
        plain.replaceAll(Study::plain);
        return Collections.unmodifiableMap(plain);
    }

    private static String plain(String key, String value) {
        boolean isNumber = WRITTEN.getOrDefault(key, "").matches("[\\d.]+");
        return isNumber ? Numbers.withoutPoint(value) : value;
    }

    public String get(String key) {
        return keys.get(key);
    }

    /** This study with another value of a key. */
    public Study with(String key, String value) {
        return with(Map.of(key, value));
    }

    /** This study with other values. */
    public Study with(Map<String, String> values) {
        Map<String, String> changed = new LinkedHashMap<>(keys);
        changed.putAll(values);
        return new Study(changed);
    }

    /** What differs from the defaults. */
    public Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>(keys);
        changed.entrySet().removeIf(key -> key.getValue().equals(DEFAULTS.get(key.getKey())));
        return changed;
    }

    /** @throws InputException if a value is not as its key takes it */
    public PermutationSettings settings() {
        return PermutationSettings.of(keys);
    }

    /** One object with a member for each key that differs from the defaults. */
    public String toJson() {
        return KeysJson.write(changed());
    }

    /** @throws InputException if the text is no such object */
    public static Study fromJson(String text) {
        return new Study(KeysJson.read(text));
    }

    /**
     * The study that a run was.
     *
     * @param record {@code run.json} or {@code model.json}
     * @throws InputException if the file is no such record
     */
    public static Study of(Path record) {
        return of(RunRecord.read(record));
    }

    /** The study that a run was. */
    public static Study of(RunRecord record) {
        Map<String, String> keys = new LinkedHashMap<>(record.parameters());
        keys.keySet().retainAll(DEFAULTS.keySet());
        return new Study(keys);
    }

    /** The lines of a macro that do the same, with what differs from the defaults. */
    public String macro() {
        return new MacroOptions(changed()).line("Permutation Inference...") + "\n";
    }

    /** The lines of a Groovy script that do the same. */
    public String groovy() {
        String given = changed().entrySet().stream()
                .map(key -> key.getKey() + ": " + quoted(key.getValue()))
                .collect(Collectors.joining(", "));
        return "import cohort.Progress\nimport cohort.analysis.*\n\n"
                + "def settings = PermutationSettings.of(" + given + ")\n"
                + "def results = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).permute()\n"
                + (get("output").isEmpty() ? "" : "results.write(new File(" + quoted(get("output")) + ").toPath())\n");
    }

    /** The lines of a script for PyImageJ that do the same. */
    public String python() {
        String options = new MacroOptions(changed()).toString();
        return "import imagej, scyjava\n\n"
                + "ij = imagej.init(\"Fiji.app\")  # a Fiji with Cohort\n"
                + "analysis = \"cohort.analysis.\"\n"
                + "settings = scyjava.jimport(analysis + \"PermutationSettings\").parse(" + quoted(options) + ")\n"
                + "images = scyjava.jimport(analysis + \"OpenImages\").NONE\n"
                + "progress = scyjava.jimport(\"cohort.Progress\").NONE\n"
                + "results = scyjava.jimport(analysis + \"GroupAnalysis\").load(settings, images, progress).permute()\n"
                + (get("output").isEmpty()
                        ? ""
                        : "results.write(scyjava.jimport(\"java.io.File\")(" + quoted(get("output")) + ").toPath())\n");
    }

    /** A text as Groovy and Python write it. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
