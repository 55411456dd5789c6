package cohort.figure.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {

    @Test
    void lettersAreViewsInOrder() {
        assertEquals(List.of(View.X, View.Y, View.Z), View.parse("ortho"));
        assertEquals(List.of(View.L, View.Y, View.R, View.Z), View.parse(" LYRZ"));
        assertEquals(List.of(View.Z), View.parse("z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "zz", "x y"})
    void anythingElseIsRefused(String text) {
        String message =
                assertThrows(InputException.class, () -> View.parse(text)).getMessage();
        assertEquals(
                "views=" + text
                        + " is not understood; give ortho or letters of x y z l r, each at most once, e.g. z or lyrz.",
                message);
    }
}
