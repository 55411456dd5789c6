package cohort.analysis.record;

import cohort.effect.EffectSizes;
import cohort.files.ClusterFiles;
import cohort.files.MapName;
import cohort.folder.Manifest;
import cohort.folder.RecordShape;
import cohort.glm.CovariateVoxels;
import cohort.glm.Smoothness;
import cohort.image.ReadingOptions;
import cohort.mask.Zeros;
import cohort.subjects.LeftOut;
import cohort.subjects.PassedOver;
import cohort.subjects.SubjectAxis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that is needed to repeat a run and to tell whether it was repeated.
 *
 * @param command the macro line
 * @param parameters every parameter with its value
 * @param software name and version of the programs and libraries at work, and what is known of a cluster
 * @param finished when the run ended, as ISO 8601 has it, in UTC
 * @param inputs the files that were read, in order
 * @param subjects the maps analysed, in order, and whose they are
 * @param leftOut whom each rule of {@code leave_out} left out
 * @param passedOver what lay where the maps were looked for and was not taken, and why
 * @param design the regressors' names
 * @param factors the levels of each factor of the formula, the reference first, as the regressors' names have them
 * @param contrast the contrast as the user wrote it
 * @param contrasts what was tested and which maps were written
 * @param degreesOfFreedom of the residuals
 * @param voxels number of voxels in the mask
 * @param maskMm3 volume of the mask in mm³
 * @param space NIfTI's code of what the maps' coordinates are aligned with, such as 4 for MNI; 0 if their files do not say
 * @param smoothness of the residuals of the model
 * @param missingVoxels voxels left out because they are not finite in some subject or 0 in all
 * @param zeros the voxels that are exactly 0 in some maps but not in all
 * @param gaps voxels that some subjects lack, which are analysed with those who have them
 * @param constantVoxels voxels left out because they have one value in all maps
 * @param explainedVoxels voxels left out because a model explains them without residuals
 * @param covariateMaps what was taken of covariates that are maps
 * @param shuffled what was permuted or sign-flipped, and how often
 * @param remarks what was said in the log, in order
 * @param seconds how long each step took
 */
