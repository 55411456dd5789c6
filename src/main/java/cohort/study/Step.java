package cohort.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of a study, each with the keys that it fills in. */
public enum Step {
    MAPS("Maps", "maps", "table", "volumes", "channel", "map_columns", "leave_out", "resample"),
    QUESTION("Question", "model", "design", "contrast", "error", "blocks", "within", "variance_groups"),
    VOXELS("Voxels", "atlas", "atlas_names", "mask", "missing", "fwhm", "least_subjects"),
    TEST(
            "Test",
            "permutations",
            "seed",
            "tail",
            "shuffle",
            "method",
            "connectivity",
            "variance_smoothing",
            "cluster_p",
            "cluster_value",
            "tfce",
            "uncorrected",
            "signed",
            "effect_sizes",
            "residuals",
            "predictions",
            "true_discoveries",
            "simes_shift",
            "npc",
            "conjunction",
            "approximation",
            "stop_after",
            "threads",
            "memory",
            "scratch"),
    RUN("Run", "background", "output"),
    RESULTS("Results");

    private final String title;
    private final List<String> keys;

    Step(String title, String... keys) {
        this.title = title;
        this.keys = List.of(keys);
    }

    public String title() {
        return title;
    }

    /** A study of which this step alone is filled in. */
    Study alone(Study study) {
        Map<String, String> own = new LinkedHashMap<>(study.keys());
        own.keySet().retainAll(keys);
        return new Study(own);
    }

    /** Whether a sentence on a mistake, {@code KEY: found ...}, is about this step. */
    boolean isAbout(String mistake) {
        return keys.stream().anyMatch(key -> mistake.matches("(?s)" + key + "[:=].*"));
    }

    /** The step that fills in a key. */
    public static Step of(String key) {
        return Arrays.stream(values())
                .filter(step -> step.keys.contains(key))
                .findFirst()
                .orElse(RUN);
    }
}
