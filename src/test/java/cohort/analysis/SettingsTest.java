package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.text.MacroOptions;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Property
    void jsonGivesTheSameSettingsBack(
            @ForAll String maps,
            @ForAll String contrast,
            @ForAll @IntRange(min = 1) int permutations,
            @ForAll boolean tfce) {
        PermutationSettings settings = PermutationSettings.of(
                Map.of("maps", maps, "contrast", contrast, "permutations", permutations, "tfce", tfce, "fwhm", 0.1));
        assertEquals(settings, PermutationSettings.fromJson(settings.toJson()));
        assertEquals(settings.data(), ModelSettings.fromJson(settings.data().toJson()));
    }

    @Test
    void aMacroLineGivesTheSameSettingsBack() {
        PermutationSettings settings =
                PermutationSettings.parse("maps=[my maps.tsv] model=[1 + age] cluster_p=0.01 tail=[both | positive]");
        assertEquals("1 + age", settings.data().model());
        assertEquals(0.01, settings.cluster_p());
        assertEquals(settings, PermutationSettings.parse(new MacroOptions(settings.values()).toString()));
    }

    @Test
    void keysThatAreNotGivenKeepTheirValues() {
        PermutationSettings settings =
                PermutationSettings.parse("maps=a.nii seed=7").with(Map.of("tfce", true));
        assertEquals(7, settings.seed());
        assertTrue(settings.tfce());
        assertEquals(PermutationSettings.DEFAULT.permutations(), settings.permutations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permutation=5 | permutation | did you mean permutations?",
                "permutations=many | permutations | expected a whole number.",
                "permutations=0 | permutations | expected a number of at least 1.",
                "seed=-1 | seed | expected a number from 0 to 2147483647.",
                "fwhm=wide | fwhm | expected a number.",
                "fwhm=-1 | fwhm | expected a width in mm, 0 for no smoothing.",
                "tfce=perhaps | tfce | expected true or false.",
                "tail=up | tail | expected positive, negative or both.",
                "missing=some | missing | expected",
                "error=none | error | expected auto or pooled.",
                "cluster_p=2 | cluster_p | expected",
                "connectivity=7 | connectivity | expected",
                "method=mine | method | expected",
                "shuffle=all | shuffle | expected",
                "approximation=normal | approximation | expected",
                "stop_after=-2 | stop_after | expected",
                "threads=-1 | threads | expected a number from 1 to 32767",
                "signed=true | signed | expected tail=both",
            })
    void aMistakeNamesItsKey(String options, String key, String expected) {
        String sentence = assertThrows(InputException.class, () -> PermutationSettings.parse(options))
                .getMessage();
        assertTrue(sentence.startsWith(key + ": found "), sentence);
        assertTrue(sentence.contains(expected), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "17", "{\"seed\": [1]}", "{", "{\"seed\": null}"})
    void otherJsonIsRefused(String text) {
        assertThrows(InputException.class, () -> PermutationSettings.fromJson(text));
    }
}
