package cohort.permute.screen;

import cohort.design.matrix.Columns;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** What orthonormal columns leave of the space. */
final class Complement {
    private Complement() {}

    /** Orthonormal columns that complete others to a basis of the space: the last ones of Householder's Q. */
    static double[][] of(double[][] columns, int subjects) {
        double[][] all = new double[subjects][subjects];
        for (int i = 0; i < subjects; i++) all[i][i] = 1;
        if (columns.length == 0) return all;
        QRDecomposition<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.qr(subjects, columns.length);
        decomposition.decompose(Columns.matrix(columns));
        return Arrays.copyOfRange(Columns.of(decomposition.getQ(null, false)), columns.length, subjects);
    }

    /** Rows become columns. */
    static double[][] transposed(double[][] columns, int length) {
        double[][] rows = new double[length][columns.length];
        for (int c = 0; c < columns.length; c++) for (int i = 0; i < length; i++) rows[i][c] = columns[c][i];
        return rows;
    }
}
