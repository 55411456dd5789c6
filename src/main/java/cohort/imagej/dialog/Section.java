package cohort.imagej.dialog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scijava.module.ModuleItem;

/** The parts of a dialog, in their order, each with the keys that it takes up. */
enum Section {
    INPUT(
            "Input",
            "maps",
            "table",
            "volumes",
            "channel",
            "map_columns",
            "region_values",
            "measure",
            "only",
            "leave_out",
            "resample",
            "image",
            "title",
            "results"),
    MODEL("Model", "model", "design", "contrast", "error"),
    VOXELS("Voxels", "atlas", "atlas_names", "mask", "missing", "fwhm", "least_subjects"),
    TEST(
            "Test",
            "value",
            "level",
            "permutations",
            "tail",
            "cluster_p",
            "cluster_value",
            "tfce",
            "seed",
            "shuffle",
            "method",
            "blocks",
            "within",
            "variance_groups",
            "variance_smoothing",
            "connectivity",
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
            "threads"),
    /** All that no other takes up. */
    OPTIONS("Options"),
    OUTPUT("Output", "output", "show");

    /** What most people leave as it is. */
    private static final Set<String> RARE = Set.of(
            "table",
            "volumes",
            "channel",
            "map_columns",
            "region_values",
            "measure",
            "only",
            "leave_out",
            "resample",
            "design",
            "error",
            "atlas",
            "atlas_names",
            "missing",
            "least_subjects",
            "seed",
            "shuffle",
            "method",
            "blocks",
            "within",
            "variance_groups",
            "variance_smoothing",
            "connectivity",
            "cluster_value",
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
            "scratch",
            "show");

    private final String heading;
    private final List<String> keys;

    Section(String heading, String... keys) {
        this.heading = heading;
        this.keys = List.of(keys);
    }

    String heading() {
        return heading;
    }

    static Section of(ModuleItem<?> item) {
        for (Section section : values()) if (section.keys.contains(item.getName())) return section;
        return OPTIONS;
    }

    /** Those of a command's inputs that most people leave as they are; its atlas is none of them where regions are what is tested. */
    static Set<String> rare(List<ModuleItem<?>> inputs) {
        Set<String> rare =
                inputs.stream().map(ModuleItem::getName).filter(RARE::contains).collect(Collectors.toSet());
        if (rare.contains("region_values")) rare.removeAll(Set.of("atlas", "atlas_names"));
        return rare;
    }
}
