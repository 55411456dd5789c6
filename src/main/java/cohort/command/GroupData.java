package cohort.command;

import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.image.Volume;
import cohort.mask.GroupMask;
import cohort.mask.SubjectMatrix;
import cohort.report.AnalysedSubject;
import cohort.table.MapSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.command.Command;

/**
 * What the statistics need.
 *
 * @param question what is asked of them
 * @param mask the voxels
 * @param data voxels x subjects
 */
record GroupData(Question question, GroupMask mask, Img<DoubleType> data) {

    /** The design matrix, subjects x regressors. */
    DesignMatrix design() {
        return question.design();
    }

    /** What is tested. */
    List<Contrast> contrasts() {
        return question.contrasts();
    }

    /**
     * What the maps are shown over: the mean of the subjects' maps where it is nowhere below 0 and so shows anatomy, as of
     * tissue; otherwise, as of contrasts, whose mean is the effect, the mask.
     */
    Backdrop backdrop() {
        return new Backdrop(() -> {
            Volume mean = SubjectMatrix.mean(data, mask.mask());
            return Arrays.stream(mean.values()).anyMatch(value -> value < 0)
                    ? new Backdrop.Shown("mask", mask.mask().toVolume())
                    : new Backdrop.Shown("mean of the maps", mean);
        });
    }

    /** A map of values in mask order as a result of a command. */
    ResultImage image(String name, double[] values, Command command, Backdrop backdrop) {
        return ResultImage.of(name, mask.mask().toVolume(values), Inputs.commandLine(command), Optional.of(backdrop));
    }

    /** The subjects, for the record. */
    List<AnalysedSubject> subjects() {
        return question.cohort().subjects().stream()
                .map(subject -> subject.map() instanceof MapSource.Stored stored
                        ? new AnalysedSubject(subject.id(), stored.path().toString(), stored.volume())
                        : new AnalysedSubject(subject.id(), "an open image", 0))
                .toList();
    }
}
