package cohort.figure.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.text.Numbers;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TickTest {

    @Test
    void theEndsTheThresholdAndRoundNumbersBetween() {
        ColourRange range = new ColourRange(ColourMap.RDBU, -7.2547, 7.2547, 3.1);
        assertEquals(
                List.of("\u22127.25", "\u22125", "\u22123.1", "0", "3.1", "5", "7.25"),
                Tick.along(range, 0.07).stream().map(Tick::label).toList());
        assertEquals(
                List.of(false, false, true, false, true, false, false),
                Tick.along(range, 0.07).stream().map(Tick::threshold).toList());
    }

    @Property
    void labelsNeverOverlapAndTheEndsAreThere(
            @ForAll @DoubleRange(min = -6, max = 6) double logExtreme,
            @ForAll @DoubleRange(min = 0, max = 1) double threshold,
            @ForAll boolean bothSigns,
            @ForAll @DoubleRange(min = 0.02, max = 0.12) double line) {
        double extreme = Math.pow(10, logExtreme);
        double low = bothSigns ? -extreme : 0;
        List<Tick> ticks = Tick.along(new ColourRange(ColourMap.RDBU, low, extreme, threshold * extreme), line);
        assertEquals(0, ticks.get(0).position());
        assertEquals(1, ticks.get(ticks.size() - 1).position());
        for (int n = 1; n < ticks.size(); n++) {
            double gap = ticks.get(n).textPosition() - ticks.get(n - 1).textPosition();
            assertTrue(gap >= line * (1 - 1e-9), ticks.toString());
        }
    }

    @Test
    void numbersAreShort() {
        assertEquals("0", Numbers.text(-0.0));
        assertEquals("7.25", Numbers.text(7.254731936465714));
        assertEquals("\u22120.0123", Numbers.text(-0.01234));
        assertEquals("12,300", Numbers.text(12345));
        assertEquals("1e\u22125", Numbers.text(1e-5));
        assertEquals("2.5e8", Numbers.text(2.5e8));
        assertEquals("0.1", Numbers.text(0.1));
    }
}
