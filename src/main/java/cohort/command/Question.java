package cohort.command;

import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.image.FilesRead;
import cohort.table.Cohort;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What is asked, before a map is read.
 *
 * @param cohort the subjects
 * @param design subjects x regressors
 * @param contrasts what is tested
 * @param files the files that were read for it, and those that are read from now on
 */
record Question(Cohort cohort, DesignMatrix design, List<Contrast> contrasts, FilesRead files) {

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

    /** All contrasts, one below the other. */
    DMatrixRMaj weights() {
        return new DMatrixRMaj(contrasts.stream()
                .flatMap(contrast -> Arrays.stream(contrast.rows()))
                .toArray(double[][]::new));
    }
}
