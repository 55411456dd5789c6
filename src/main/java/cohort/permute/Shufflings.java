package cohort.permute;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Chooses what to shuffle. */
final class Shufflings {
    private static final double SAME = 1e-12;

    private Shufflings() {}

    /**
     * Sign flips if the tested effect is one number for all subjects, permutations otherwise, whatever column carries the
     * intercept.
     */
    static Shuffling choose(DMatrixRMaj design, DMatrixRMaj contrast) {
        DMatrixRMaj tested = new DMatrixRMaj(design.numRows, contrast.numRows);
        CommonOps_DDRM.multTransB(design, contrast, tested);
        return isConstant(tested) ? new SignFlips(design.numRows) : new Permutations(design.numRows);
    }

    private static boolean isConstant(DMatrixRMaj tested) {
        for (int c = 0; c < tested.numCols; c++)
            for (int i = 1; i < tested.numRows; i++)
                if (Math.abs(tested.get(i, c) - tested.get(0, c)) > SAME * Math.abs(tested.get(0, c))) return false;
        return true;
    }

    static String sentence(Shuffling shuffling, int shuffles, boolean exhaustive) {
        return exhaustive
                ? String.format(
                        Locale.ROOT,
                        "Shuffling: %s; all %d distinct ones are made once, the unshuffled labelling among them.",
                        shuffling.name(),
                        shuffles + 1)
                : String.format(Locale.ROOT, "Shuffling: %s, %d drawn at random.", shuffling.name(), shuffles);
    }
}
