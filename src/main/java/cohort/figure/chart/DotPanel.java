package cohort.figure.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a panel of dots shows.
 *
 * @param title above the frame
 * @param note below the title; may be empty
 * @param groups for each group its values, one a subject, finite; at least one group with one value
 */
public record DotPanel(String title, String note, Map<String, double[]> groups) {

    /** So many values of a group are drawn at most: more dots could not be told apart. */
    static final int MOST = 500;

    /** @throws IllegalArgumentException if there is no value */
    public DotPanel {
        groups = new LinkedHashMap<>(groups);
        if (groups.isEmpty() || groups.values().stream().anyMatch(values -> values.length == 0))
            throw new IllegalArgumentException("a group without a value in " + title);
    }

    /**
     * The values of a group that are drawn: all, or of very many some that lie evenly in their order, the least and the greatest
     * among them.
     */
    static double[] drawn(double[] values) {
        if (values.length <= MOST) return values;
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return evenly(sorted.length).mapToDouble(d -> sorted[d]).toArray();
    }

    /** Which of very many are drawn: {@link #MOST} that lie evenly, the first and the last among them. */
    static IntStream evenly(int count) {
        return IntStream.range(0, MOST).map(d -> (int) ((long) d * (count - 1) / (MOST - 1)));
    }

    /** What a caption must say: {@link cohort.figure.Figures#sampling}. */
    public static String sampling(int values) {
        return values <= MOST
                ? ""
                : " Of a group of more than " + MOST + " values, " + MOST
                        + " are drawn, evenly spaced in their order; mean and interval include all.";
    }
}
