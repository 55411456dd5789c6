package cohort.analysis.model;

import cohort.analysis.record.HowTested;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import cohort.design.matrix.VoxelRegressor;
import cohort.design.strata.ErrorStratum;
import cohort.design.strata.MapColumns;
import cohort.files.FilesRead;
import cohort.glm.UntestableVoxels;
import cohort.permute.nulls.Tail;
import cohort.subjects.Cohort;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * What is asked, before a map is read.
 *
 * @param cohort the subjects
 * @param design subjects x regressors
 * @param contrasts what is tested
 * @param strata what of each subject's maps each contrast is about; none if all maps are tested
 * @param maps the maps of each subject, if these are several
 * @param files the files that were read for it, and those that are read from now on
 */
public record GroupDesign(
        Cohort cohort,
        DesignMatrix design,
        List<Contrast> contrasts,
        List<ErrorStratum> strata,
        MapColumns maps,
        FilesRead files) {

    /** The same with other numbers in the design. */
    GroupDesign with(DesignMatrix other) {
        return new GroupDesign(cohort, other, contrasts, strata, maps, files);
    }

    /** The contrasts' names. */
    public List<String> names() {
        return contrasts.stream().map(Contrast::name).toList();
    }

    /** Degrees of freedom of the residuals. */
    public int degreesOfFreedom() {
        return (maps.areSeveral() ? maps.subjects() : design.rows()) - design.rank();
    }

    /** The fewest degrees of freedom that a contrast is tested with. */
    public int leastDegreesOfFreedom() {
        return IntStream.range(0, contrasts.size())
                .map(c -> IndependentRegressors.of(design(c)).degreesOfFreedom())
                .min()
                .orElseGet(this::degreesOfFreedom);
    }

    /** The stratum of a contrast; nothing if all maps are tested. */
    public Optional<ErrorStratum> stratum(int contrast) {
        return strata.isEmpty() ? Optional.empty() : Optional.of(strata.get(contrast));
    }

    /** The design that a contrast is tested in, rows x regressors. */
    public DMatrixRMaj design(int contrast) {
        return stratum(contrast).map(sums -> sums.apply(design.matrix())).orElseGet(design::matrix);
    }

    /** All models that are fitted to the data. */
    public List<UntestableVoxels.Model> models() {
        return IntStream.range(0, strata.isEmpty() ? 1 : contrasts.size())
                .mapToObj(c -> new UntestableVoxels.Model(design.matrix(), stratum(c)))
                .toList();
    }

    /** How a contrast is tested, for the record. */
    public HowTested how(int contrast, Tail tail) {
        DMatrixRMaj tested = design(contrast);
        return new HowTested(
                tail.toString(),
                IndependentRegressors.of(tested).degreesOfFreedom(),
                0,
                tested.numRows,
                stratum(contrast).map(ErrorStratum::taking).orElse(tested.numRows),
                stratum(contrast).map(sums -> sums.kind().words()).orElse("maps"));
    }

    /** The covariates that are maps, as a formula has them; empty if there are none. */
    public String covariateMaps() {
        return Words.list(design.covariateMaps().stream()
                .map(VoxelRegressor.CovariateMap::text)
                .toList());
    }

    /** All contrasts, one below the other. */
    public DMatrixRMaj weights() {
        return new DMatrixRMaj(contrasts.stream()
                .flatMap(contrast -> Arrays.stream(contrast.rows()))
                .toArray(double[][]::new));
    }
}
