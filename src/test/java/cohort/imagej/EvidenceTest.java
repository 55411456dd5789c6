package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void titlesTellWhatAMapHolds() {
        assertEquals(Evidence.Z, Evidence.of("patient - control z"));
        assertEquals(Evidence.Z, Evidence.of("contrast-age_stat-z_statmap.nii.gz"));
        assertEquals(Evidence.LOGP, Evidence.of("intercept logpMaxMass"));
        assertEquals(Evidence.P, Evidence.of("contrast-z_stat-p_statmap"));
        assertEquals(Evidence.UNKNOWN, Evidence.of("z effect"));
        assertEquals(Evidence.UNKNOWN, Evidence.of("mask"));
    }

    /** The tail of the normal distribution from tables: 1.6449, 3.0902, 4.2649 for 0.05, 0.001, 0.00001. */
    @Test
    void thresholdsAreToldAsP() {
        assertEquals("p < 0.05 one-sided", Evidence.Z.words(1.6449));
        assertEquals("p < 0.001 one-sided", Evidence.Z.words(Evidence.Z.first()));
        assertEquals("p < 0.00001 one-sided", Evidence.Z.words(4.2649));
        assertEquals("p < 0.05", Evidence.LOGP.words(Evidence.LOGP.first()));
        assertEquals("p \u2264 0.05", Evidence.P.words(0.05));
        assertEquals("", Evidence.UNKNOWN.words(3));
    }

    @Test
    void theSlidersWayAndBack() {
        for (Evidence evidence : Evidence.values())
            for (double part : new double[] {0, 0.25, 0.9, 1})
                assertEquals(part, evidence.part(evidence.threshold(part, 7), 7), 1e-9);
        assertEquals(1, Evidence.P.threshold(0, 0.8)); // hides nothing
        assertTrue(Evidence.P.threshold(1, 0.8) < 1e-5);
        assertEquals(0, Evidence.UNKNOWN.part(3, 0));
    }
}
