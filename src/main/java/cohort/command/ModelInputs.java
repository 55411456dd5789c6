package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.design.Contrast;
import cohort.design.Contrasts;
import cohort.design.DesignMatrix;
import cohort.design.Designs;
import cohort.image.Volumes;
import cohort.mask.GroupMask;
import cohort.mask.Maps;
import cohort.mask.Masks;
import cohort.mask.Missing;
import cohort.mask.SubjectMatrix;
import cohort.report.StepTimes;
import cohort.table.Cohort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/** What a user gives for a model; the components are the keys of the commands. */
record ModelInputs(
        GivenMaps maps, String model, String design, String contrast, String mask, Missing missing, double fwhm) {

    /** Reads the maps, finds the mask, smooths, and makes design and contrast. */
    GroupData load(StepTimes times, Progress progress) {
        Cohort cohort = maps.cohort();
        DesignMatrix matrix = design.isBlank()
                ? Designs.fromFormula(model, cohort.covariates(), cohort.ids())
                : Designs.fromFile(Inputs.path("design", design), cohort.ids());
        List<Contrast> tested = Contrasts.parseAll(contrast, matrix);
        Designs.findings(matrix).forEach(progress::say);
        Maps volumes = times.time("read", () -> maps.read(progress));
        GroupMask voxels = times.time("mask", () -> findMask(volumes));
        progress.say(voxels.summary());
        Img<DoubleType> data =
                times.time("smooth", () -> SubjectMatrix.extract(volumes, voxels.mask(), fwhm, progress));
        return new GroupData(cohort, voxels, data, matrix, tested);
    }

    private GroupMask findMask(Maps volumes) {
        if (Masks.strategies().contains(mask)) return Masks.fromMaps(volumes, mask, missing);
        Path file = Inputs.path("mask", mask);
        if (!Files.exists(file))
            throw new InputException("mask: " + mask + " is no file and no strategy, expected a mask image or one of "
                    + String.join(", ", Masks.strategies()) + ".");
        return Masks.fromImage(volumes, maps.common().mask(Volumes.read(file), volumes.grid()), missing);
    }
}
