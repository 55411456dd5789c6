package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.explore.ExploredClusters;
import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.Software;
import cohort.analysis.record.StepTimes;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.PermutationMaps;
import cohort.analysis.results.ResultFolder;
import cohort.analysis.results.ValueSource;
import cohort.analysis.several.TogetherTests;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Contrast;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.RepeatedColumns;
import cohort.files.FilesRead;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.glm.Smoothness;
import cohort.glm.UntestableVoxels;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.mask.Zeros;
import cohort.matrix.FilledMatrix;
import cohort.matrix.VoxelMatrix;
import cohort.memory.MemoryShortage;
import cohort.memory.Storage;
import cohort.permute.Hypothesis;
import cohort.permute.NullMemory;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationTest;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.PlannedShuffles;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.MapStatistic;
import cohort.region.Atlas;
import cohort.subjects.Maps;
import cohort.text.MacroOptions;
import java.io.Closeable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * A group analysis: settings come in, data are read once, and results go out, as often as they are asked for.
 *
 * <pre>{@code
 * var settings = PermutationSettings.parse("maps=participants.tsv model=[1 + age] contrast=age tail=both");
 * var analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE);
 * GroupResults model = analysis.fit(), test = analysis.permute();
 * test.write(Path.of("results"));
 * GroupReport.write(test, ReportOptions.DEFAULT, Path.of("report.html"));
 * }</pre>
 */
public final class GroupAnalysis implements Closeable {
    /** The menu items of which the macro lines repeat a run. */
    private static final String MODEL = "Second-Level Model...";

    static final String TEST = "Permutation Inference...";

    private final PermutationSettings settings;
    private final GivenCohort given;
    private final GroupDesign design;
    private final GroupMask mask;
    private final FilledMatrix matrix;
    private final Img<DoubleType> data;
    private final UntestableVoxels untestable;
    private final Smoothness smoothness;
    private final Remarks remarks;
    private final StepTimes times;

    private GroupAnalysis(
            PermutationSettings settings,
            GivenCohort given,
            GroupDesign design,
            GroupMask mask,
            FilledMatrix matrix,
            Img<DoubleType> data,
            UntestableVoxels untestable,
            Smoothness smoothness,
            Remarks remarks,
            StepTimes times) {
        this.settings = settings;
        this.given = given;
        this.design = design;
        this.mask = mask;
        this.matrix = matrix;
        this.data = data;
        this.untestable = untestable;
        this.smoothness = smoothness;
        this.remarks = remarks;
        this.times = times;
    }

    /**
     * Reads what a model needs.
     *
     * @param settings what is asked
     * @param images those that are open, which the settings may name; {@link OpenImages#NONE} in a script
     * @param progress hears how far the reading has come, and what a reader of the results should know
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static GroupAnalysis load(ModelSettings settings, OpenImages images, Progress progress) {
        return load(settings, images, Optional.empty(), progress);
    }

    /**
     * Reads what a model needs.
     *
     * @param folder the folder that takes the results; names that its files cannot bear are refused before the maps are read
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static GroupAnalysis load(
            ModelSettings settings, OpenImages images, Optional<ResultFolder> folder, Progress progress) {
        return onThreads(
                0,
                () -> load(
                        PermutationSettings.DEFAULT.of(settings),
                        images,
                        asked -> {
                            List<String> maps = withSizes(
                                    ContrastMaps.NAMES,
                                    ContrastEffects.of(asked, Optional.empty(), settings.effect_sizes()));
                            folder.ifPresent(results -> results.requireNames(asked.names(), maps));
                            return asked.names().size() * (maps.size() - 1); // t or F
                        },
                        progress));
    }

    /**
     * Reads what a permutation test needs, and its model.
     *
     * @param settings what is asked
     * @param images those that are open, which the settings may name; {@link OpenImages#NONE} in a script
     * @param progress hears how far the reading has come, and what a reader of the results should know
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static GroupAnalysis load(PermutationSettings settings, OpenImages images, Progress progress) {
        return load(settings, images, Optional.empty(), progress);
    }

    /**
     * Reads what a permutation test needs, and its model.
     *
     * @param folder the folder that takes the results; names that its files cannot bear, and shuffles for which memory will
     *     not do, are refused before the maps are read
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static GroupAnalysis load(
            PermutationSettings settings, OpenImages images, Optional<ResultFolder> folder, Progress progress) {
        return onThreads(
                settings.threads(),
                () -> load(settings, images, asked -> requirePossible(settings, asked, folder), progress));
    }

    private static GroupAnalysis load(
            PermutationSettings settings, OpenImages images, ToIntFunction<GroupDesign> check, Progress progress) {
        ModelSettings data = settings.data();
        MissingPolicy missing = MissingPolicy.of(data.missing());
        Remarks remarks = new Remarks(progress);
        StepTimes times = new StepTimes();
        GivenCohort given = find(data, images, FilesRead.begin());
        GroupDesign design = GroupDesign.of(data, given, remarks);
        int results = check.applyAsInt(design);
        Storage storage = data.storage();
        Optional<Atlas> atlas = data.atlas(given.files());
        given.requireRoom(data.mask(), results, storage);
        try (Maps volumes = times.time("read", () -> given.read(storage, remarks))) {
            GroupMask mask = times.time("mask", () -> given.findMask(volumes, data.mask(), atlas, missing));
            mask.sentences().forEach(remarks::say);
            FilledMatrix matrix = times.time(
                    "smooth", () -> SubjectMatrix.extract(volumes, mask.mask(), data.fwhm(), storage, remarks));
            return of(
                    settings,
                    given,
                    design,
                    mask,
                    matrix,
                    remarks,
                    times,
                    (values, voxels) -> Smoothness.of(values, design.design().matrix(), voxels));
        }
    }

    /**
     * What is tested in the place of voxels, such as the values of regions.
     *
     * @param units one voxel of a grid for each
     * @param values maps x units
     */
    public record Units(Mask units, double[][] values) {}

