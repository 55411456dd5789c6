package cohort.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

    @Test
    void readsKeysWithAndWithoutBracketsAndAlone() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("maps", "/data/a folder");
        expected.put("fwhm", "8");
        expected.put("abs", "true");
        expected.put("titles", "");
        expected.put("model", "x [y] z");
        expected.put("lut", "inferno");
        assertEquals(
                expected,
                MacroOptions.parse("maps=[/data/a folder] fwhm=8 abs titles=[] model=[x [y] z] lut='inferno' ")
                        .values());
    }

    @Test
    void aKeyIsFoundWhereAPairBeginsOnly() {
        Map<String, String> values = MacroOptions.parse("group_mask=a.nii model=[y, alpha=0.2] mask=b.nii")
                .values();
        assertEquals(Map.of("group_mask", "a.nii", "model", "y, alpha=0.2", "mask", "b.nii"), values);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        refused("maps=[/data fwhm=8");
        refused("maps=[/data]x fwhm=8");
        refused("maps='data fwhm=8");
        refused("fwhm=8 fwhm=6");
    }

    @Test
    void aValueWithUnpairedBracketsCannotBeWritten() {
        MacroOptions options = new MacroOptions(Map.of("titles", "a] b=[c"));
        assertThrows(InputException.class, options::toString);
    }

    @Test
    void theLineRunsTheMenuItem() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("folder", "C:\\my data");
        values.put("titles", "\"z\"");
        assertEquals(
                "run(\"Glass Brain...\", \"folder=[C:\\\\my data] titles=[\\\"z\\\"]\");",
                new MacroOptions(values).line("Glass Brain..."));
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("options") Map<String, String> values) {
        assertEquals(
                values, MacroOptions.parse(new MacroOptions(values).toString()).values());
    }

    @Provide
    Arbitrary<Map<String, String>> options() {
        Arbitrary<String> keys =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> plain =
                Arbitraries.strings().withChars("ab =;'\"\\/.,1é→").ofMaxLength(12);
        Arbitrary<String> paired = plain.map(text -> "[" + text + "]" + text);
        return Arbitraries.maps(keys, Arbitraries.oneOf(plain, paired)).ofMaxSize(5);
    }

    private static void refused(String text) {
        assertThrows(InputException.class, () -> MacroOptions.parse(text));
    }

    @Test
    void anyBlanksSeparateAndStandBeforeTheSign() {
        Map<String, String> expected = Map.of("maps", "a b.nii", "fwhm", "8", "tfce", "true", "mask", "m.nii");
        for (String text : List.of(
                "maps=[a b.nii] fwhm =8 tfce mask=m.nii",
                "maps = [a b.nii]\n fwhm = 8\n\ttfce\r\nmask =m.nii\n",
                "maps\u00A0=\"a b.nii\"\u00A0fwhm=8 mask='m.nii' tfce ",
                "tfce fwhm\n=\n8 maps='a b.nii' mask=\"m.nii\""))
            assertEquals(expected, MacroOptions.parse(text).values(), text);
    }

    @Test
    void anOptionWithoutAValueIsNotGiven() {
        for (String text : List.of("mask=[] fwhm=8", "mask= fwhm=8", "mask =\nfwhm =8", "mask=\"\" fwhm=8"))
            assertEquals(Map.of("fwhm", "8"), MacroOptions.parse(text).given(), text);
    }
}