public record RunRecord(
        String command,
        Map<String, String> parameters,
        Map<String, String> software,
        String finished,
        List<InputFile> inputs,
        List<AnalysedSubject> subjects,
        List<LeftOut> leftOut,
        List<PassedOver> passedOver,
        List<String> design,
        Map<String, List<String>> factors,
        String contrast,
        List<TestedContrast> contrasts,
        int degreesOfFreedom,
        int voxels,
        double maskMm3,
        int space,
        Smoothness smoothness,
        int missingVoxels,
        Zeros zeros,
        Gaps gaps,
        int constantVoxels,
        int explainedVoxels,
        CovariateVoxels covariateMaps,
        Shuffled shuffled,
        List<String> remarks,
        Map<String, Double> seconds) {
    /** The parameters on which the data and the model rest. */
    private static final List<String> SAME = List.of(
            "maps",
            "table",
            "volumes",
            "channel",
            "model",
            "design",
            "contrast",
            "atlas",
            "atlas_names",
            "mask",
            "missing",
            "fwhm",
            "least_subjects");

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE]-?\\d+)?"),
            COUNT = Pattern.compile("\\d{1,9}");

    /** The present moment as {@link #finished} has it. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The same run with the times of its steps.
     *
     * @param seconds how long each step took
     */
    public RunRecord taking(Map<String, Double> seconds) {
        return with(command, parameters, software, remarks, seconds);
    }

    /**
     * The same run with more that was at work, such as a cluster.
     *
     * @param more names with versions or other facts
     * @param remark what is said of it
     */
    public RunRecord on(Map<String, String> more, String remark) {
        Map<String, String> all = new LinkedHashMap<>(software);
        all.putAll(more);
        return with(
                command,
                parameters,
                all,
                Stream.concat(remarks.stream(), Stream.of(remark)).toList(),
                seconds);
    }

    private RunRecord with(
            String command,
            Map<String, String> parameters,
            Map<String, String> software,
            List<String> remarks,
            Map<String, Double> seconds) {
        return new RunRecord(
                command,
                parameters,
                software,
                finished,
                inputs,
                subjects,
                leftOut,
                passedOver,
                design,
                factors,
                contrast,
                contrasts,
                degreesOfFreedom,
                voxels,
                maskMm3,
                space,
                smoothness,
                missingVoxels,
                zeros,
                gaps,
                constantVoxels,
                explainedVoxels,
                covariateMaps,
                shuffled,
                remarks,
                seconds);
    }

    /**
     * Reads a record.
     *
     * @param file as {@link #toJson} writes it
     * @throws cohort.InputException if it cannot be read, is no such record or lacks something
     */
    public static RunRecord read(Path file) {
        RunRecord record = RecordShape.read(file, RunRecord.class);
        record.requireWhole(file);
        return record;
    }

    /**
     * Refuses what cannot be so in a record.
     *
     * @param file that it was read from
     * @throws cohort.InputException if there is such
     */
    public void requireWhole(Path file) {
        fault().ifPresent(fault -> {
            throw RecordShape.damaged(file, fault);
        });
    }

    /**
     * The same run as another command asked for it.
     *
     * @param line the macro line that repeats it
     * @param keys every key with its value
     */
    public RunRecord askedBy(String line, Map<String, String> keys) {
        return with(line, keys, software, remarks, seconds);
    }

    /** What cannot be so in a record, if anything. */
    private Optional<String> fault() {
        Stream<String> paths = Stream.concat(
                inputs.stream().map(InputFile::file), subjects.stream().map(AnalysedSubject::map));
        if (!isInstant(finished)) return Optional.of("the moment " + finished);
        if (!NUMBER.matcher(parameter("fwhm")).matches()) return Optional.of("the fwhm \"" + parameter("fwhm") + "\"");
        if (isSequential() && !COUNT.matcher(parameter("permutations")).matches())
            return Optional.of("the permutations \"" + parameter("permutations") + "\"");
        if (paths.anyMatch(path -> path.indexOf('\0') >= 0)) return Optional.of("a path with a NUL in it");
        if (contrasts.isEmpty()) return Optional.of("no contrast in it");
        return contrasts.stream()
                .flatMap(tested -> tested.fault(design.size(), isPermutation()).stream())
                .findFirst();
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Reads a record, if there is one. */
    static Optional<RunRecord> find(Path file) {
        return Optional.of(file).filter(Files::isRegularFile).map(RunRecord::read);
    }

    /** Whether maps were analysed, and not a table of values. */
    public boolean hasMaps() {
        return parameter("region_values").isEmpty();
    }

    /** The value of a parameter of the command, empty if it has none of that name. */
    public String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    /** Whether another run analysed the same data by the same model: what both compute agrees. */
    public boolean isOfSameData(RunRecord other) {
        return SAME.stream().allMatch(key -> parameter(key).equals(other.parameter(key)))
                && (inputs.containsAll(other.inputs) || other.inputs.containsAll(inputs));
    }

    /** The names of the maps that there may be beside those that were tested: of effect sizes, and of how many have a voxel. */
    public static Stream<String> besides() {
        return Stream.concat(EffectSizes.NAMES.stream(), Stream.of(Gaps.COUNTS));
    }

    /** The names of the files of the maps that were tested, of their clusters, and of those that there may be beside them. */
    public List<String> mapFiles() {
        return contrasts.stream()
                .flatMap(tested -> Stream.concat(
                        Stream.concat(tested.statistics().stream(), besides())
                                .map(statistic -> new MapName(tested.name(), statistic).file()),
                        new ClusterFiles(tested.name()).names().stream()))
                .toList();
    }

    /** How the files of the maps were read. */
    public ReadingOptions reading() {
        String channel = parameter("channel");
        return COUNT.matcher(channel).matches() ? new ReadingOptions(Integer.parseInt(channel)) : ReadingOptions.NONE;
    }

    /** Whether the maps are the slices of one image. */
    public boolean isOfSlices() {
        return parameter("volumes").equals(SubjectAxis.SLICES.toString());
    }

    /** Whether labels were permuted or signs flipped. */
    public boolean isPermutation() {
        return shuffled.shuffles() > 0;
    }

    /** Whether permutations were counted until enough reached a value. */
    public boolean isSequential() {
        String enough = parameter("stop_after");
        return !enough.isEmpty() && !enough.equals("0") && !shuffled.exhaustive();
    }

    /** How many permutations or sign flips a run that has some was asked to make. */
    public int asked() {
        return Integer.parseInt(parameter("permutations"));
    }

    /** Whether enough permutations reached every value before all were made. */
    public boolean stoppedEarly() {
        return isSequential() && shuffled.shuffles() < asked();
    }

    /** The record as JSON; keys are the components' names, and that of the files that the run wrote. */
    public String toJson(Manifest files) {
        return files.jsonOf(this);
    }
}