    /** Makes them of the maps. */
    @FunctionalInterface
    public interface UnitSource {
        /**
         * @param maps found, not read
         * @param remarks hears what a reader of the results should know
         */
        Units read(GivenCohort maps, Progress remarks);
    }

    /**
     * Reads what a permutation test of other units than voxels needs, and its model.
     *
     * @param settings what is asked; what they say of voxels is the source's business
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static GroupAnalysis load(
            PermutationSettings settings, OpenImages images, UnitSource source, Progress progress) {
        Remarks remarks = new Remarks(progress);
        StepTimes times = new StepTimes();
        GivenCohort given = find(settings.data(), images, FilesRead.begin());
        GroupDesign design = GroupDesign.of(settings.data(), given, remarks);
        requirePossible(settings, design, Optional.empty());
        Units units = times.time("read", () -> source.read(given, remarks));
        FilledMatrix matrix = FilledMatrix.in(
                settings.data().storage(), units.units().size(), design.cohort().size());
        for (int s = 0; s < units.values().length; s++) matrix.put(s, units.values()[s]);
        return of(
                settings,
                given,
                design,
                new GroupMask(units.units(), 0, Zeros.NONE),
                matrix,
                remarks,
                times,
                (values, voxels) -> Smoothness.UNKNOWN);
    }

    private static GivenCohort find(ModelSettings data, OpenImages images, FilesRead files) {
        return GivenCohort.find(images, data.request(), data.resample(), MissingPolicy.of(data.missing()), files);
    }

    /** Without the voxels in which nothing can be tested. */
    private static GroupAnalysis of(
            PermutationSettings settings,
            GivenCohort given,
            GroupDesign design,
            GroupMask found,
            FilledMatrix matrix,
            Remarks remarks,
            StepTimes times,
            BiFunction<Img<DoubleType>, Mask, Smoothness> smoothness) {
        try {
            UntestableVoxels untestable = GeneralLinearModel.untestable(matrix.image(), design.models());
            GroupMask mask = found;
            Img<DoubleType> data = matrix.image();
            if (!untestable.isEmpty()) {
                mask = found.with(untestable.without(found.mask()));
                data = untestable.without(data);
                remarks.say(untestable.sentence());
            }
            Mask voxels = mask.mask();
            Img<DoubleType> values = data;
            Smoothness smooth = times.time("smoothness", () -> smoothness.apply(values, voxels));
            return new GroupAnalysis(settings, given, design, mask, matrix, data, untestable, smooth, remarks, times);
        } catch (RuntimeException | Error e) {
            matrix.close();
            throw e;
        }
    }

