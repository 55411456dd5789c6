package cohort.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void numbersAreWrittenForReaders() {
        assertEquals("55,971", Words.count(55971));
        assertEquals("1 voxel", Words.count(1, "voxel"));
        assertEquals("0 voxels", Words.count(0, "voxel"));
        assertEquals("\u22121,234.50", Words.fixed(-1234.5, 2));
        assertEquals("0.0", Words.fixed(-0.0, 1));
        assertEquals("\u221239", Words.digits(-39, 4));
        assertEquals("0.3333", Words.digits(1 / 3.0, 4));
        assertEquals("1.0e\u22125", Words.digits(1.04e-5, 2));
        assertEquals("2.30e12", Words.digits(2.3e12, 3));
        assertEquals("n/a", Words.digits(Double.NaN, 3));
        assertEquals("12,346", Words.digits(12345.6, 5));
        assertEquals("1,234.5", Words.digits(1234.5, 5));
        assertEquals("1,234,568", Words.digits(1234567.8, 7));
        assertEquals("3,770", Numbers.text(3771));
        assertEquals("\u22121,000", Numbers.text(-1000));
        assertEquals("0.00123", Numbers.text(0.001234));
        assertEquals("12345", Numbers.plain(12345), "tables are read by programs");
    }

    @Test
    void pValuesKeepWhatTellsThemFromTheirLimits() {
        assertEquals("1.000", Words.p(1));
        assertEquals("0.565", Words.p(0.5649));
        assertEquals("0.0500", Words.p(0.05));
        assertEquals("0.0496", Words.p(0.0496));
        assertEquals("0.0010", Words.p(0.001));
        assertEquals("0.0010", Words.p(1 / 1001.0));
        assertEquals("0.00099", Words.p(0.00099));
        assertEquals("0.0001", Words.p(1 / 10001.0));
    }

    @Test
    void listsHaveAnAnd() {
        assertEquals("", Words.list(List.of()));
        assertEquals("a", Words.list(List.of("a")));
        assertEquals("a and b", Words.list(List.of("a", "b")));
        assertEquals("a, b and c", Words.list(List.of("a", "b", "c")));
    }

    @Test
    void ofManyNamesTheFirstAreTold() {
        assertEquals("a", Words.first(List.of("a"), 2));
        assertEquals("a and b", Words.first(List.of("a", "b"), 2));
        assertEquals("a, b and 1 more", Words.first(List.of("a", "b", "c"), 2));
        assertEquals("\"\" and b", Words.first(List.of("", "b"), 2), "no hole in a sentence");
    }

    @Test
    void theNameOfAFileIsItsLastPart() {
        assertEquals("c.nii", Words.fileName("/a/b/c.nii"));
        assertEquals("c.nii", Words.fileName("C:\\b\\c.nii"));
        assertEquals("*.nii", Words.fileName("/a/*.nii"));
    }
}
