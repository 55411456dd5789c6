package cohort.figure.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a panel of dots shows.
 *
 * @param title above the frame
 * @param note below the title; may be empty
 * @param groups for each group its values, one a subject, finite; at least one group with one value
 */
public record DotPanel(String title, String note, Map<String, double[]> groups) {

    /** @throws IllegalArgumentException if there is no value */
    public DotPanel {
        groups = new LinkedHashMap<>(groups);
        if (groups.isEmpty() || groups.values().stream().anyMatch(values -> values.length == 0))
            throw new IllegalArgumentException("a group without a value in " + title);
    }
}
