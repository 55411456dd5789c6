package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.model.ContrastEffects;
import cohort.analysis.model.CovariateFiles;
import cohort.analysis.model.GroupData;
import cohort.analysis.model.GroupDesign;
import cohort.analysis.model.VoxelCovariates;
import cohort.analysis.record.Remarks;
import cohort.analysis.record.StepTimes;
import cohort.analysis.results.ResultFolder;
import cohort.files.FilesRead;
import cohort.glm.ContrastMaps;
import cohort.glm.Smoothness;
import cohort.mask.GroupMask;
import cohort.mask.SubjectMatrix;
import cohort.mask.Zeros;
import cohort.matrix.FilledMatrix;
import cohort.memory.Storage;
import cohort.permute.PermutationInference;
import cohort.permute.local.AvailableSubjects;
import cohort.permute.model.RegressionMethod;
import cohort.permute.shuffle.PlannedShuffles;
import cohort.region.Atlas;
import cohort.subjects.Maps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an analysis needs: first what is asked, which is refused if it cannot be done, and then the maps. */
final class GroupReading {
    private final PermutationSettings settings;
    private final Remarks remarks;
    private final StepTimes times = new StepTimes();
    private final GivenCohort given;
    private final GroupDesign design;
    private final int least;

    private GroupReading(PermutationSettings settings, GivenCohort given, Remarks remarks) {
        this.settings = settings;
        this.remarks = remarks;
        this.given = given;
        design = AskedDesign.of(settings.data(), given, remarks);
        least = least();
    }

    /** Refuses what does not go with a design that differs from voxel to voxel, if it does. */
    private GroupReading ofVoxels() {
        if (design.design().voxelwise().isEmpty()) return this;
        String of = " in a model of " + design.covariateMaps() + ", expected ";
        Map<String, String> keys = settings.values();
        if (settings.data().policy().takesGaps())
            throw new InputException(
                    "missing: found " + keys.get("missing") + of
                            + "exclude, exclude-zeros or zero, since a voxel is tested with all subjects where a covariate is a map.");
        for (String key : List.of("effect_sizes", "residuals", "predictions"))
            if (keys.get(key).equals("true"))
                throw new InputException(key + ": found true" + of
                        + "false, since it is available only where all voxels have the same design.");
        if (settings.isGrouped())
            throw new InputException("variance_groups: found " + settings.variance_groups() + of
                    + "nothing, since v and G are defined only where all voxels have the same design.");
        if (settings.isPseudo())
            throw new InputException("variance_smoothing: found " + settings.variance_smoothing() + of
                    + "0, since the variance is smoothed only where all voxels have the same design.");
        if (RegressionMethod.of(settings.method()) != RegressionMethod.FREEDMAN_LANE)
            throw new InputException("method: found " + settings.method() + of
                    + "freedman-lane, the only method where a covariate is a map.");
        if (!design.strata().isEmpty())
            throw new InputException("error: found auto for a contrast of sums of each subject's maps" + of
                    + "pooled, which tests the maps themselves.");
        covariates();
        return this;
    }

    private CovariateFiles covariates() {
        return CovariateFiles.find(settings.data().request(), design.cohort(), design.design());
    }

    /** The refusal of a model in which covariates are maps. */
    static InputException onlyNumbers(GroupDesign design, String since) {
        return new InputException("model: found " + design.covariateMaps()
                + ", expected columns of numbers or levels, since " + since + ".");
    }

    /** How many maps must have a voxel: all, unless some may lack it. */
    private int least() {
        int maps = design.cohort().size(), asked = settings.data().least_subjects();
        if (!settings.data().policy().takesGaps()) return maps;
        if (!design.strata().isEmpty())
            throw new InputException("missing: found " + settings.data().missing()
                    + " for a contrast of sums of each subject's maps, expected exclude, exclude-zeros or zero, or error=pooled,"
                    + " which tests the maps themselves.");
        if (asked == 0)
            return Math.min(
                    maps, AvailableSubjects.ofMost(maps, design.design().rank()).least());
        if (asked > maps || asked <= design.design().rank())
            throw new InputException("least_subjects: found " + asked + ", expected a number from "
                    + (design.design().rank() + 1) + ", one more than the independent regressors, to " + maps
                    + ", the number of maps.");
        return asked;
    }

    private static GroupReading begin(PermutationSettings settings, OpenImages images, Progress progress) {
        return new GroupReading(settings, find(settings.data(), images, FilesRead.begin()), new Remarks(progress));
    }

    private static GivenCohort find(ModelSettings data, OpenImages images, FilesRead files) {
        return GivenCohort.find(images, data.request(), data.resample(), data.policy(), files);
    }

    /** What a model needs. */
    static GroupAnalysis ofModel(
            ModelSettings settings, OpenImages images, Optional<ResultFolder> folder, Progress progress) {
        GroupReading reading = begin(PermutationSettings.DEFAULT.of(settings), images, progress)
                .ofVoxels();
        return reading.read(reading.requireNames(folder));
    }

