package cohort.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClusterPartTest {
    @Test
    void aClusterInManyRegionsNamesTheLargestAndCountsTheOthers() {
        String five = "CA1 40 %; CA2 20 %; CA3 20 %; DG 15 %; no region 5 %";
        assertEquals(five, ClusterPart.largest(five));
        assertEquals(
                "CA1 40 %; CA2 20 %; CA3 20 %; DG 10 %; and 2 more",
                ClusterPart.largest("CA1 40 %; CA2 20 %; CA3 20 %; DG 10 %; S 6 %; no region 4 %"));
    }
}
