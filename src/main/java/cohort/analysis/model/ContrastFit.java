package cohort.analysis.model;

import cohort.glm.ContrastMaps;
import cohort.glm.GappedModel;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.glm.VoxelwiseModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A contrast in the model that it is tested in.
 *
 * @param model fitted to the data; nothing where each voxel has a model of its own
 * @param maps of effect, variance and statistic
 * @param isNormal whether degrees of freedom differ from voxel to voxel, so that z stands for t or F
 */
public record ContrastFit(Optional<LeastSquares> model, ContrastMaps maps, boolean isNormal) {

    /** Fits what is asked, one model for all contrasts unless each is about sums of its own. */
    public static List<ContrastFit> of(GroupData data) {
        GroupDesign design = data.design();
        if (!data.gaps().isEmpty()) return withGaps(data);
        if (data.covariates().isPresent())
            return withCovariates(data, data.covariates().get());
        List<LeastSquares> fits = IntStream.range(
                        0, design.strata().isEmpty() ? 1 : design.contrasts().size())
                .mapToObj(c -> GeneralLinearModel.fit(data.values(c), design.design(c)))
                .toList();
        return IntStream.range(0, design.contrasts().size())
                .mapToObj(c -> {
                    LeastSquares model = fits.get(Math.min(c, fits.size() - 1));
                    DMatrixRMaj weights =
                            new DMatrixRMaj(design.contrasts().get(c).rows());
                    return new ContrastFit(Optional.of(model), GeneralLinearModel.contrast(model, weights), false);
                })
                .toList();
    }

    private static List<ContrastFit> withGaps(GroupData data) {
        GappedModel model =
                new GappedModel(data.values(), data.design().design().matrix());
        return data.design().contrasts().stream()
                .map(contrast ->
                        new ContrastFit(Optional.empty(), model.contrast(new DMatrixRMaj(contrast.rows())), true))
                .toList();
    }

    private static List<ContrastFit> withCovariates(GroupData data, VoxelCovariates covariates) {
        VoxelwiseModel model = new VoxelwiseModel(data.values(), covariates.designs(), covariates.rank());
        return data.design().contrasts().stream()
                .map(contrast ->
                        new ContrastFit(Optional.empty(), model.contrast(new DMatrixRMaj(contrast.rows())), false))
                .toList();
    }

    /**
     * The maps by their names, in the order in which they are written; without t or F where degrees of freedom differ from voxel to
     * voxel, so that z stands for it.
     *
     * @param isF whether the statistic is F
     */
    public Map<String, double[]> byName(boolean isF) {
        Map<String, double[]> named = maps.byName(isF);
        if (isNormal) named.keySet().removeAll(List.of("t", "F"));
        return named;
    }
}
