package cohort.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.analysis.ModelSettings;
import cohort.analysis.PermutationSettings;
import cohort.analysis.SubjectMapSettings;
import cohort.command.input.Inputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of a command, in the order of its dialog, and their defaults are those of the settings. */
class SettingsOfCommandsTest {

    @Test
    void ofTheModel() {
        assertEquals(
                List.copyOf(ModelSettings.DEFAULT.values().entrySet()),
                List.copyOf(Inputs.settings(new SecondLevelModelCommand()).entrySet()));
    }

    @Test
    void ofThePermutationTest() {
        assertEquals(
                List.copyOf(PermutationSettings.DEFAULT.values().entrySet()),
                List.copyOf(Inputs.settings(new PermutationInferenceCommand()).entrySet()));
    }

    @Test
    void ofTheContrastMaps() {
        assertEquals(
                List.copyOf(SubjectMapSettings.DEFAULT.values().entrySet()),
                List.copyOf(Inputs.of(new WithinSubjectMapsCommand()).entrySet()));
    }
}
