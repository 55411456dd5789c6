package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.record.AnalysedSubject;
import cohort.command.input.Inputs;
import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.ErrorStratum;
import cohort.design.strata.RepeatedColumns;
import cohort.glm.GeneralLinearModel;
import cohort.glm.UntestableVoxels;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.subjects.MapSource;
import cohort.subjects.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.command.Command;

/**
 * What the statistics need.
 *
 * @param question what is asked of them
 * @param mask the voxels
 * @param data voxels x subjects
 * @param untestable the voxels that were left out because nothing can be tested there
 */
record GroupData(Question question, GroupMask mask, Img<DoubleType> data, UntestableVoxels untestable) {

    /** The design matrix, maps x regressors. */
    DesignMatrix design() {
        return question.design();
    }

    /** What is tested. */
    List<Contrast> contrasts() {
        return question.contrasts();
    }

    /** The data that a contrast is tested on: axis 0 the voxels, axis 1 the rows of its design. */
    Img<DoubleType> data(int contrast) {
        Optional<ErrorStratum> sums = question.stratum(contrast).filter(stratum -> !stratum.isPooled());
        return sums.isPresent() ? sums.get().apply(data) : data;
    }

    /**
     * These data without the voxels in which nothing can be tested.
     *
     * @throws InputException if none is left
     */
    GroupData withoutUntestable(Progress progress) {
        UntestableVoxels found = GeneralLinearModel.untestable(data, question.models());
        if (found.isEmpty()) return this;
        Mask left = found.without(mask.mask());
        if (left.size() == 0)
            throw new InputException("maps: " + found.words()
                    + " and none is left, expected maps that differ between subjects; look at them in a carpet plot.");
        progress.say(found.sentence());
        return new GroupData(question, mask.with(left), found.without(data), found);
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
    ResultImage image(String name, double[] values, HeaderNotes notes, Command command, Backdrop backdrop) {
        return ResultImage.of(
                name, mask.mask().toVolume(values), notes, Inputs.commandLine(command), Optional.of(backdrop));
    }

    /** The maps and whose they are, for the record. */
    List<AnalysedSubject> subjects() {
        int[] labels = ErrorStrata.subjects(design(), contrasts())
                .or(() -> RepeatedColumns.subjects(question.cohort().covariates()))
                .map(blocks -> blocks.level(0))
                .orElseGet(() -> IntStream.range(0, design().rows()).toArray());
        List<Integer> distinct = Arrays.stream(labels).distinct().boxed().toList();
        return IntStream.range(0, labels.length)
                .mapToObj(s -> subject(question.cohort().subjects().get(s), distinct.indexOf(labels[s]) + 1))
                .toList();
    }

    private static AnalysedSubject subject(Subject subject, int number) {
        return subject.map() instanceof MapSource.Stored stored
                ? new AnalysedSubject(subject.id(), stored.path().toString(), stored.volume(), number)
                : new AnalysedSubject(subject.id(), "an open image", 0, number);
    }
}
