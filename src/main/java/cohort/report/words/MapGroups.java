package cohort.report.words;

import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Into which groups the maps fall.
 *
 * @param name of the factor that tells; empty if all are one group
 * @param groups in order; one without a name if all are one
 * @param of for each map the number of its group
 */
public record MapGroups(String name, List<String> groups, int[] of) {

    /**
     * The levels of the first factor of a contrast whose regressors are indicators of levels; all maps are one group if it has none.
     *
     * @return nothing if the contrast weighs a regressor that is neither constant nor one of these
     */
    public static Optional<MapGroups> of(DesignMatrix design, Contrast contrast) {
        Optional<MapGroups> factor = design.factors().entrySet().stream()
                .filter(each -> weighs(design, contrast, each.getKey() + "."))
                .flatMap(each -> of(design, each.getKey(), each.getValue()).stream())
                .findFirst();
        Optional<MapGroups> groups =
                factor.or(() -> Optional.of(new MapGroups("", List.of(""), new int[design.rows()])));
        return groups.filter(found -> IntStream.range(0, design.size())
                .filter(column -> isWeighed(contrast, column))
                .allMatch(column -> design.isConstant(column)
                        || !found.name.isEmpty() && design.columns().get(column).startsWith(found.name + ".")));
    }

    /**
     * By which of several maps of a subject they are.
     *
     * @param columns of the maps, at least one; those of the first of all subjects come first
     * @param maps number of all maps
     */
    public static MapGroups ofColumns(List<String> columns, int maps) {
        int subjects = maps / columns.size();
        return new MapGroups(
                "map", columns, IntStream.range(0, maps).map(m -> m / subjects).toArray());
    }

    private static boolean weighs(DesignMatrix design, Contrast contrast, String prefix) {
        return IntStream.range(0, design.size())
                .anyMatch(column -> design.columns().get(column).startsWith(prefix) && isWeighed(contrast, column));
    }

    private static boolean isWeighed(Contrast contrast, int column) {
        return Arrays.stream(contrast.rows()).anyMatch(row -> row[column] != 0);
    }

    /** Nothing if the factor's regressors are other than indicators of its levels. */
    private static Optional<MapGroups> of(DesignMatrix design, String factor, List<String> levels) {
        double[][] values = design.values();
        int[] columns = levels.stream()
                .mapToInt(level -> design.columns().indexOf(factor + "." + level))
                .toArray();
        long known = Arrays.stream(columns).filter(column -> column >= 0).count();
        if (known < levels.size() - 1) return Optional.empty();
        int reference = IntStream.range(0, columns.length)
                .filter(level -> columns[level] < 0)
                .findFirst()
                .orElse(-1);
        int[] of = new int[values.length];
        for (int m = 0; m < of.length; m++) {
            double[] row = values[m];
            int[] on = IntStream.range(0, columns.length)
                    .filter(level -> columns[level] >= 0 && row[columns[level]] != 0)
                    .toArray();
            boolean isIndicator = on.length == 0 ? reference >= 0 : on.length == 1 && row[columns[on[0]]] == 1;
            if (!isIndicator) return Optional.empty();
            of[m] = on.length == 0 ? reference : on[0];
        }
        return Optional.of(new MapGroups(factor, levels, of));
    }

    /**
     * Values by group, those that are not finite left out.
     *
     * @param values one a map
     * @return groups with a value, in order
     */
    public Map<String, double[]> split(double[] values) {
        Map<String, double[]> split = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            double[] own = IntStream.range(0, values.length)
                    .filter(m -> of[m] == group && Double.isFinite(values[m]))
                    .mapToDouble(m -> values[m])
                    .toArray();
            if (own.length > 0) split.put(groups.get(g), own);
        }
        return Collections.unmodifiableMap(split);
    }
}
