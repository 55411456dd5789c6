package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.explore.ExploredClusters;
import cohort.analysis.model.ContrastEffects;
import cohort.analysis.model.ContrastFit;
import cohort.analysis.model.GroupData;
import cohort.analysis.model.GroupDesign;
import cohort.analysis.model.GroupRecord;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.Remarks;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.StepTimes;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.design.matrix.Contrast;
import cohort.files.FilesRead;
import cohort.glm.Smoothness;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.memory.MemoryShortage;
import cohort.permute.PermutationResult;
import cohort.permute.PermutationTest;
import cohort.permute.nulls.Tail;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * A group analysis: it reads the data once, and gives results as often as they are asked for.
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
    private final GroupData data;
    private final Remarks remarks;
    private final StepTimes times;

    GroupAnalysis(PermutationSettings settings, GivenCohort given, GroupData data, Remarks remarks, StepTimes times) {
        this.settings = settings;
        this.given = given;
        this.data = data;
        this.remarks = remarks;
        this.times = times;
    }

    /**
     * Reads what a model needs.
     *
     * @param settings the question and how to answer it
     * @param images the open images that the settings may name; {@link OpenImages#NONE} in a script
     * @param progress is told how far reading has come, and what a reader of the results should know
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static GroupAnalysis load(ModelSettings settings, OpenImages images, Progress progress) {
        return load(settings, images, Optional.empty(), progress);
    }

    /**
     * Reads what a model needs.
     *
     * @param folder the folder for the results; names that its files cannot have are refused before the maps are read
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static GroupAnalysis load(
            ModelSettings settings, OpenImages images, Optional<ResultFolder> folder, Progress progress) {
        return onThreads(0, () -> GroupReading.ofModel(settings, images, folder, progress));
    }

    /**
     * Reads what a permutation test needs, and its model.
     *
     * @param settings the question and how to answer it
     * @param images the open images that the settings may name; {@link OpenImages#NONE} in a script
     * @param progress is told how far reading has come, and what a reader of the results should know
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static GroupAnalysis load(PermutationSettings settings, OpenImages images, Progress progress) {
        return load(settings, images, Optional.empty(), progress);
    }

    /**
     * Reads what a permutation test needs, and its model.
     *
     * @param folder the folder for the results; names that its files cannot have, and permutations that need more
     *     memory than there is, are refused before the maps are read
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static GroupAnalysis load(
            PermutationSettings settings, OpenImages images, Optional<ResultFolder> folder, Progress progress) {
        return onThreads(settings.threads(), () -> GroupReading.ofTest(settings, images, folder, progress));
    }

    /**
     * What is tested instead of voxels, such as the values of regions.
     *
     * @param units one voxel of a grid for each
     * @param values maps x units
     */
    public record Units(Mask units, double[][] values) {}

    /** Where the units come from: maps, or a table. */
    public interface UnitSource {
        /**
         * Finds the subjects.
         *
         * @param files takes the digests of all files that are read
         */
        GivenCohort find(OpenImages images, FilesRead files);

        /**
         * Makes the units.
         *
         * @param given the subjects that were found
         * @param remarks hears what a reader of the results should know
         */
        Units read(GivenCohort given, Progress remarks);
    }

    /**
     * Reads what a permutation test of other units than voxels needs, and its model.
     *
     * @param settings the question and how to answer it; what they say about voxels is left to the source
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static GroupAnalysis load(
            PermutationSettings settings, OpenImages images, UnitSource source, Progress progress) {
        return GroupReading.ofUnits(settings, images, source, progress);
    }

    /**
     * What a run would test and how, before any map is read.
     *
     * @param images the open images that the settings may name
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static AnalysisPreview preview(PermutationSettings settings, OpenImages images) {
        return GroupReading.preview(settings, images);
    }

    /** Does work on so many threads, or on those that the caller chose; that memory does not suffice is said in a sentence. */
    static <T> T onThreads(int threads, Supplier<T> work) {
        return MemoryShortage.told(
                () -> threads == 0 ? work.get() : Parallelization.runWithNumThreads(threads, work::get));
    }

    /** The voxels analysed, and how many were left out. */
    public GroupMask mask() {
        return data.mask();
    }

    /** The data, 2D: axis 0 the voxels in mask order, axis 1 the maps; valid until the analysis is closed. */
    public Img<DoubleType> data() {
        return data.values();
    }

    /** Releases the temporary file that holds the data, if there is one. The system removes it at exit in any case. */
    @Override
    public void close() {
        data.close();
    }

    /**
     * Sees to it that all voxels have one design.
     *
     * @param user who takes no other, the beginning of a clause, e.g. {@code executors test}
     * @throws InputException if a covariate is a map
     */
    public void requireOneDesign(String user) {
        if (data.covariates().isPresent())
            throw GroupReading.onlyNumbers(data.design(), user + " voxels that all have one design");
    }

    /** Where the maps come from. */
    public GivenCohort given() {
        return given;
    }

    /** The files that were read, each with its SHA-256. */
    public List<InputFile> inputs() {
        return new GroupRecord(data).inputs();
    }

    /** The names of the contrasts. */
    public List<String> names() {
        return data.design().names();
    }

    /** Fits the general linear model and tests each contrast by t or F. */
    public GroupResults fit() {
        GroupDesign design = data.design();
        List<Contrast> contrasts = design.contrasts();
        List<ContrastFit> fitted = onThreads(0, () -> times.time("fit", () -> ContrastFit.of(data)));
        List<ContrastEffects> effects =
                ContrastEffects.of(design, Optional.empty(), settings.data().effect_sizes());
        List<String> said = ContrastEffects.remarks(effects);
        said.forEach(remarks.listener()::say);
        List<Map<String, double[]>> sizes = ContrastEffects.maps(effects, data, () -> fitted, times);
        return results(
                settings.data().values(),
                MODEL,
                Shuffled.NOTHING,
                IntStream.range(0, contrasts.size())
                        .mapToObj(c -> ContrastResults.ofModel(
                                        contrasts.get(c),
                                        design.how(c, bothSides(contrasts.get(c))),
                                        mask().mask(),
                                        fitted.get(c).byName(contrasts.get(c).isF()))
                                .with(mask().mask(), sizes.get(c))
                                .with(mask().mask(), data.countMap()))
                        .toList(),
                Stream.concat(remarks().stream(), said.stream()).toList(),
                seconds());
    }

    /** p of t is one-sided; what is said of the maps elsewhere is of both sides. */
    private static Tail bothSides(Contrast contrast) {
        return contrast.isF() ? Tail.POSITIVE : Tail.BOTH;
    }

    /**
     * Tests each contrast by permutations or sign flips.
     *
     * @throws InputException if there is nothing to permute or flip, or settings cannot be combined
     */
    public GroupResults permute() {
        return test().run(PermutationTest.Monitor.NONE, remarks.listener());
    }

    /**
     * A permutation test of each contrast, without any permutation yet.
     *
     * @throws InputException if there is nothing to permute or flip, or settings cannot be combined
     */
    public GroupTest test() {
        return GroupTest.begin(this, settings);
    }

    /**
     * Cluster sizes at many cluster-forming thresholds, tested by the first permutations of a test.
     *
     * @param permutations how many permutations to make
     * @return one for each contrast
     * @throws InputException if the statistic has no p to form clusters by, or memory does not suffice
     */
    public List<ExploredClusters> explore(int permutations, Progress progress) {
        return new Exploration(settings, data).explore(permutations, progress);
    }

    /** What the engine is asked to test. */
    AskedTests tests(PermutationSettings asked) {
        return AskedTests.of(asked, data);
    }

    PermutationTest permutationTest(PermutationSettings asked, Progress choice) {
        boolean ofVoxels = data.smoothness() != Smoothness.UNKNOWN;
        new ShuffleChoice(asked, data.design()).advice(ofVoxels).forEach(choice::say);
        return new PermutationTest(
                data(),
                mask().mask(),
                data.design().design().matrix(),
                tests(asked).hypotheses(),
                tests(asked).options(choice));
    }

    /** What a test says of several maps together. */
    List<ContrastResults> together(PermutationSettings asked, List<HowTested> how, PermutationResult result) {
        return tests(asked).together().results(how, mask().mask(), result.contrasts(), asked.signed());
    }

    /** The sizes of each contrast's effect, in mask order by the names of their files; of none if none are asked for. */
    List<Map<String, double[]>> sizes(List<ContrastEffects> effects, StepTimes taken) {
        return ContrastEffects.maps(effects, data, () -> ContrastFit.of(data), taken);
    }

    /** The map of how many subjects have each voxel, by its name; none if all have all. */
    Map<String, double[]> counts() {
        return data.countMap();
    }

    Contrast contrast(int c) {
        return data.design().contrasts().get(c);
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
        return new GroupRecord(data).results(keys, menuItem, shuffled, contrasts, said, seconds);
    }
}
