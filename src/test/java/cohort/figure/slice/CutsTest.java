package cohort.figure.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutsTest {

    @Test
    void aNumberIsACountAndSeveralArePositions() {
        assertEquals(Cuts.PEAK, Cuts.parse(" peak "));
        assertEquals(Cuts.PEAK, Cuts.parse(""));
        assertEquals(new Cuts(7, false, List.of()), Cuts.parse("7"));
        assertEquals(new Cuts(5, true, List.of()), Cuts.parse("5 even"));
        assertEquals(new Cuts(0, false, List.of(-20.0, 0.0, 20.5)), Cuts.parse("-20, 0 20.5"));
        assertEquals(new Cuts(0, false, List.of(12.0)), Cuts.parse("12mm"));
        assertEquals(new Cuts(0, false, List.of(-4.0, 8.0)), Cuts.parse("-4,8 mm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "top",
                "-3",
                "0",
                "7.5",
                "mm",
                ",",
                "1;2",
                "1, x",
                "101",
                "1e999, 2",
                "nan, 1",
                "even",
                "1, 2 even"
            })
    void whatIsNeitherIsRefusedInOneSentence(String text) {
        String message =
                assertThrows(InputException.class, () -> Cuts.parse(text)).getMessage();
        assertTrue(message.startsWith("cuts: found ") && message.endsWith("."), message);
    }

    @Test
    void aPointNeedsThreePositionsUnlessThereIsOneView() {
        assertEquals(2, SliceOptions.DEFAULT.withCuts("z", "1, 2").cuts().mm().size());
        assertThrows(InputException.class, () -> SliceOptions.DEFAULT.withCuts("yz", "1, 2"));
        assertThrows(InputException.class, () -> SliceOptions.DEFAULT.withCuts("lr", "peak"));
        assertThrows(
                InputException.class,
                () -> SliceOptions.DEFAULT.withThreshold(3).withVmax(2));
    }
}
