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
 * @param region_values tables that take the place of maps; empty for maps and an atlas
 * @param measure the columns of their values, separated by semicolons; empty for the only one
 * @param only which of their regions are tested, names or patterns separated by semicolons; empty for all
 */
public record RegionSettings(
        PermutationSettings test, RegionValue value, double level, String region_values, String measure, String only) {
    private static final String VALUE = "value", LEVEL = "level";
    private static final String TABLES = "region_values", MEASURE = "measure", ONLY = "only";

    /** Regions have no neighbours, and all that is known of each is told. */
    private static final Map<String, ?> ALWAYS = Map.of(
            "cluster_p", 0,
            "cluster_value", 0,
            "variance_smoothing", 0,
            "tfce", false,
            "uncorrected", true,
            "effect_sizes", true,
            "signed", false);

    /** @throws InputException if there is neither an atlas nor a table, there are both maps and a table, or maps were to be smoothed */
    public RegionSettings {
        MissingPolicy.whole(test.data().missing(), "regions are measured in");
        test = test.with(ALWAYS);
        if (region_values.isBlank()) test = ofMaps(test, measure, only);
        else requireNoMaps(test, value, region_values);
        if (!test.data().map_columns().isBlank())
            throw new InputException("map_columns: found " + test.data().map_columns()
                    + ", expected nothing, since regions are tested of one map per subject; test each column alone.");
        if (test.data().fwhm() > 0)
            throw new InputException("fwhm: found " + test.data().fwhm()
                    + ", expected 0, since smoothing would carry values from one region into the next; leave it out.");
        if (!Double.isFinite(level)) throw new InputException("level: found " + level + ", expected a number.");
    }

    private static PermutationSettings ofMaps(PermutationSettings test, String measure, String only) {
        if (!measure.isBlank() || !only.isBlank())
            throw new InputException((measure.isBlank() ? "only: found " + only : "measure: found " + measure)
                    + " without region_values, expected a table of regions there; regions of an atlas are"
                    + " chosen with mask=atlas:NAME;NAME.");
        if (test.data().atlas().isBlank())
            throw new InputException(
                    "atlas: found nothing, expected the label image of the regions to test, or region_values, a table of them.");
        return test.data().mask().equals("auto") ? test.with(Map.of("mask", "atlas")) : test;
    }

    private static void requireNoMaps(PermutationSettings test, RegionValue value, String tables) {
        if (!test.data().maps().isBlank())
            throw new InputException("maps: found " + test.data().maps() + " together with region_values=" + tables
                    + ", expected one or the other; give the subjects' table as table.");
        if (!test.data().mask().equals("auto"))
            throw new InputException("mask: found " + test.data().mask()
                    + " together with region_values, which has no voxels, expected auto; regions are chosen"
                    + " with only.");
        if (!value.isOfNumbers())
            throw new InputException("value: found " + value
                    + " together with region_values, which has no voxels, expected mean, median or sum, for several rows of one"
                    + " region and subject.");
    }

    /**
     * Settings from a command's keys.
     *
     * @param values by key: texts, or numbers and booleans; those that are not given have their defaults
     * @throws InputException if there is no such key, or a value is not as its key takes it
     */
    public static RegionSettings of(Map<String, ?> values) {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        Object value = rest.remove(VALUE), level = rest.remove(LEVEL);
        String tables = text(rest, TABLES), measure = text(rest, MEASURE), only = text(rest, ONLY);
        try {
            return new RegionSettings(
                    PermutationSettings.of(rest),
                    value == null ? RegionValue.MEAN : RegionValue.of(value.toString()),
                    level == null ? 0 : Double.parseDouble(level.toString()),
                    tables,
                    measure,
                    only);
        } catch (NumberFormatException e) {
            throw new InputException("level: found " + level + ", expected a number.", e);
        }
    }

    private static String text(Map<String, Object> rest, String key) {
        Object text = rest.remove(key);
        return text == null ? "" : text.toString().strip();
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
        values.put(TABLES, region_values);
        values.put(MEASURE, measure);
        values.put(ONLY, only);
        return values;
    }
}
