package cohort.permute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class LocalErrorRatesTest {

    /** Of 60 studies, 0 to 9 false alarms at 5 % have a chance of 99.9 %. The others are left to {@code main}, which takes its time. */
    @ParameterizedTest
    @EnumSource(names = {"PSEUDO_COVARIATE", "AVAILABLE_UNEQUAL"})
    void falseAlarmsAreAsRareAsTheLevelSays(LocalErrorRates.Study study) {
        Map<String, Integer> found = LocalErrorRates.falseAlarms(study, 60);
        assertEquals(4, found.size());
        found.forEach((name, count) -> assertTrue(count <= 9, name + ": " + count + " of 60"));
    }
}
