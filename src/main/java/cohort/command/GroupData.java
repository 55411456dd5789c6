package cohort.command;

import cohort.InputException;
import cohort.Progress;
import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.design.ErrorStrata;
import cohort.design.ErrorStratum;
import cohort.design.IndependentRegressors;
import cohort.design.RepeatedColumns;
import cohort.glm.GeneralLinearModel;
import cohort.glm.UntestableVoxels;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.mask.SubjectMatrix;
import cohort.permute.ClusterForming;
import cohort.permute.Tail;
import cohort.report.AnalysedSubject;
import cohort.report.HowTested;
import cohort.table.Cohort;
import cohort.table.MapSource;
import cohort.table.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.scijava.command.Command;

/**
 * What the statistics need.
 *
 * @param cohort the subjects
 * @param mask the voxels
 * @param data voxels x subjects
 * @param design subjects x regressors
 * @param contrasts what is tested
 * @param strata what of each subject's maps each contrast is about; none if all maps are tested
 * @param untestable the voxels that were left out because nothing can be tested there
 */
record GroupData(
        Cohort cohort,
        GroupMask mask,
        Img<DoubleType> data,
        DesignMatrix design,
        List<Contrast> contrasts,
        List<ErrorStratum> strata,
        UntestableVoxels untestable) {

    /** The stratum of a contrast; nothing if all maps are tested. */
    Optional<ErrorStratum> stratum(int contrast) {
        return strata.isEmpty() ? Optional.empty() : Optional.of(strata.get(contrast));
    }

    /** The design that a contrast is tested in, rows x regressors. */
    DMatrixRMaj design(int contrast) {
        return stratum(contrast).map(sums -> sums.apply(design.matrix())).orElseGet(design::matrix);
    }

    /** The data that a contrast is tested on: axis 0 the voxels, axis 1 the rows of its design. */
    Img<DoubleType> data(int contrast) {
        Optional<ErrorStratum> sums = stratum(contrast).filter(stratum -> !stratum.isPooled());
        return sums.isPresent() ? sums.get().apply(data) : data;
    }

    /** How a contrast is tested, for the record. */
    HowTested how(int contrast, Tail tail) {
        DMatrixRMaj tested = design(contrast);
        return new HowTested(
                tail.toString(),
                IndependentRegressors.of(tested).degreesOfFreedom(),
                0,
                tested.numRows,
                stratum(contrast).map(ErrorStratum::taking).orElse(tested.numRows),
                stratum(contrast).map(sums -> sums.kind().words()).orElse("maps"));
    }

    /**
     * How a contrast is tested when clusters are formed.
     *
     * @param p the cluster-forming p; 0 for no clusters
     * @param grouped whether groups of subjects have variances of their own, so that the statistic is z
     */
    HowTested how(int contrast, Tail tail, double p, boolean grouped) {
        HowTested how = how(contrast, tail);
        if (p == 0) return how;
        int rows = contrasts.get(contrast).rows().length;
        return how.forming(
                grouped
                        ? ClusterForming.levelOfZ(p, tail)
                        : ClusterForming.level(p, tail, rows, how.degreesOfFreedom()));
    }

    /**
     * These data without the voxels in which nothing can be tested.
     *
     * @throws InputException if none is left
     */
    GroupData withoutUntestable(Progress progress) {
        Mask before = mask.mask();
        UntestableVoxels found = GeneralLinearModel.untestable(data, models());
        if (found.isEmpty()) return this;
        progress.say(found.sentence());
        Mask left = found.without(before);
        if (left.size() == 0)
            throw new InputException("maps: " + found.sentence()
                    + " No voxel is left, expected maps that differ between subjects; look at them by Carpet.");
        return new GroupData(cohort, mask.with(left), found.without(data), design, contrasts, strata, found);
    }

    private List<UntestableVoxels.Model> models() {
        return IntStream.range(0, strata.isEmpty() ? 1 : contrasts.size())
                .mapToObj(c -> new UntestableVoxels.Model(design.matrix(), stratum(c)))
                .toList();
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
        int[] labels = ErrorStrata.subjects(design, contrasts)
                .or(() -> RepeatedColumns.subjects(cohort.covariates()))
                .map(blocks -> blocks.level(0))
                .orElseGet(() -> IntStream.range(0, design.rows()).toArray());
        List<Integer> distinct = Arrays.stream(labels).distinct().boxed().toList();
        return IntStream.range(0, labels.length)
                .mapToObj(s -> subject(cohort.subjects().get(s), distinct.indexOf(labels[s]) + 1))
                .toList();
    }

    private static AnalysedSubject subject(Subject subject, int number) {
        return subject.map() instanceof MapSource.Stored stored
                ? new AnalysedSubject(subject.id(), stored.path().toString(), stored.volume(), number)
                : new AnalysedSubject(subject.id(), "an open image", 0, number);
    }
}
