package cohort.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ReferenceTable;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class TailProbabilitiesTest {

    private static void assertTails(ReferenceTable table, int row, ContinuousDistribution distribution, double value) {
        double[] zero = new double[1];
        ContrastMaps maps = new TailProbabilities(distribution).maps(zero, zero, new double[] {value});
        double p = Math.max(1e-300, table.numbers("p")[row]), z = table.numbers("z")[row];
        assertEquals(p, maps.p()[0], 1e-9 * p, "p in row " + row);
        assertEquals(z, maps.z()[0], 1e-7, "z in row " + row);
    }

    @Test
    void followsStudentsTInBothTails() {
        ReferenceTable table = ReferenceTable.read("tails-t.tsv");
        double[] dof = table.numbers("dof"), t = table.numbers("t"), z = table.numbers("z");
        double least = 0, most = 0;
        for (int row = 0; row < table.rows(); row++) {
            assertTails(table, row, TDistribution.of(dof[row]), t[row]);
            least = Math.min(least, z[row]);
            most = Math.max(most, z[row]);
        }
        assertTrue(least < -37 && most > 37, "the table must reach both ends: " + least + " to " + most);
    }

    @Test
    void followsFishersF() {
        ReferenceTable table = ReferenceTable.read("tails-F.tsv");
        double[] rows = table.numbers("rows"), dof = table.numbers("dof"), f = table.numbers("F");
        for (int row = 0; row < table.rows(); row++)
            assertTails(table, row, FDistribution.of(rows[row], dof[row]), f[row]);
    }

    @Test
    void leavesWhatIsNoNumber() {
        assertTrue(Double.isNaN(TailProbabilities.z(Double.NaN, Double.NaN)));
    }
}
