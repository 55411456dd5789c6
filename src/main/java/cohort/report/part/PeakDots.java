package cohort.report.part;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.glm.AddedVariable;
import cohort.report.words.MapGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the values of the maps in one voxel, or of one region, are drawn. */
public sealed interface PeakDots {

    /**
     * As {@link #of(DesignMatrix, Contrast)}; of one of several maps of each subject without the others, and of all of them together by
     * map.
     *
     * @return nothing for other contrasts, nor for several maps together if they test more than their mean
     */
    static Optional<PeakDots> of(GroupResults results, ContrastResults tested) {
        DesignMatrix design = results.design();
        Contrast contrast = tested.contrast();
        List<String> columns = Stream.of(results.run().parameter("map_columns").split(","))
                .map(String::strip)
                .filter(column -> !column.isEmpty())
                .toList();
        if (columns.isEmpty()) return of(design, contrast);
        if (tested.isTogether())
            return MapGroups.of(design, contrast)
                    .filter(groups -> groups.name().isEmpty())
                    .map(groups -> new ByGroup(design, MapGroups.ofColumns(columns, design.rows())));
        return columns.stream()
                .filter(column -> contrast.text().startsWith(column + ": "))
                .findFirst()
                .flatMap(column -> of(design, contrast)
                        .map(dots -> new OfColumn(dots, column, columns.indexOf(column), columns.size())));
    }

    /**
     * By group if the contrast is one of groups or of all maps, over the regressor if it weighs a single one.
     *
     * @return nothing for other contrasts
     */
    static Optional<PeakDots> of(DesignMatrix design, Contrast contrast) {
        return MapGroups.of(design, contrast)
                .<PeakDots>map(found -> new ByGroup(design, found))
                .or(() -> overRegressor(design, contrast));
    }

    /** Over the regressor of a contrast that weighs a single one which is no group; nothing for other contrasts. */
    static Optional<PeakDots> overRegressor(DesignMatrix design, Contrast contrast) {
        return MapGroups.of(design, contrast).isPresent()
                ? Optional.empty()
                : AddedVariable.regressor(design, contrast).map(found -> new ByRegressor(design, found));
    }

    /** Whether a model has regressors that vary besides those that are drawn. */
    private static boolean hasOthers(DesignMatrix design, Predicate<String> drawn) {
        return IntStream.range(0, design.size())
                .anyMatch(c ->
                        !design.isConstant(c) && !drawn.test(design.columns().get(c)));
    }

    /**
     * The figure of a voxel.
     *
     * @param values one per map, NaN where there is none
     * @return nothing if too few are there
     */
    Optional<Figure> figure(String title, String note, double[] values);

    /** After what the dots are, in a caption: {@code , by group}. */
    String order();

    /** What else the caption must say: a sentence. */
    String explanation(int maps);

    /** Side by side, with the mean of each group. */
    record ByGroup(DesignMatrix design, MapGroups groups) implements PeakDots {
        @Override
        public Optional<Figure> figure(String title, String note, double[] values) {
            Map<String, double[]> split = groups.split(values);
            return split.isEmpty() ? Optional.empty() : Optional.of(Figures.dots(title, note, split));
        }

        @Override
        public String order() {
            return (groups.name().isEmpty() ? "" : ", by " + groups.name()) + others();
        }

        /** What the dots leave in that the model takes out. */
        private String others() {
            boolean more =
                    hasOthers(design, column -> !groups.name().isEmpty() && column.startsWith(groups.name() + "."));
            return more ? ", not adjusted for the other regressors of the model" : "";
        }

        @Override
        public String explanation(int maps) {
            return "Beside the dots: the mean" + (groups.name().isEmpty() ? "" : " of each group")
                    + " and its 95 % confidence interval, for this voxel alone." + Figures.sampling(maps);
        }
    }

    /** Over a regressor, both adjusted for the others. */
    record ByRegressor(DesignMatrix design, int regressor) implements PeakDots {
        @Override
        public Optional<Figure> figure(String title, String note, double[] values) {
            return AddedVariable.of(design, regressor, values)
                    .map(found -> Figures.scatter(title, note, name(), found.x(), found.y(), found.slope()));
        }

        private String name() {
            return design.columns().get(regressor);
        }

        @Override
        public String order() {
            return ", over " + name()
                    + (hasOthers(design, name()::equals)
                            ? ", both adjusted for the other regressors of the model"
                            : "");
        }

        @Override
        public String explanation(int maps) {
            return "The slope of the line is the effect." + Figures.scatterSampling(maps);
        }
    }

    /**
     * Of one of several maps of each subject, where the first maps of all subjects come first.
     *
     * @param dots of the maps of all columns
     * @param name of the column
     * @param column its number, from 0
     * @param columns how many there are
     */
    record OfColumn(PeakDots dots, String name, int column, int columns) implements PeakDots {
        @Override
        public Optional<Figure> figure(String title, String note, double[] values) {
            int subjects = values.length / columns;
            double[] own = new double[values.length];
            Arrays.fill(own, Double.NaN);
            System.arraycopy(values, column * subjects, own, column * subjects, subjects);
            return dots.figure(title, note, own);
        }

        @Override
        public String order() {
            return ", of " + name + " alone" + dots.order();
        }

        @Override
        public String explanation(int maps) {
            return dots.explanation(maps / columns);
        }
    }
}