    /** Refuses what would fail at the end; gives how many maps there will be. */
    private static int requirePossible(PermutationSettings settings, GroupDesign asked, Optional<ResultFolder> folder) {
        List<Hypothesis> tests = asked.hypotheses(how(settings, asked), settings);
        requireMemory(settings, asked, tests);
        List<String> maps = withSizes(
                PermutationMaps.names(tests, settings.longestStatistic(), settings.uncorrected()),
                effects(settings, asked));
        TogetherTests together = asked.together(settings);
        folder.ifPresent(results -> {
            results.requireNames(asked.names(), maps);
            results.requireNames(together.names(), PermutationMaps.names(together.statistics()));
        });
        return tests.size() * maps.size();
    }

    /** Names of maps, and of those of effect sizes. */
    private static List<String> withSizes(List<String> names, List<ContrastEffects> effects) {
        return Stream.concat(names.stream(), effects.stream().flatMap(effect -> effect.names().stream()))
                .distinct()
                .toList();
    }

    /** The effect sizes that a permutation test is asked for. */
    private static List<ContrastEffects> effects(PermutationSettings settings, GroupDesign asked) {
        if (!settings.data().effect_sizes()) return List.of();
        return ContrastEffects.of(
                asked, new ShuffleChoice(settings, asked).options(Progress.NONE).varianceGroups(), true);
    }

    private static void requireMemory(PermutationSettings settings, GroupDesign asked, List<Hypothesis> tests) {
        NullMemory.require(
                asked.design().matrix(),
                tests,
                new ShuffleChoice(settings, asked).options(Progress.NONE),
                Runtime.getRuntime().maxMemory());
    }

    /**
     * Finds out what a run would ask and do, before a map is read.
     *
     * @param images those that are open, which the settings may name
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static AnalysisPreview preview(PermutationSettings settings, OpenImages images) {
        ModelSettings data = settings.data();
        Remarks remarks = new Remarks(Progress.NONE);
        GivenCohort given = find(data, images, FilesRead.ignored());
        given.sayWhatWasTaken(remarks);
        GroupDesign design = GroupDesign.of(data, given, remarks);
        PlannedShuffles plan = PermutationInference.plan(
                design.design().matrix(),
                design.hypotheses(how(settings, design), settings),
                new ShuffleChoice(settings, design).options(remarks));
        return new AnalysisPreview(
                design.cohort(),
                design.design(),
                design.contrasts(),
                plan.scheme() + ", " + plan.reason(),
                plan.labellings(),
                settings.permutations(),
                remarks.said());
    }

    private static List<HowTested> how(PermutationSettings settings, GroupDesign asked) {
        return IntStream.range(0, asked.contrasts().size())
                .mapToObj(c -> asked.how(c, settings))
                .toList();
    }

    /** Does work on so many threads, or on those that the caller chose; that memory does not suffice is said in a sentence. */
    static <T> T onThreads(int threads, Supplier<T> work) {
        return MemoryShortage.told(
                () -> threads == 0 ? work.get() : Parallelization.runWithNumThreads(threads, work::get));
    }

    /** The voxels analysed, and what their choice cost. */
    public GroupMask mask() {
        return mask;
    }

    /** The data until the analysis is closed, 2D: axis 0 the voxels in mask order, axis 1 the maps. */
    public Img<DoubleType> data() {
        return data;
    }

    /** Lets go of the temporary file that holds the data, if there is one. The system removes it at the end in any case. */
    @Override
    public void close() {
        matrix.close();
    }

    /** Where the maps come from. */
    public GivenCohort given() {
        return given;
    }

    /** The files that were read, each with the digest of its bytes. */
    public List<InputFile> inputs() {
        return InputFile.of(design.files(), design.cohort().mapFiles());
    }

    /** The names of the contrasts. */
    public List<String> names() {
        return design.names();
    }

