package cohort.data.localizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of contrasts, subjects and folders. */
class LocalizerNamesTest {

    @TempDir
    Path folder;

    @Test
    void contrastsGoByEachOfTheirNames() {
        assertEquals(32, LocalizerContrast.all().size());
        for (LocalizerContrast contrast : LocalizerContrast.all())
            for (String name : List.of(contrast.friendly(), contrast.internal(), contrast.archived()))
                assertEquals(contrast, LocalizerContrast.named(name), name);
        assertEquals(
                "LeftAuditory&VisualClickVsRightAuditory&VisualClick",
                LocalizerContrast.named(" Left vs right Button Press").archived());
    }

    /** nilearn's rule: every run of letters capitalised, spaces removed. */
    @Test
    void archivedNamesFollowFromTheInternalOnes() {
        Pattern letters = Pattern.compile("[A-Za-z]+");
        for (LocalizerContrast contrast : LocalizerContrast.all()) {
            String capitalised = letters.matcher(contrast.internal())
                    .replaceAll(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                            + word.group().substring(1));
            assertEquals(capitalised.replace(" ", ""), contrast.archived());
        }
    }

    @Test
    void anUnknownContrastListsTheNearestFirst() {
        String message = assertThrows(InputException.class, () -> LocalizerContrast.named("left v right button pres"))
                .getMessage();
        assertTrue(
                message.startsWith(
                        "The localizer has no contrast \"left v right button pres\", expected one of: left vs right"
                                + " button press; "),
                message);
        assertEquals(32, message.split(";").length);
    }

    @ParameterizedTest
    @CsvSource({
        "3, S01 S02 S03",
        "'1,3,5-8', S01 S03 S05 S06 S07 S08",
        "'S12, s01 ,94', S12 S01 S94",
        "S03, S03",
        "S03-S05, S03 S04 S05",
        "7-7, S07"
    })
    void subjectsByNumberOrList(String text, String expected) {
        assertEquals(List.of(expected.split(" ")), LocalizerSubjects.parse(text));
    }

    @Test
    void noChoiceIsEverybody() {
        assertEquals(94, LocalizerSubjects.parse(" ").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "95", "-1", "1,,2", "5-3", "90-95", "T01", "1.5", "1,", "99999999999", "S00", "1-2-3"})
    void refusesWhoIsNotThere(String text) {
        String message = assertThrows(InputException.class, () -> LocalizerSubjects.parse(text))
                .getMessage();
        assertTrue(message.startsWith("subjects=" + text + " "), message);
    }

    @Test
    void refusesASubjectNamedTwice() {
        String message = assertThrows(InputException.class, () -> LocalizerSubjects.parse("1-4,3"))
                .getMessage();
        assertEquals("subjects=1-4,3 names S03 twice; name each once.", message);
    }

    @Test
    void theFirstRootThatHasTheDataWins() throws IOException {
        Path home = folder.toRealPath().resolve("home"), shared = home.resolveSibling("shared");
        Path data = home.resolveSibling("data"), other = home.resolveSibling("other");
        Map<String, String> variables =
                Map.of("NILEARN_SHARED_DATA", "" + shared, "NILEARN_DATA", data + File.pathSeparator + other);
        Path found = Files.createDirectories(other.resolve("brainomics_localizer"));
        assertEquals(found, LocalizerFolder.find(Optional.empty(), variables, home));
        found = Files.createDirectories(data.resolve("brainomics_localizer"));
        assertEquals(found, LocalizerFolder.find(Optional.empty(), variables, home));
        found = Files.createDirectories(shared.resolve("brainomics_localizer"));
        assertEquals(found, LocalizerFolder.find(Optional.empty(), variables, home));
        assertFalse(Files.exists(home));
        assertEquals(
                home.resolve("brainomics_localizer"),
                LocalizerFolder.find(Optional.of(home), variables, Path.of("unused")));
    }

    @Test
    void withoutDataTheFirstRootThatCanBeWrittenGetsIt() throws IOException {
        Path file = Files.writeString(folder.toRealPath().resolve("file"), "no folder");
        Path home = file.resolveSibling("home");
        assertEquals(
                home.resolve("nilearn_data/brainomics_localizer"),
                LocalizerFolder.find(Optional.empty(), Map.of("NILEARN_SHARED_DATA", "" + file), home));
        String message = assertThrows(
                        InputException.class, () -> LocalizerFolder.find(Optional.of(file), Map.of(), home))
                .getMessage();
        assertTrue(message.contains("cannot be created in any of " + file + ";"), message);
    }
}
