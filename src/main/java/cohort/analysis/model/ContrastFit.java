package cohort.analysis.model;

import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A contrast in the model that it is tested in.
 *
 * @param model fitted to the data
 * @param maps of effect, variance and statistic
 */
public record ContrastFit(LeastSquares model, ContrastMaps maps) {

    /** Fits what is asked, one model for all contrasts unless each is about sums of its own. */
    public static List<ContrastFit> of(GroupData data) {
        GroupDesign design = data.design();
        List<LeastSquares> fits = IntStream.range(
                        0, design.strata().isEmpty() ? 1 : design.contrasts().size())
                .mapToObj(c -> GeneralLinearModel.fit(data.values(c), design.design(c)))
                .toList();
        return IntStream.range(0, design.contrasts().size())
                .mapToObj(c -> {
                    LeastSquares model = fits.get(Math.min(c, fits.size() - 1));
                    DMatrixRMaj weights =
                            new DMatrixRMaj(design.contrasts().get(c).rows());
                    return new ContrastFit(model, GeneralLinearModel.contrast(model, weights));
                })
                .toList();
    }
}