    /** Fits the general linear model and tests each contrast by t or F. */
    public GroupResults fit() {
        List<Contrast> contrasts = design.contrasts();
        List<Fitted> fitted = onThreads(0, () -> times.time("fit", this::fitted));
        List<ContrastEffects> effects =
                ContrastEffects.of(design, Optional.empty(), settings.data().effect_sizes());
        List<String> said = ContrastEffects.remarks(effects);
        said.forEach(remarks.listener()::say);
        List<Map<String, double[]>> sizes = sizes(effects, () -> fitted, times);
        return results(
                settings.data().values(),
                MODEL,
                Shuffled.NOTHING,
                IntStream.range(0, contrasts.size())
                        .mapToObj(c -> ContrastResults.ofModel(
                                        contrasts.get(c),
                                        design.how(c, bothSides(contrasts.get(c))),
                                        mask.mask(),
                                        fitted.get(c)
                                                .maps()
                                                .byName(contrasts.get(c).isF()))
                                .with(mask.mask(), sizes.get(c)))
                        .toList(),
                Stream.concat(remarks().stream(), said.stream()).toList(),
                seconds());
    }

    /** A contrast in the model that it is tested in. */
    private record Fitted(LeastSquares model, ContrastMaps maps) {}

    /** The effect sizes that a permutation test is asked for. */
    List<ContrastEffects> effects(PermutationSettings asked) {
        return effects(asked, design);
    }

    /** The sizes of each contrast's effect, in mask order by the names of their files; of none if none are asked for. */
    List<Map<String, double[]>> sizes(List<ContrastEffects> effects, StepTimes taken) {
        return sizes(effects, this::fitted, taken);
    }

    private List<Map<String, double[]>> sizes(
            List<ContrastEffects> effects, Supplier<List<Fitted>> models, StepTimes taken) {
        if (effects.isEmpty()) return Collections.nCopies(design.contrasts().size(), Map.of());
        return taken.time("effects", () -> {
            List<Fitted> fitted = models.get();
            return IntStream.range(0, effects.size())
                    .mapToObj(c -> effects.get(c)
                            .maps(data(c), fitted.get(c).model(), fitted.get(c).maps()))
                    .toList();
        });
    }

    /** p of t is one-sided; what is said of the maps elsewhere is of both sides. */
    private static Tail bothSides(Contrast contrast) {
        return contrast.isF() ? Tail.POSITIVE : Tail.BOTH;
    }

    private List<Fitted> fitted() {
        List<LeastSquares> fits = IntStream.range(
                        0, design.strata().isEmpty() ? 1 : design.contrasts().size())
                .mapToObj(c -> GeneralLinearModel.fit(data(c), design.design(c)))
                .toList();
        return IntStream.range(0, design.contrasts().size())
                .mapToObj(c -> {
                    LeastSquares model = fits.get(Math.min(c, fits.size() - 1));
                    DMatrixRMaj weights =
                            new DMatrixRMaj(design.contrasts().get(c).rows());
                    return new Fitted(model, GeneralLinearModel.contrast(model, weights));
                })
                .toList();
    }

    /** The data that a contrast is tested on: axis 0 the voxels, axis 1 the rows of its design. */
    private Img<DoubleType> data(int contrast) {
        return design.stratum(contrast)
                .filter(stratum -> !stratum.isPooled())
                .map(sums -> sums.apply(data))
                .orElse(data);
    }

    /**
     * Tests each contrast by shuffling.
     *
     * @throws InputException if there is nothing to shuffle, or settings do not go together
     */
    public GroupResults permute() {
        return test().run(PermutationTest.Monitor.NONE, remarks.listener());
    }

    /**
     * A permutation test of each contrast, of which no shuffle is made yet.
     *
     * @throws InputException if there is nothing to shuffle, or settings do not go together
     */
    public GroupTest test() {
        return GroupTest.begin(this, settings);
    }

    PermutationTest permutationTest(PermutationSettings asked, Progress choice) {
        new ShuffleChoice(asked, design).advice().forEach(choice::say);
        return new PermutationTest(
                data,
                mask.mask(),
                design.design().matrix(),
                design.hypotheses(how(asked), asked),
                new ShuffleChoice(asked, design).options(choice));
    }

    /** What a test says of several maps together. */
    List<ContrastResults> together(PermutationSettings asked, List<HowTested> how, PermutationResult result) {
        return design.together(asked).results(how, mask.mask(), result.contrasts(), asked.signed());
    }

