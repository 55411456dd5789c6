package cohort.analysis.region;

import cohort.InputException;
import cohort.analysis.PermutationSettings;
import cohort.mask.MissingPolicy;
import cohort.text.MacroOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of regions.
 *
 * @param test the model and how it is tested, in the keys of <em>Permutation Inference</em>; what it says of clusters counts for
 *     nothing, p of each region alone and effect sizes are always made
 * @param value what stands for a region
 * @param level the level of a share
 */
public record RegionSettings(PermutationSettings test, RegionValue value, double level) {
    private static final String VALUE = "value", LEVEL = "level";

    /** Regions have no neighbours, and all that is known of each is told. */
    private static final Map<String, ?> ALWAYS = Map.of(
            "cluster_p", 0,
            "cluster_value", 0,
            "variance_smoothing", 0,
            "tfce", false,
            "uncorrected", true,
            "effect_sizes", true,
            "signed", false);

    /** @throws InputException if there is no atlas, or maps were to be smoothed */
    public RegionSettings {
        MissingPolicy.whole(test.data().missing(), "regions are measured in");
        test = test.with(ALWAYS);
        if (test.data().mask().equals("auto") && !test.data().atlas().isBlank())
            test = test.with(Map.of("mask", "atlas"));
        if (test.data().atlas().isBlank())
            throw new InputException("atlas: found nothing, expected the label image of the regions to test.");
        if (!test.data().map_columns().isBlank())
            throw new InputException("map_columns: found " + test.data().map_columns()
                    + ", expected nothing, since regions are tested of one map per subject; test each column alone.");
        if (test.data().fwhm() > 0)
            throw new InputException("fwhm: found " + test.data().fwhm()
                    + ", expected 0, since smoothing would carry values from one region into the next; leave it out.");
        if (!Double.isFinite(level)) throw new InputException("level: found " + level + ", expected a number.");
    }

    /**
     * Settings from a command's keys.
     *
     * @param values by key; those that are not given have their defaults
     * @throws InputException if there is no such key, or a value is not as its key takes it
     */
    public static RegionSettings of(Map<String, String> values) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        String value = rest.remove(VALUE), level = rest.remove(LEVEL);
        try {
            return new RegionSettings(
                    PermutationSettings.of(rest),
                    value == null ? RegionValue.MEAN : RegionValue.of(value),
                    level == null ? 0 : Double.parseDouble(level));
        } catch (NumberFormatException e) {
            throw new InputException("level: found " + level + ", expected a number.", e);
        }
    }

    /** Settings from the options of a macro line. */
    public static RegionSettings parse(String options) {
        return of(MacroOptions.parse(options).given());
    }

    /** Every key with its value as text. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(test.values());
        values.put(VALUE, value.toString());
        values.put(LEVEL, String.valueOf(level));
        return values;
    }
}
