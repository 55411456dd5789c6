package cohort.analysis.model;

import cohort.Progress;
import cohort.analysis.record.Gaps;
import cohort.analysis.record.StepTimes;
import cohort.glm.GappedModel;
import cohort.glm.GeneralLinearModel;
import cohort.glm.Smoothness;
import cohort.glm.UntestableVoxels;
import cohort.glm.VoxelDesigns;
import cohort.glm.VoxelwiseModel;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.matrix.FilledMatrix;
import cohort.permute.local.AvailableSubjects;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * What was read of the maps, for a model.
 *
 * @param design what is asked of it
 * @param mask the voxels, in which all can be tested
 * @param matrix all that was read
 * @param values those of the voxels, 2D: axis 0 the voxels in mask order, axis 1 the maps
 * @param gaps voxels that some subjects lack, where the values are NaN
 * @param counts how many subjects have each voxel; no numbers without gaps
 * @param untestable what was read and left out, for nothing can be tested in it
 * @param covariates those that are maps, in the voxels; nothing if there are none
 * @param space NIfTI's code of what the maps' coordinates are aligned with; 0 if their files do not say
 * @param smoothness of the residuals
 */
public record GroupData(
        GroupDesign design,
        GroupMask mask,
        FilledMatrix matrix,
        Img<DoubleType> values,
        Gaps gaps,
        int[] counts,
        UntestableVoxels untestable,
        Optional<VoxelCovariates> covariates,
        int space,
        Smoothness smoothness)
        implements Closeable {

    /** Estimates the smoothness of the residuals. */
    @FunctionalInterface
    public interface SmoothnessOf {
        /**
         * @param values in mask order x maps
         * @param mask the voxels
         * @param designs those of the voxels, if these differ
         */
        Smoothness of(Img<DoubleType> values, Mask mask, Optional<VoxelDesigns> designs);
    }

    /**
     * Leaves out the voxels in which nothing can be tested.
     *
     * @param least how many maps must have a voxel; where some may lack it, their values are NaN
     * @param found the voxels that were read
     * @param matrix their values, which is closed if this fails
     * @param maps covariates that are maps, in these voxels; closed if this fails
     * @param space NIfTI's code of what the maps' coordinates are aligned with
     * @param progress hears what was left out
     * @param times takes the seconds
     * @param smoothness of the residuals of values in voxels
     */
    public static GroupData of(
            GroupDesign design,
            int least,
            GroupMask found,
            FilledMatrix matrix,
            Optional<VoxelCovariates> maps,
            int space,
            Progress progress,
            StepTimes times,
            SmoothnessOf smoothness) {
        try {
            boolean whole = least == matrix.maps()
                    || Gaps.of(AvailableSubjects.counts(matrix.image()), least, matrix.maps())
                            .isEmpty();
            UntestableVoxels untestable = untestable(design, matrix, maps, whole);
            if (!untestable.isEmpty()) progress.say(untestable.sentence());
            Optional<VoxelCovariates> covariates = maps.map(read -> read.without(untestable));
            covariates
                    .map(read -> read.voxels().sentence())
                    .filter(sentence -> !sentence.isEmpty())
                    .ifPresent(progress::say);
            int lacking = maps.isPresent() ? 0 : untestable.undetermined();
            if (lacking > 0) progress.say(untestable.undeterminedSentence());
            boolean all = untestable.leavesNoneOut();
            GroupMask mask = all ? found : found.with(untestable.without(found.mask()), lacking);
            Img<DoubleType> values = all ? matrix.image() : untestable.without(matrix.image());
            int[] counts = whole ? new int[0] : AvailableSubjects.counts(values);
            Gaps gaps = Gaps.of(counts, least, matrix.maps());
            if (!gaps.isEmpty()) progress.say(gaps.sentence(mask.mask().size()));
            Smoothness smooth = times.time(
                    "smoothness", () -> smoothness.of(values, mask.mask(), covariates.map(VoxelCovariates::designs)));
            return new GroupData(
                    covariates.map(read -> design.with(read.design())).orElse(design),
                    mask,
                    matrix,
                    values,
                    gaps,
                    counts,
                    untestable,
                    covariates,
                    space,
                    smooth);
        } catch (RuntimeException | Error e) {
            matrix.close();
            maps.ifPresent(VoxelCovariates::close);
            throw e;
        }
    }

    private static UntestableVoxels untestable(
            GroupDesign design, FilledMatrix matrix, Optional<VoxelCovariates> maps, boolean whole) {
        if (whole && maps.isEmpty()) return GeneralLinearModel.untestable(matrix.image(), design.models());
        List<DMatrixRMaj> contrasts = design.contrasts().stream()
                .map(contrast -> new DMatrixRMaj(contrast.rows()))
                .toList();
        return maps.map(read -> new VoxelwiseModel(matrix.image(), read.designs(), read.rank()).untestable(contrasts))
                .orElseGet(() -> new GappedModel(matrix.image(), design.design().matrix()).untestable(contrasts));
    }

    /** The map of how many subjects have each voxel, by its name; none without gaps. */
    public Map<String, double[]> countMap() {
        return gaps.isEmpty()
                ? Map.of()
                : Map.of(Gaps.COUNTS, IntStream.of(counts).asDoubleStream().toArray());
    }

    /** What a contrast is tested on: axis 0 the voxels, axis 1 the rows of its design. */
    public Img<DoubleType> values(int contrast) {
        return design.stratum(contrast)
                .filter(stratum -> !stratum.isPooled())
                .map(sums -> sums.apply(values))
                .orElse(values);
    }

    @Override
    public void close() {
        matrix.close();
        covariates.ifPresent(VoxelCovariates::close);
    }
}
