package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.record.StepTimes;
import cohort.command.input.GivenMaps;
import cohort.command.input.Inputs;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStratum;
import cohort.files.FilesRead;
import cohort.glm.UntestableVoxels;
import cohort.mask.GroupMask;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.subjects.Cohort;
import cohort.subjects.Maps;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/** What a user gives for a model; the components are the keys of the commands. */
record ModelInputs(
        GivenMaps maps,
        String model,
        String design,
        String contrast,
        ErrorRule error,
        String mask,
        MissingPolicy missing,
        double fwhm) {

    private static final Pattern FILE = Pattern.compile("[^`]*\\.(con|fts|csv|tsv|txt)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Makes design and contrast, reads the maps, finds the mask and smooths.
     *
     * @param check refuses what is asked before the maps are read
     */
    GroupData load(Consumer<Question> check, StepTimes times, Progress progress) {
        Cohort cohort = maps.cohort();
        DesignMatrix matrix = design(cohort, model, design, maps.files());
        List<Contrast> tested = contrasts(contrast, matrix, maps.files());
        Designs.findings(matrix).forEach(progress::say);
        if (design.isBlank()) Designs.slopes(model, cohort.covariates()).forEach(progress::say);
        List<ErrorStratum> strata = error.strata(matrix, tested);
        error.sentences(matrix, tested, strata).forEach(progress::say);
        Question question = new Question(cohort, matrix, tested, strata, maps.files());
        check.accept(question);
        Maps volumes = times.time("read", () -> maps.read(progress));
        GroupMask voxels = times.time("mask", () -> maps.findMask(volumes, mask, missing));
        voxels.sentences().forEach(progress::say);
        Img<DoubleType> data =
                times.time("smooth", () -> SubjectMatrix.extract(volumes, voxels.mask(), fwhm, progress));
        return new GroupData(question, voxels, data, UntestableVoxels.NONE).withoutUntestable(progress);
    }

    /** The regressors: those of a file if one is named, else those of the formula. */
    static DesignMatrix design(Cohort cohort, String model, String design, FilesRead files) {
        return design.isBlank()
                ? Designs.fromFormula(model, cohort.covariates(), cohort.ids())
                : Designs.fromFile(Inputs.path("design", design), cohort.ids(), cohort.idsLeftOut(), files);
    }

    /** What is tested: the contrasts in the files that are named, unless that is a regressor's name, or else an expression. */
    static List<Contrast> contrasts(String contrast, DesignMatrix design, FilesRead read) {
        List<Path> files = design.columns().contains(contrast.strip()) ? List.of() : Contrasts.files(contrast);
        if (!files.isEmpty()) return Contrasts.fromFiles(files, design, read);
        if (FILE.matcher(contrast).matches() && design.columns().stream().noneMatch(contrast::contains))
            throw new InputException("contrast: there is no file " + contrast.strip()
                    + ", expected one or several of weights or F tests, separated by ;, or an expression over the regressors "
                    + String.join(", ", design.columns()) + ".");
        return Contrasts.parseAll(contrast, design);
    }
}
