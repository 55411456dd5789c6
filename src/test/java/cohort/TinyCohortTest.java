package cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The maps here are those that the reference values were computed from. */
class TinyCohortTest {

    @Test
    void mapsEqualThoseOfTheReference() {
        ReferenceTable table = ReferenceTable.read("cohort.tsv");
        double[][] maps = TinyCohort.maps();
        for (int s = 0; s < TinyCohort.SUBJECTS; s++) {
            long sum = 0, weighted = 0;
            for (int v = 0; v < maps[s].length; v++) {
                long integer = (long) (maps[s][v] * 4096);
                sum += integer;
                weighted += integer * (v + 1);
            }
            assertEquals(Long.parseLong(table.text("sum")[s]), sum, "sum of subject " + s);
            assertEquals(Long.parseLong(table.text("weighted_sum")[s]), weighted, "weighted sum of subject " + s);
        }
    }

    @Test
    void covariatesEqualThoseOfTheReference() {
        ReferenceTable table = ReferenceTable.read("cohort.tsv");
        assertArrayEquals(table.numbers("age"), TinyCohort.age());
        assertArrayEquals(table.text("group"), TinyCohort.group());
    }

    @Test
    void maskEqualsTheBackgroundRuleOfTheReference() {
        boolean[] expected = new boolean[TinyCohort.grid().voxels()];
        for (int v : ReferenceTable.read("mask-background.tsv").integers("voxel")) expected[v] = true;
        assertArrayEquals(expected, TinyCohort.mask());
    }
}
