package cohort.command;

import cohort.Progress;
import cohort.design.Contrast;
import cohort.design.Contrasts;
import cohort.design.DesignMatrix;
import cohort.design.Designs;
import cohort.image.FilesRead;
import cohort.mask.GroupMask;
import cohort.mask.Maps;
import cohort.mask.Missing;
import cohort.mask.SubjectMatrix;
import cohort.report.StepTimes;
import cohort.table.Cohort;
import java.util.List;
import java.util.function.Consumer;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/** What a user gives for a model; the components are the keys of the commands. */
record ModelInputs(
        GivenMaps maps, String model, String design, String contrast, String mask, Missing missing, double fwhm) {

    /**
     * Makes design and contrast, reads the maps, finds the mask and smooths.
     *
     * @param check refuses what is asked before the maps are read
     */
    GroupData load(Consumer<Question> check, StepTimes times, Progress progress) {
        Cohort cohort = maps.cohort();
        DesignMatrix matrix = design(cohort, model, design, maps.files());
        List<Contrast> tested = Contrasts.parseAll(contrast, matrix);
        Designs.findings(matrix).forEach(progress::say);
        Question question = new Question(cohort, matrix, tested, maps.files());
        check.accept(question);
        Maps volumes = times.time("read", () -> maps.read(progress));
        GroupMask voxels = times.time("mask", () -> maps.findMask(volumes, mask, missing));
        progress.say(voxels.summary());
        Img<DoubleType> data =
                times.time("smooth", () -> SubjectMatrix.extract(volumes, voxels.mask(), fwhm, progress));
        return new GroupData(question, voxels, data);
    }

    /** The regressors: those of a file if one is named, else those of the formula. */
    static DesignMatrix design(Cohort cohort, String model, String design, FilesRead files) {
        return design.isBlank()
                ? Designs.fromFormula(model, cohort.covariates(), cohort.ids())
                : Designs.fromFile(Inputs.path("design", design), cohort.ids(), files);
    }
}
