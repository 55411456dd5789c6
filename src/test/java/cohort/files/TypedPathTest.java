package cohort.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TypedPathTest {
    @Test
    void quotesAndTheTildeMeanWhatTheyMeanInAShell() {
        String home = System.getProperty("user.home");
        assertEquals(Path.of(home, "x y"), TypedPath.of("~/x y"));
        assertEquals(Path.of(home), TypedPath.of(" ~ "));
        assertEquals(Path.of("/data/my maps"), TypedPath.of("\"/data/my maps\""));
        assertEquals(Path.of("/data/my maps"), GivenPath.of("output", "'/data/my maps'"));
        assertEquals(Path.of(home, "x"), TypedPath.of("\"~/x\""));
        for (String as : new String[] {"~user/x", "a/~", "O'Brien/it's", "'a'b'", "\"a", "x\"y\"z"})
            assertEquals(Path.of(as), TypedPath.of(as));
    }
}
