package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.Remarks;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Software;
import cohort.analysis.record.StepTimes;
import cohort.analysis.record.SubjectMapRecord;
import cohort.analysis.results.SubjectMapFolder;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.SubjectContrast;
import cohort.design.strata.SubjectRows;
import cohort.files.FilesRead;
import cohort.image.HeaderNotes;
import cohort.mask.GroupMaps;
import cohort.mask.MissingPolicy;
import cohort.memory.Storage;
import cohort.subjects.Cohort;
import cohort.subjects.Maps;
import cohort.text.MacroOptions;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One map per subject, of a contrast between the subject's maps or of their mean: first what is asked, then the maps. */
public final class SubjectMapRun {
    private static final String MENU = "Within-Subject Maps...";
    private static final Pattern UNSAFE = Pattern.compile("^\\.|[^\\p{L}\\p{N}._-]+");

    /** So many subjects without a map are named. */
    private static final int NAMED = 5;

    private final SubjectMapSettings settings;
    private final GivenCohort given;
    private final Contrast contrast;
    private final SubjectContrast sums;
    private final SubjectRows rows;
    private final Progress progress;

    private SubjectMapRun(
            SubjectMapSettings settings,
            GivenCohort given,
            Contrast contrast,
            SubjectContrast sums,
            Progress progress) {
        this.settings = settings;
        this.given = given;
        this.contrast = contrast;
        this.sums = sums;
        this.rows = new SubjectRows(given.cohort().covariates(), sums.owner());
        this.progress = progress;
    }

    /**
     * Reads all but the maps.
     *
     * @param images the open images that the settings may name
     * @param progress hears what a reader of the maps should know, and how far they are
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static SubjectMapRun load(SubjectMapSettings settings, OpenImages images, Progress progress) {
        GivenCohort given = GivenCohort.find(
                images,
                settings.request(),
                settings.resample(),
                MissingPolicy.of(settings.missing()),
                FilesRead.begin());
        DesignMatrix design = AskedDesign.matrix(given.cohort(), settings.model(), "", given.files());
        List<Contrast> contrasts = AskedDesign.contrasts(settings.contrast(), design, given.files());
        if (!design.voxelwise().isEmpty())
            throw new InputException(
                    "model: found " + design.covariateMaps().get(0).text()
                            + ", expected columns of numbers or levels, since a contrast map weighs each map"
                            + " alike in all voxels.");
        if (contrasts.size() > 1)
            throw new InputException(
                    "contrast: found " + contrasts.size() + " contrasts, expected one; run the command once for each.");
        return new SubjectMapRun(
                settings, given, contrasts.get(0), SubjectContrast.of(design, contrasts.get(0)), progress);
    }

    /**
     * Writes {@code SUBJECT_contrast-NAME.nii.gz} for each subject, {@code participants.tsv} and {@code maps.json}, in place of
     * those of an earlier run.
     *
     * @throws InputException if a map cannot be read or a file cannot be written; an earlier run is then still there
     */
    public void write(SubjectMapFolder folder) {
        Remarks remarks = new Remarks(progress);
        StepTimes times = new StepTimes();
        List<String> names = files();
        folder.requireNames(contrast.name(), names);
        Designs.slopes(settings.model(), given.cohort().covariates()).forEach(remarks::say);
        sentences().forEach(remarks::say);
        MissingPolicy missing = MissingPolicy.of(settings.missing());
        Storage storage = settings.storage();
        try (Maps maps = times.time("read", () -> given.read(storage, remarks))) {
            times.time("write", () -> {
                folder.write(
                        names,
                        s -> GroupMaps.weightedSum(maps, sums.weights()[s], missing),
                        HeaderNotes.of(contrast.text() + " of one subject").withSpace(given.space()),
                        remarks);
                return names;
            });
        }
        folder.commit(rows.of(sums.subjects(), names), record(remarks, times));
    }

    private SubjectMapRecord record(Remarks remarks, StepTimes times) {
        Cohort cohort = given.cohort();
        return new SubjectMapRecord(
                new MacroOptions(settings.values()).line(MENU),
                settings.values(),
                Software.versions(),
                RunRecord.now(),
                InputFile.of(given.files(), cohort.mapFiles()),
                AnalysedSubject.of(cohort, sums.owner()),
                cohort.leftOut(),
                contrast.text(),
                remarks.said(),
                times.seconds());
    }

    /** The maps' files: called by their subjects, or by their numbers if a name is none for a file. */
    private List<String> files() {
        List<String> safe = rows.names().stream()
                .map(name -> UNSAFE.matcher(name).replaceAll("-"))
                .toList();
        boolean distinct = safe.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == safe.size();
        return IntStream.of(sums.subjects())
                .mapToObj(s -> (distinct ? safe.get(s) : "sub-" + (s + 1)) + "_contrast-" + contrast.name() + ".nii.gz")
                .toList();
    }

    /** What the maps are, and who has none. */
    private List<String> sentences() {
        List<String> sentences = new ArrayList<>(), names = rows.names();
        int others = sums.subjects().length - 1;
        sentences.add("The map of " + names.get(sums.subjects()[0]) + " is" + sum() + ", and likewise for "
                + (others == 0 ? "no other" : Words.count(others, "other subject")) + ".");
        List<String> lacking = IntStream.of(sums.lacking()).mapToObj(names::get).toList();
        if (!lacking.isEmpty())
            sentences.add(Words.first(lacking, NAMED) + (lacking.size() == 1 ? " lacks a map" : " lack maps")
                    + " that the contrast takes, so that there is no contrast map of "
                    + (lacking.size() == 1 ? "this subject." : "these subjects."));
        return sentences;
    }

    private String sum() {
        double[] weights = sums.weights()[0];
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < weights.length; i++)
            if (weights[i] != 0)
                sum.append(weights[i] < 0 ? " \u2212 " : sum.isEmpty() ? " " : " + ")
                        .append(Words.digits(Math.abs(weights[i]), 4))
                        .append(" \u00d7 ")
                        .append(given.cohort().ids().get(i));
        return sum.toString();
    }
}
