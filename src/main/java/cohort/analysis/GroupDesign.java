package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.record.HowTested;
import cohort.analysis.several.TogetherTests;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import cohort.design.strata.ErrorStratum;
import cohort.design.strata.MapColumns;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.glm.UntestableVoxels;
import cohort.mask.Masks;
import cohort.permute.Hypothesis;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.SimesStatistic;
import cohort.subjects.Cohort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * What is asked, before a map is read.
 *
 * @param cohort the subjects
 * @param design subjects x regressors
 * @param contrasts what is tested
 * @param strata what of each subject's maps each contrast is about; none if all maps are tested
 * @param maps the maps of each subject, if these are several
 * @param files the files that were read for it, and those that are read from now on
 */
public record GroupDesign(
        Cohort cohort,
        DesignMatrix design,
        List<Contrast> contrasts,
        List<ErrorStratum> strata,
        MapColumns maps,
        FilesRead files) {
    private static final Pattern FILE = Pattern.compile("[^`]*\\.(con|fts|csv|tsv|txt)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Makes design and contrasts; says what a reader should know of them.
     *
     * @param maps whose maps they are
     * @throws InputException if the model or a contrast is not as it should be
     */
    static GroupDesign of(ModelSettings settings, GivenCohort maps, Progress progress) {
        Cohort cohort = maps.cohort().ofSubjects();
        DesignMatrix matrix = matrix(cohort, settings.model(), settings.design(), maps.files());
        List<Contrast> tested = contrasts(settings.contrast(), matrix, maps.files());
        Designs.findings(matrix).forEach(progress::say);
        Contrasts.cells(tested, matrix).ifPresent(progress::say);
        if (settings.design().isBlank())
            Designs.slopes(settings.model(), cohort.covariates()).forEach(progress::say);
        ErrorRule error = ErrorRule.of(settings.error());
        List<ErrorStratum> strata = error.strata(matrix, tested);
        error.sentences(matrix, tested, strata, cohort.covariates()).forEach(progress::say);
        MapColumns several = new MapColumns(maps.cohort().columns(), cohort.size(), tested);
        if (!several.areSeveral()) return new GroupDesign(cohort, matrix, tested, strata, several, maps.files());
        several.requireOneRowEach(strata);
        if (Masks.strategies().contains(settings.mask()))
            progress.say("map_columns: mask=" + settings.mask() + " looks at all maps as they are, those of "
                    + several.words() + " alike; if their units differ, give an image of the voxels as the mask.");
        return new GroupDesign(
                maps.cohort(),
                several.repeat(matrix, maps.cohort().ids()),
                several.ofEach(),
                several.strata(),
                several,
                maps.files());
    }

    /** The regressors: those of a file if one is named, else those of the formula. */
    public static DesignMatrix matrix(Cohort cohort, String model, String design, FilesRead files) {
        return design.isBlank()
                ? Designs.fromFormula(model, cohort.covariates(), cohort.ids())
                : Designs.fromFile(GivenPath.of("design", design), cohort.ids(), cohort.idsLeftOut(), files);
    }

    /** What is tested: the contrasts in the files that are named, unless that is a regressor's name, or else an expression. */
    public static List<Contrast> contrasts(String contrast, DesignMatrix design, FilesRead read) {
        List<Path> files = design.columns().contains(contrast.strip()) ? List.of() : Contrasts.files(contrast);
        if (!files.isEmpty()) return Contrasts.fromFiles(files, design, read);
        if (FILE.matcher(contrast).matches() && design.columns().stream().noneMatch(contrast::contains))
            throw new InputException("contrast: there is no file " + contrast.strip()
                    + ", expected one or several of weights or F tests, separated by ;, or an expression over the regressors "
                    + String.join(", ", design.columns()) + ".");
        return Contrasts.parseAll(contrast, design);
    }

    /** The contrasts' names. */
    List<String> names() {
        return contrasts.stream().map(Contrast::name).toList();
    }

    /** Degrees of freedom of the residuals. */
    int degreesOfFreedom() {
        return (maps.areSeveral() ? maps.subjects() : design.rows()) - design.rank();
    }

    /** The fewest degrees of freedom that a contrast is tested with. */
    int leastDegreesOfFreedom() {
        return IntStream.range(0, contrasts.size())
                .map(c -> IndependentRegressors.of(design(c)).degreesOfFreedom())
                .min()
                .orElseGet(this::degreesOfFreedom);
    }

    /** The stratum of a contrast; nothing if all maps are tested. */
    Optional<ErrorStratum> stratum(int contrast) {
        return strata.isEmpty() ? Optional.empty() : Optional.of(strata.get(contrast));
    }

    /** The design that a contrast is tested in, rows x regressors. */
    DMatrixRMaj design(int contrast) {
        return stratum(contrast).map(sums -> sums.apply(design.matrix())).orElseGet(design::matrix);
    }

    /** All models that are fitted to the data. */
    List<UntestableVoxels.Model> models() {
        return IntStream.range(0, strata.isEmpty() ? 1 : contrasts.size())
                .mapToObj(c -> new UntestableVoxels.Model(design.matrix(), stratum(c)))
                .toList();
    }

    /** How a contrast is tested, for the record. */
    HowTested how(int contrast, Tail tail) {
        DMatrixRMaj tested = design(contrast);
        return new HowTested(
                tail.toString(),
                IndependentRegressors.of(tested).degreesOfFreedom(),
                0,
                tested.numRows,
                stratum(contrast).map(ErrorStratum::taking).orElse(tested.numRows),
                stratum(contrast).map(sums -> sums.kind().words()).orElse("maps"));
    }

    /**
     * How a contrast is tested when clusters are formed: above a value if one is given, else by a p, of which a pseudo-t has none.
     *
     * @param settings which tell where clusters begin, and what the statistic is
     */
    HowTested how(int contrast, PermutationSettings settings) {
        Tail tail = settings.side(contrast, contrasts);
        HowTested how = how(contrast, tail);
        if (settings.cluster_value() > 0) return how.forming(settings.cluster_value());
        double p = settings.cluster_p();
        if (p == 0 || settings.isPseudo()) return how;
        int rows = contrasts.get(contrast).rows().length;
        return how.forming(
                settings.isGrouped()
                        ? ClusterForming.levelOfZ(p, tail)
                        : ClusterForming.level(p, tail, rows, how.degreesOfFreedom()));
    }

    /** The tests of the engine, one for each contrast. */
    List<Hypothesis> hypotheses(List<HowTested> how, PermutationSettings settings) {
        List<Hypothesis> each = IntStream.range(0, how.size())
                .mapToObj(c -> hypothesis(c, how.get(c), settings))
                .toList();
        List<TailP> p = IntStream.range(0, how.size())
                .mapToObj(c -> p(c, how.get(c), settings))
                .toList();
        return Stream.concat(each.stream(), together(settings).hypotheses(each, p).stream())
                .toList();
    }

    /** The tests of several maps together. */
    TogetherTests together(PermutationSettings settings) {
        return TogetherTests.of(
                maps, settings.npc(), settings.conjunction(), settings.cluster_value() > 0 ? 0 : settings.cluster_p());
    }

    private Hypothesis hypothesis(int contrast, HowTested how, PermutationSettings settings) {
        List<MapStatistic> statistics = new ArrayList<>();
        if (how.forming() > 0)
            statistics.addAll(List.of(new ClusterSize(how.forming()), new ClusterMass(how.forming())));
        if (settings.tfce()) statistics.add(EnhancedStatistic.DEFAULT);
        if (settings.true_discoveries())
            statistics.add(new SimesStatistic(p(contrast, how, settings), settings.simes_shift()));
        return new Hypothesis(
                new DMatrixRMaj(contrasts.get(contrast).rows()),
                statistics,
                Optional.of(how.side()),
                stratum(contrast));
    }

    /** What turns evidence into p; where variances differ it is z. */
    private TailP p(int contrast, HowTested how, PermutationSettings settings) {
        int rows = contrasts.get(contrast).rows().length;
        return new TailP(
                rows,
                settings.isGrouped() ? Double.POSITIVE_INFINITY : how.degreesOfFreedom(),
                rows == 1 ? how.side().signs().length : 1);
    }

    /** All contrasts, one below the other. */
    DMatrixRMaj weights() {
        return new DMatrixRMaj(contrasts.stream()
                .flatMap(contrast -> Arrays.stream(contrast.rows()))
                .toArray(double[][]::new));
    }
}
