package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.image.HeaderNotes;
import cohort.permute.nulls.Tail;
import cohort.threshold.rule.AppliedThreshold;
import cohort.threshold.statistic.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownEvidenceTest {
    private static final ShownEvidence Z = named("patient - control z"),
            LOGP = named("intercept logpMaxMass"),
            P = named("contrast-z_stat-p_statmap");

    private static ShownEvidence named(String title) {
        return ShownEvidence.of(title, HeaderNotes.NONE);
    }

    @Test
    void titlesTellWhatAMapHolds() {
        assertEquals("z", Z.statistic().spelling());
        assertEquals(
                "z", named("contrast-age_stat-z_statmap.nii.gz").statistic().spelling());
        assertTrue(LOGP.statistic().isCorrected());
        assertEquals("p", P.statistic().spelling());
        assertEquals("effect", named("z effect").statistic().spelling());
        assertEquals(ShownEvidence.UNKNOWN, named("mask"));
        assertEquals(ShownEvidence.UNKNOWN, named("intercept t"));
    }

    /** The tail of the normal distribution from tables: 1.6449, 3.0902, 4.2649 for 0.05, 0.001, 0.00001. */
    @Test
    void thresholdsAreToldAsP() {
        assertEquals("p < 0.05 one-sided", Z.words(1.6449));
        assertEquals("p < 0.001 one-sided", Z.words(Z.first()));
        assertEquals("p < 1.0e\u22125 one-sided", Z.words(4.2649));
        assertEquals("p < 0.05", LOGP.words(LOGP.first()));
        assertEquals(0.05, P.first(), 1e-15);
        assertEquals("p \u2264 0.05", P.words(0.05));
        assertEquals("", ShownEvidence.UNKNOWN.words(3));
    }

    /** scipy.stats: t.isf(0.001, 15) = 3.7328, f.isf(0.001, 2, 15) = 11.3391. */
    @Test
    void mapsOfTAndFOpenAtThePOfTheirOwnDistribution() {
        ShownEvidence t = ShownEvidence.of("intercept t", Statistics.t(15).header("", "t"));
        assertEquals(3.732834425, t.first(), 1e-8);
        assertEquals("p < 0.001 one-sided", t.words(t.first()));
        assertEquals("t(15)", t.history());
        ShownEvidence f = ShownEvidence.of("group F", Statistics.f(2, 15).header("", "F"));
        assertEquals(11.339, f.first(), 1e-3);
        assertEquals("p < 0.001", f.words(f.first()));
    }

    @Test
    void theThresholdThatWasLaidOnAMapIsTold() {
        String description = new AppliedThreshold("fdr", 0.05, 3.5951, Tail.BOTH).description();
        ShownEvidence cut = ShownEvidence.of("intercept z fdr", Statistics.z().header(description, "z"));
        assertEquals(3.5951, cut.first(), 1e-6);
        assertEquals("z; fdr 0.05, two-sided: 3.5951", cut.history());
        assertEquals("p < 0.00032 two-sided", cut.words(3.5951));
        assertEquals("p < 0.00032 two-sided", cut.words(2), "below the level there is nothing");
        assertEquals("p < 6.3e\u22125 two-sided", cut.words(4));
    }

    @Test
    void theMapOfATestOpensWhereClustersWereFormed() {
        ShownEvidence t =
                ShownEvidence.of("age t", Statistics.t(9).header("tail=both forming=4.7809124 t of contrast age", "t"));
        assertEquals(4.7809, t.first(), 1e-4);
        assertEquals("p < 0.001 two-sided", t.words(t.first()));
        assertEquals("t(9); two-sided, clusters above 4.7809", t.history());
    }

    @Test
    void theSlidersWayAndBack() {
        for (ShownEvidence evidence : List.of(Z, LOGP, P, ShownEvidence.UNKNOWN))
            for (double part : new double[] {0, 0.25, 0.9, 1})
                assertEquals(part, evidence.part(evidence.threshold(part, 7), 7), 1e-9);
        assertEquals(1, P.threshold(0, 0.8)); // hides nothing
        assertTrue(P.threshold(1, 0.8) < 1e-5);
        assertEquals(0, ShownEvidence.UNKNOWN.part(3, 0));
    }
}
