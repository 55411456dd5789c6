package cohort.subjects.found;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.TextFile;
import cohort.subjects.MapSource;
import cohort.table.TableText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text file with the path of one map per line, relative to its folder. */
final class MapList {
    private MapList() {}

    /**
     * Reads a list.
     *
     * @param source what the user gave
     * @param files takes its digest
     * @return its maps in order; nothing if a line is not the name of an image, as in a table
     * @throws InputException if one does not exist
     */
    static Optional<FoundMaps> read(String source, Path file, FilesRead files) {
        List<String> lines = TableText.of(TextFile.read(file, FilesRead.ignored()))
                .text()
                .lines()
                .map(String::strip)
                .toList();
        List<String> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (filled.isEmpty() || !filled.stream().allMatch(MapCell::namesImage)) return Optional.empty();
        TextFile.read(file, files);
        List<MapSource.Stored> maps = new ArrayList<>();
        for (int l = 0; l < lines.size(); l++) if (!lines.get(l).isEmpty()) maps.add(map(file, lines.get(l), l + 1));
        return Optional.of(FoundMaps.named(source, maps));
    }

    private static MapSource.Stored map(Path file, String line, int number) {
        Optional<MapCell> named = MapCell.of(file.getParent(), line);
        if (named.isPresent() && Files.isRegularFile(named.get().map().path()))
            return named.get().map();
        throw new InputException("The map " + line + " in line " + number + " of " + file
                + " does not exist, expected an image file at a path relative to " + file.getParent()
                + named.flatMap(MapCell::near)
                        .map(near -> "; there is " + near + ", write that if you mean it.")
                        .orElse("."));
    }
}
