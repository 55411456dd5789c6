package cohort.imagej.map.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.colour.ColourMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledLutsTest {

    @Test
    void theBuiltInTablesAreThere() {
        ColourMap fire = InstalledLuts.find("Fire", Optional.empty()).orElseThrow();
        assertEquals(256, fire.points().size());
        assertEquals(0xFFFFFFFF, fire.rgb(1));
        ColourMap grays = InstalledLuts.find("grays", Optional.empty()).orElseThrow();
        assertEquals(0xFF808080, grays.rgb(128 / 255.0));
        assertTrue(InstalledLuts.find("no such table", Optional.empty()).isEmpty());
    }

    /** Files of 768 bytes: 256 of red, then of green, then of blue. */
    @Test
    void filesOfTheFolderAreFoundByTheNamesOfTheMenu(@TempDir Path folder) throws IOException {
        byte[] table = new byte[768];
        for (int c = 0; c < 256; c++) {
            table[c] = (byte) c;
            table[512 + c] = (byte) (255 - c);
        }
        Files.write(folder.resolve("Red_to_Blue.lut"), table);
        for (String name : new String[] {"Red to Blue", "red_to_blue"}) {
            ColourMap found = InstalledLuts.find(name, Optional.of(folder)).orElseThrow();
            assertEquals(0xFF0000FF, found.rgb(0), name);
            assertEquals(0xFFFF0000, found.rgb(1), name);
            assertEquals(0xFF400FBF & 0xFF0000, found.rgb(64 / 255.0) & 0xFF0000, name);
        }
    }
}
