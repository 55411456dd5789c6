package cohort.command;

import cohort.analysis.record.HowTested;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import cohort.design.strata.ErrorStratum;
import cohort.files.FilesRead;
import cohort.glm.UntestableVoxels;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import cohort.subjects.Cohort;
import java.nio.file.Path;
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
 * @param files the files that were read for it, and those that are read from now on
 */
record Question(
        Cohort cohort, DesignMatrix design, List<Contrast> contrasts, List<ErrorStratum> strata, FilesRead files) {

    /** The files of the maps, in the order of the subjects. */
    List<Path> mapFiles() {
        return cohort.subjects().stream()
                .flatMap(subject -> subject.map().file().stream())
                .distinct()
                .toList();
    }

    /** The contrasts' names. */
    List<String> names() {
        return contrasts.stream().map(Contrast::name).toList();
    }

    /** Degrees of freedom of the residuals. */
    int degreesOfFreedom() {
        return design.rows() - design.rank();
    }

    /** The stratum of a contrast; nothing if all maps are tested. */
    Optional<ErrorStratum> stratum(int contrast) {
        return strata.isEmpty() ? Optional.empty() : Optional.of(strata.get(contrast));
    }

    /** The design that a contrast is tested in, rows x regressors. */
    DMatrixRMaj design(int contrast) {
        return stratum(contrast).map(sums -> sums.apply(design.matrix())).orElseGet(design::matrix);
    }

    /** All models that are fitted to the data. */
    List<UntestableVoxels.Model> models() {
        return IntStream.range(0, strata.isEmpty() ? 1 : contrasts.size())
                .mapToObj(c -> new UntestableVoxels.Model(design.matrix(), stratum(c)))
                .toList();
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

    /** All contrasts, one below the other. */
    DMatrixRMaj weights() {
        return new DMatrixRMaj(contrasts.stream()
                .flatMap(contrast -> Arrays.stream(contrast.rows()))
                .toArray(double[][]::new));
    }
}
