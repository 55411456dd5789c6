package cohort.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.ReferenceTable;
import java.util.Random;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class NoncentralTest {

    @Test
    void tIsThatOfSciPy() {
        ReferenceTable table = ReferenceTable.read("noncentral-t.tsv");
        double[] t = table.numbers("t"), dof = table.numbers("dof"), delta = table.numbers("delta");
        double[] p = table.numbers("p");
        for (int row = 0; row < table.rows(); row++) {
            double found = NoncentralT.cumulative(t[row], dof[row], delta[row]);
            assertEquals(p[row], found, 1e-13, "row " + row);
            if (p[row] > 1e-6) assertEquals(1, found / p[row], 1e-8, "row " + row);
        }
    }

    @Test
    void fIsThatOfSciPy() {
        ReferenceTable table = ReferenceTable.read("noncentral-F.tsv");
        double[] f = table.numbers("F"), lambda = table.numbers("lambda"), p = table.numbers("p");
        double[] numerator = table.numbers("numerator"), denominator = table.numbers("denominator");
        for (int row = 0; row < table.rows(); row++) {
            double found = NoncentralF.cumulative(f[row], numerator[row], denominator[row], lambda[row]);
            assertEquals(p[row], found, 1e-13, "row " + row);
            if (p[row] > 1e-6) assertEquals(1, found / p[row], 1e-8, "row " + row);
        }
    }

    @Test
    void areStudentsAndFishersWithoutNoncentrality() {
        for (double x : new double[] {0.3, 2, 40})
            for (double dof : new double[] {1, 3.7, 5000}) {
                assertEquals(
                        TDistribution.of(dof).cumulativeProbability(-x), NoncentralT.cumulative(-x, dof, 0), 1e-14);
                assertEquals(
                        FDistribution.of(3, dof).cumulativeProbability(x), NoncentralF.cumulative(x, 3, dof, 0), 1e-14);
            }
    }

    /** The square of a noncentral t is a noncentral F, also where sums are long. */
    @Test
    void squareOfTIsF() {
        Random random = new Random(3);
        for (int n = 0; n < 300; n++) {
            double delta = Math.pow(10, 3 * random.nextDouble()), dof = Math.pow(10, 3 * random.nextDouble());
            double t = Math.abs(delta + 2 * random.nextGaussian() * Math.hypot(1, delta / Math.sqrt(2 * dof)));
            double within = NoncentralT.cumulative(t, dof, delta) - NoncentralT.cumulative(-t, dof, delta);
            assertEquals(
                    within, NoncentralF.cumulative(t * t, 1, dof, delta * delta), 1e-11, t + " " + dof + " " + delta);
        }
    }

    /** With many degrees of freedom t is normal. */
    @Test
    void tOfManyDegreesOfFreedomIsNormal() {
        for (double t : new double[] {-3, 0.5, 6})
            for (double delta : new double[] {-2, 0, 5})
                assertEquals(
                        NormalDistribution.of(0, 1).cumulativeProbability(t - delta),
                        NoncentralT.cumulative(t, 1e9, delta),
                        1e-7);
    }
}
