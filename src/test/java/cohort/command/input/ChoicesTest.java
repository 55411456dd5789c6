package cohort.command.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.analysis.ModelSettings;
import cohort.analysis.PermutationSettings;
import cohort.command.CohortCommand;
import cohort.command.viewer.ConsoleViewer;
import cohort.figure.colour.ColourMap;
import cohort.image.resample.Interpolation;
import cohort.mask.Masks;
import cohort.threshold.Thresholds;
import cohort.threshold.statistic.EvidenceForm;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** What dialogs offer is what there is. */
class ChoicesTest {

    @ParameterizedTest
    @CsvSource({
        "AXES, volumes",
        "MISSING, missing",
        "ERRORS, error",
        "TAILS, tail",
        "SHUFFLES, shuffle",
        "METHODS, method",
        "APPROXIMATIONS, approximation"
    })
    void settingsTakeWhatIsOffered(Choices choices, String key) {
        assertTrue(choices.names().size() > 1);
        for (String name : choices.names())
            assertDoesNotThrow(() -> PermutationSettings.parse("maps=x " + key + "=" + name), key + "=" + name);
    }

    @Test
    void whatIsRegisteredElsewhereIsOfferedToo() {
        assertEquals(Masks.strategies(), Choices.MASK_RULES.names());
        assertTrue(Choices.MASK_RULES.names().stream()
                .allMatch(name -> Masks.rule(name).isPresent()));
        assertEquals("no", Choices.INTERPOLATIONS.names().get(0));
        for (Interpolation interpolation : Interpolation.all())
            assertTrue(Choices.INTERPOLATIONS.names().contains(interpolation.name()), interpolation.name());
        assertEquals("auto", ModelSettings.parse("maps=x").mask());
    }

    @Test
    void rulesColoursAndFormsThatAreOfferedExist() {
        for (String control : Choices.CONTROLS.names()) assertTrue(Thresholds.usualAlpha(control) > 0, control);
        for (String lut : List.copyOf(Choices.COLOURS.names()))
            assertEquals(
                    !lut.equals("auto"),
                    Colours.of(lut, new ConsoleViewer())
                            .map(ColourMap::toString)
                            .isPresent());
        for (String form : Choices.FORMS.names())
            if (!form.equals("auto")) assertDoesNotThrow(() -> EvidenceForm.of(form, "a map"));
        for (String side : Choices.SIDES.names()) assertDoesNotThrow(() -> MapReading.of("auto", side));
    }

    /** A name that is spelt wrong would offer nothing, in silence. */
    @Test
    void everyParameterThatNamesChoicesHasThem() {
        int found = 0;
        try (Context context = new Context(CommandService.class)) {
            for (CommandInfo command : context.service(CommandService.class).getCommands())
                if (command.getDelegateClassName().startsWith(CohortCommand.class.getPackageName()))
                    for (ModuleItem<?> item : StreamSupport.stream(
                                    command.inputs().spliterator(), false)
                            .<ModuleItem<?>>map(input -> input)
                            .toList())
                        if (item.get(Choices.OF) != null) {
                            found++;
                            assertEquals(1, Choices.of(item).count(), item.get(Choices.OF));
                        }
        }
        assertTrue(found > 20, found + " found");
    }
}
