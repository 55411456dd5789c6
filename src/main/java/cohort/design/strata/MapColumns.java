package cohort.design.strata;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Several maps of each subject, of which each is tested by itself with the same design: the first maps of all subjects come first,
 * then the second ones of all.
 *
 * @param names of the maps; none if each subject has one
 * @param subjects number of subjects
 * @param tested the contrasts, which are the same for all maps
 */
public record MapColumns(List<String> names, int subjects, List<Contrast> tested) {
    /** One map of each subject. */
    public static final MapColumns NONE = new MapColumns(List.of(), 0, List.of());

    /** @throws InputException if files could not distinguish two maps */
    public MapColumns {
        names = List.copyOf(names);
        tested = List.copyOf(tested);
        if (names.stream().map(MapColumns::plain).distinct().count() < names.size())
            throw new InputException("map_columns: found " + String.join(", ", names)
                    + ", expected names that differ in letters or digits, since files are named after them.");
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether subjects have several maps. */
    public boolean areSeveral() {
        return !names.isEmpty();
    }

    /**
     * Refuses a design whose rows are not one per subject.
     *
     * @param strata those of the design as it is
     * @throws InputException if it has some
     */
    public void requireOneRowEach(List<ErrorStratum> strata) {
        if (!strata.isEmpty())
            throw new InputException("map_columns: found " + String.join(", ", names)
                    + " for a model of repeated measures, expected a row for each subject; test each in"
                    + " its own run.");
    }

    /** The design of all maps. */
    public DesignMatrix repeat(DesignMatrix design, List<String> ids) {
        double[][] values = design.values();
        double[][] all = IntStream.range(0, ids.size())
                .mapToObj(row -> values[row % subjects])
                .toArray(double[][]::new);
        return new DesignMatrix(
                design.columns(), all, ids, Optional.empty(), design.factors(), design.cells(), List.of());
    }

    /** Blocks of subjects as blocks of all their maps. */
    public BlockLabels repeat(BlockLabels ofSubjects) {
        int[][] labels = ofSubjects.labels();
        return areSeveral()
                ? new BlockLabels(IntStream.range(0, subjects * names.size())
                        .mapToObj(row -> labels[row % subjects])
                        .toArray(int[][]::new))
                : ofSubjects;
    }

    /** Each contrast of each map, those of one contrast together. */
    public List<Contrast> ofEach() {
        return tested.stream()
                .flatMap(contrast -> names.stream().map(name -> of(name, name, contrast)))
                .toList();
    }

    /**
     * A contrast of all maps together.
     *
     * @param test what the test is called
     * @param where in which of the maps an effect is tested, such as {@code any of}
     * @param contrast its number among those tested
     */
    public Contrast together(String test, String where, int contrast) {
        return of(test, where + " " + words(), tested.get(contrast));
    }

    private static Contrast of(String prefix, String words, Contrast contrast) {
        String name = contrast.name();
        return new Contrast(
                plain(prefix) + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                words + ": " + contrast.text(),
                contrast.rows());
    }

    /** What of each subject's maps each of these contrasts is about. */
    public List<ErrorStratum> strata() {
        return IntStream.range(0, tested.size() * names.size())
                .mapToObj(c -> stratum(c % names.size()))
                .toList();
    }

    private ErrorStratum stratum(int map) {
        int all = subjects * names.size();
        double[][] weights = new double[subjects][all];
        for (int s = 0; s < subjects; s++) weights[s][map * subjects + s] = 1;
        return new ErrorStratum(
                ErrorStratum.Kind.MAP,
                subjects,
                owner(),
                IntStream.range(0, subjects).toArray(),
                new int[subjects],
                weights,
                new int[0],
                "");
    }

    /** For each map its subject. */
    private int[] owner() {
        return IntStream.range(0, subjects * names.size())
                .map(row -> row % subjects)
                .toArray();
    }

    /** The maps in words, such as {@code map_a and map_b}. */
    public String words() {
        return Words.list(names);
    }
}