    /**
     * Cluster sizes at many cluster-forming thresholds, by the first of the shuffles of a test.
     *
     * @param permutations how many shuffles to make
     * @return one for each contrast
     * @throws InputException if the statistic has no p to form clusters by, or memory will not do
     */
    public List<ExploredClusters> explore(int permutations, Progress progress) {
        if (settings.isPseudo())
            throw new InputException("variance_smoothing: found " + settings.variance_smoothing()
                    + ", expected 0 to explore clusters, since a pseudo-t has no p to form them by.");
        List<Double> forming = ExploredClusters.formingP(settings.cluster_value() > 0 ? 0 : settings.cluster_p());
        PermutationSettings asked = settings.with(Map.of(
                "permutations",
                permutations,
                "tfce",
                false,
                "uncorrected",
                false,
                "npc",
                "none",
                "conjunction",
                false,
                "true_discoveries",
                false,
                "approximation",
                "none",
                "stop_after",
                0,
                "cluster_value",
                0));
        List<List<ExploredClusters.Level>> levels = IntStream.range(
                        0, design.contrasts().size())
                .mapToObj(c -> forming.stream()
                        .map(p -> new ExploredClusters.Level(
                                p,
                                design.how(c, asked.with(Map.of("cluster_p", p)))
                                        .forming()))
                        .toList())
                .toList();
        List<Hypothesis> plain = design.hypotheses(how(asked.with(Map.of("cluster_p", 0))), asked);
        List<Hypothesis> tests = IntStream.range(0, plain.size())
                .mapToObj(c -> plain.get(c)
                        .with(levels.get(c).stream()
                                .<MapStatistic>map(level -> new ClusterSize(level.value()))
                                .toList()))
                .toList();
        requireMemory(asked, design, tests);
        PermutationResult result = onThreads(
                settings.threads(),
                () -> PermutationInference.test(
                        data,
                        mask.mask(),
                        design.design().matrix(),
                        tests,
                        new ShuffleChoice(asked, design).options(Progress.NONE),
                        progress));
        return IntStream.range(0, tests.size())
                .mapToObj(c -> new ExploredClusters(
                        levels.get(c), result.contrasts().get(c).statistics().subList(1, 1 + forming.size())))
                .toList();
    }

    List<HowTested> how(PermutationSettings asked) {
        return how(asked, design);
    }

    void requireMemory(PermutationSettings asked) {
        requireMemory(asked, design, design.hypotheses(how(asked), asked));
    }

    Contrast contrast(int c) {
        return design.contrasts().get(c);
    }

    /** What was said to the user up to now. */
    List<String> remarks() {
        return remarks.said();
    }

    /** Seconds by step up to now. */
    Map<String, Double> seconds() {
        return times.seconds();
    }

    GroupResults results(
            Map<String, String> keys,
            String menuItem,
            Shuffled shuffled,
            List<ContrastResults> contrasts,
            List<String> said,
            Map<String, Double> seconds) {
        RunRecord run = new RunRecord(
                new MacroOptions(keys).line(menuItem),
                keys,
                Software.versions(),
                RunRecord.now(),
                inputs(),
                subjects(),
                design.cohort().leftOut(),
                design.cohort().selection().passedOver(),
                design.design().columns(),
                design.design().factors(),
                design.contrasts().stream().map(Contrast::text).collect(Collectors.joining(" | ")),
                contrasts.stream().map(ContrastResults::tested).toList(),
                design.degreesOfFreedom(),
                mask.mask().size(),
                mask.mask().volumeMm3(),
                smoothness,
                mask.missing(),
                mask.zeros(),
                untestable.constant(),
                untestable.explained(),
                shuffled,
                said,
                seconds);
        ValueSource values = ValueSource.of(
                VoxelMatrix.of(data),
                mask.mask(),
                design.design(),
                settings.data().series());
        return new GroupResults(run, mask.mask(), design.design(), contrasts, List.of(), values);
    }

    /** The maps and whose they are, for the record. */
    private List<AnalysedSubject> subjects() {
        int[] labels = design.stratum(0)
                .filter(map -> design.maps().areSeveral())
                .map(map -> new BlockLabels(IntStream.of(map.owner())
                        .mapToObj(subject -> new int[] {subject + 1})
                        .toArray(int[][]::new)))
                .or(() -> ErrorStrata.subjects(design.design(), design.contrasts()))
                .or(() -> RepeatedColumns.subjects(design.cohort().covariates()))
                .map(blocks -> blocks.level(0))
                .orElseGet(() -> IntStream.range(0, design.design().rows()).toArray());
        return AnalysedSubject.of(design.cohort(), labels);
    }
}
