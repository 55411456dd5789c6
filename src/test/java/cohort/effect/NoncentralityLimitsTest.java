package cohort.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoncentralityLimitsTest {

    private static void assertClose(double expected, double actual, double tolerance, String where) {
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), where);
    }

    @Test
    void ofTAreThoseThatSciPysDistributionGives() {
        ReferenceTable table = ReferenceTable.read("noncentrality-t.tsv");
        double[] t = table.numbers("t"), dof = table.numbers("dof");
        for (int row = 0; row < table.rows(); row++) {
            NoncentralityLimits limits = new LimitsOfT(dof[row]).exact();
            assertClose(table.numbers("lower")[row], limits.lower(t[row]), 1e-10, "lower, row " + row);
            assertClose(table.numbers("upper")[row], limits.upper(t[row]), 1e-10, "upper, row " + row);
        }
    }

    @Test
    void ofFAreThoseThatSciPysDistributionGives() {
        ReferenceTable table = ReferenceTable.read("noncentrality-F.tsv");
        double[] f = table.numbers("F"), numerator = table.numbers("numerator");
        double[] denominator = table.numbers("denominator");
        for (int row = 0; row < table.rows(); row++) {
            NoncentralityLimits limits = new LimitsOfF(numerator[row], denominator[row]).exact();
            assertClose(table.numbers("lower")[row], limits.lower(f[row]), 1e-10, "lower, row " + row);
            assertClose(table.numbers("upper")[row], limits.upper(f[row]), 1e-10, "upper, row " + row);
        }
    }

    /** The table against the equation solved anew, over the whole range and most densely where t is small. */
    @Test
    void tablesAreTheEquationsSolved() {
        Random random = new Random(8);
        for (double dof : new double[] {1, 3, 15, 200})
            for (double greatest : new double[] {0.5, 12, 300}) {
                LimitsOfT t = new LimitsOfT(dof);
                LimitsOfF f = new LimitsOfF(3, dof);
                NoncentralityLimits tabulated = t.tabulated(greatest), shares = f.tabulated(greatest);
                for (int n = 0; n < 40; n++) {
                    double x = n == 0 ? greatest : greatest * Math.pow(10, -4 * random.nextDouble());
                    String where = x + " of " + greatest + ", " + dof;
                    for (double sign : new double[] {-1, 1}) {
                        assertClose(t.exact().lower(sign * x), tabulated.lower(sign * x), 1e-8, where);
                        assertClose(t.exact().upper(sign * x), tabulated.upper(sign * x), 1e-8, where);
                    }
                    assertClose(f.exact().lower(x), shares.lower(x), 1e-8, where);
                    assertClose(f.exact().upper(x), shares.upper(x), 1e-8, where);
                }
            }
    }

    /** What is summed on one side of the border and foretold on the other agrees; further out the quantile of χ is left. */
    @Test
    void goOnWhereTheSumsWouldBeLong() {
        for (double dof : new double[] {1, 15, 100}) {
            double far = 100 * Math.max(10, Math.sqrt(dof));
            for (double sign : new double[] {-1, 1}) {
                NoncentralityLimits limits = new LimitsOfT(dof).exact();
                double before = limits.upper(sign * far * (1 - 1e-6)), after = limits.upper(sign * far * (1 + 1e-6));
                assertEquals(1 + 2e-6, after / before, 1e-9, "t, " + dof);
                double at = limits.upper(sign * far * 1.5);
                assertEquals(0.025, NoncentralT.cumulative(sign * far * 1.5, dof, at), 1e-7, "t, " + dof);
            }
            NoncentralityLimits limits = new LimitsOfF(2, dof).exact();
            double f = far * far / 2 * 1.5;
            assertEquals(0.975, NoncentralF.cumulative(f, 2, dof, limits.lower(f)), 1e-7, "F, " + dof);
            assertEquals(0.025, NoncentralF.cumulative(f, 2, dof, limits.upper(f)), 1e-7, "F, " + dof);
            assertTrue(Double.isFinite(limits.upper(1e26)), "F, " + dof);
        }
    }

    /** A map of the brain at 2 mm takes seconds if each voxel is solved for. */
    @Test
    void aMapOfManyVoxelsTakesSeconds() {
        Random random = new Random(4);
        double[] t = random.doubles(230_000).map(u -> 30 * u - 10).toArray();
        double sum = 0;
        long start = System.nanoTime();
        NoncentralityLimits limits = new LimitsOfT(23).tabulated(20);
        NoncentralityLimits shares = new LimitsOfF(1, 23).tabulated(400);
        for (double x : t) sum += limits.upper(x) - limits.lower(x) + shares.upper(x * x) - shares.lower(x * x);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(sum > 0 && seconds < 3, seconds + " s");
    }
}
