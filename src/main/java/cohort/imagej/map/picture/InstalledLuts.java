package cohort.imagej.map.picture;

import cohort.figure.colour.ColourMap;
import ij.IJ;
import ij.plugin.LutLoader;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The lookup tables that ImageJ has: those built in, and the files of its folder {@code luts}. */
public final class InstalledLuts {
    private InstalledLuts() {}

    /**
     * The lookup table of a name as colours for figures.
     *
     * @param name as ImageJ's menu has it, e.g. {@code Fire} or {@code mpl-magma}, in any case
     */
    public static Optional<ColourMap> find(String name) {
        return find(name, Optional.ofNullable(IJ.getDirectory("luts")).map(Path::of));
    }

    static Optional<ColourMap> find(String name, Optional<Path> folder) {
        String wanted = name.strip();
        IndexColorModel builtIn = wanted.contains("/") && !wanted.equalsIgnoreCase("red/green") || wanted.isEmpty()
                ? null
                : LutLoader.getLut(wanted.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(builtIn)
                .or(() -> folder.filter(Files::isDirectory)
                        .flatMap(luts -> file(luts, wanted))
                        .flatMap(file -> Optional.ofNullable(LutLoader.openLut("noerror:" + file))))
                .map(model -> new ColourMap(wanted, false, colours(model)));
    }

    /** ImageJ shows underscores in the names of files as blanks. */
    private static Optional<Path> file(Path folder, String name) {
        String plain = plain(name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> plain(file.getFileName().toString().replaceFirst("(?i)\\.lut$", ""))
                            .equals(plain))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("ImageJ's folder of lookup tables cannot be read", e);
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Integer> colours(IndexColorModel model) {
        int[] colours = new int[model.getMapSize()];
        model.getRGBs(colours);
        return Arrays.stream(colours).map(colour -> colour & 0xFFFFFF).boxed().toList();
    }
}