    /** What a permutation test needs. */
    static GroupAnalysis ofTest(
            PermutationSettings settings, OpenImages images, Optional<ResultFolder> folder, Progress progress) {
        GroupReading reading = begin(settings, images, progress).ofVoxels();
        return reading.read(new AskedTests(settings, reading.design).requirePossible(folder));
    }

    /** What a permutation test of other units than voxels needs. */
    static GroupAnalysis ofUnits(
            PermutationSettings settings, OpenImages images, GroupAnalysis.UnitSource source, Progress progress) {
        GroupReading reading =
                new GroupReading(settings, source.find(images, FilesRead.begin()), new Remarks(progress));
        if (!reading.design.design().voxelwise().isEmpty())
            throw onlyNumbers(
                    reading.design, "regions are tested by one design; give the mean in a region as a column");
        new AskedTests(settings, reading.design).requirePossible(Optional.empty());
        return reading.read(source);
    }

    /** Finds out what a run would ask and do. */
    static AnalysisPreview preview(PermutationSettings settings, OpenImages images) {
        Remarks remarks = new Remarks(Progress.NONE);
        GivenCohort given = find(settings.data(), images, FilesRead.ignored());
        given.sayWhatWasTaken(remarks);
        GroupDesign design = new GroupReading(settings, given, remarks).ofVoxels().design;
        AskedTests tests = new AskedTests(settings, design);
        PlannedShuffles plan =
                PermutationInference.plan(design.design().matrix(), tests.hypotheses(), tests.options(remarks));
        return new AnalysisPreview(
                design.cohort(),
                design.design(),
                design.contrasts(),
                plan.scheme(),
                plan.reason(),
                plan.labellings(),
                settings.permutations(),
                remarks.said());
    }

    /** Refuses names that the files of a model cannot bear; gives how many maps there will be. */
    private int requireNames(Optional<ResultFolder> folder) {
        List<String> maps = ContrastEffects.withNames(
                settings.data().withCounts(ContrastMaps.NAMES),
                ContrastEffects.of(design, Optional.empty(), settings.data().effect_sizes()));
        folder.ifPresent(results -> results.requireNames(design.names(), maps));
        return design.names().size() * (maps.size() - 1); // t or F
    }

    /** @param results how many maps there will be */
    private GroupAnalysis read(int results) {
        ModelSettings data = settings.data();
        Storage storage = data.storage();
        Optional<Atlas> atlas = data.atlas(given.files());
        given.requireRoom(data.mask(), results, storage);
        try (Maps volumes = times.time("read", () -> given.read(storage, remarks))) {
            GroupMask mask =
                    times.time("mask", () -> given.findMask(volumes, data.mask(), atlas, data.policy(), least));
            mask.sentences().forEach(remarks::say);
            if (design.design().voxelwise().isEmpty()) return analysis(mask, volumes, storage, Optional.empty());
            Map.Entry<GroupMask, VoxelCovariates> both =
                    times.time("read", () -> readCovariates(mask, storage).within(mask));
            return analysis(both.getKey(), volumes, storage, Optional.of(both.getValue()));
        }
    }

    private VoxelCovariates readCovariates(GroupMask mask, Storage storage) {
        if (settings.data().fwhm() > 0)
            remarks.say("fwhm: the maps of " + design.covariateMaps()
                    + " are used as they are, without smoothing; if they should be smooth, smooth them beforehand.");
        return covariates()
                .read(design.design(), mask, given.common(), settings.data().policy(), storage, given.files(), remarks);
    }

    private GroupAnalysis analysis(GroupMask mask, Maps volumes, Storage storage, Optional<VoxelCovariates> maps) {
        ModelSettings data = settings.data();
        FilledMatrix matrix = times.time(
                "smooth",
                () -> SubjectMatrix.extract(volumes, mask.mask(), data.fwhm(), data.policy(), storage, remarks));
        return analysis(
                mask, matrix, maps, (values, voxels, designs) -> designs.map(own -> Smoothness.of(values, own, voxels))
                        .orElseGet(() -> Smoothness.of(values, design.design().matrix(), voxels)));
    }

    private GroupAnalysis read(GroupAnalysis.UnitSource source) {
        GroupAnalysis.Units units = times.time("read", () -> source.read(given, remarks));
        FilledMatrix matrix = FilledMatrix.in(
                settings.data().storage(), units.units().size(), design.cohort().size());
        for (int s = 0; s < units.values().length; s++) matrix.put(s, units.values()[s]);
        return analysis(
                new GroupMask(units.units(), 0, Zeros.NONE),
                matrix,
                Optional.empty(),
                (values, voxels, designs) -> Smoothness.UNKNOWN);
    }

    private GroupAnalysis analysis(
            GroupMask mask, FilledMatrix matrix, Optional<VoxelCovariates> maps, GroupData.SmoothnessOf smoothness) {
        GroupData data = GroupData.of(design, least, mask, matrix, maps, given.space(), remarks, times, smoothness);
        return new GroupAnalysis(settings, given, data, remarks, times);
    }
}
