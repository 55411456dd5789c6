package cohort.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KEYS =
            List.of("maps", "mask", "fwhm", "permutations", "leave_out", "variance_groups");

    private static String to(String wrong) {
        return Nearest.to(wrong, KEYS).orElse("none");
    }

    @Test
    void slipsAndBeginningsAreRecognised() {
        assertEquals("permutations", to("permutation"));
        assertEquals("permutations", to("Permutatoins"));
        assertEquals("permutations", to("perm"));
        assertEquals("fwhm", to("fwmh"));
        assertEquals("variance_groups", to("variancegroup"));
        assertEquals("leave_out", to("leaveout"));
        assertEquals("maps", to("map"));
    }

    @Test
    void whatIsFarFromAllIsNot() {
        for (String wrong : List.of("smoothing", "x", "", "threads", "ma\u00E9\u00E9\u00E9"))
            assertEquals("none", to(wrong), wrong);
        assertEquals(Optional.empty(), Nearest.to("maps", List.of()));
    }
}
