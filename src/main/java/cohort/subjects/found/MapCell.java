package cohort.subjects.found;

import cohort.files.TypedPath;
import cohort.subjects.MapSource;
import cohort.subjects.SubjectIds;
import cohort.table.TableText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The map that a cell or a line names: folders may be separated as Windows does, letters may be in another Unicode form than
 * in the file's name, and a volume may be chosen as in SPM, {@code file.nii,1}.
 *
 * @param map the file, which need not exist, and what part of it
 */
public record MapCell(MapSource.Stored map) {
    private static final Pattern VOLUME = Pattern.compile("(.*\\S)\\s*,\\s*([1-9]\\d{0,6})");

    /** Nothing if the text is no path on this system. */
    static Optional<MapCell> of(Path folder, String cell) {
        try {
            Optional<Path> whole = existing(folder, cell);
            if (whole.isPresent()) return Optional.of(new MapCell(new MapSource.Stored(whole.get())));
            Matcher volume = VOLUME.matcher(cell);
            if (volume.matches()) {
                Path file = existing(folder, volume.group(1)).orElse(MapFiles.resolve(folder, volume.group(1)));
                return Optional.of(new MapCell(new MapSource.Stored(file, Integer.parseInt(volume.group(2)) - 1)));
            }
            return Optional.of(new MapCell(new MapSource.Stored(MapFiles.resolve(folder, cell.replace('\\', '/')))));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is the name of an image, by its ending. */
    public static boolean namesImage(String cell) {
        try {
            Matcher volume = VOLUME.matcher(cell);
            String name = TypedPath.plain(volume.matches() ? volume.group(1) : cell);
            Path file = Path.of(name.replace('\\', '/')).getFileName();
            return file != null && MapFiles.isImage(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<Path> existing(Path folder, String text) {
        // Tables that Windows wrote separate folders by backslashes, which other systems take for letters.
        for (String way : List.of(text, text.replace('\\', '/'))) {
            Path asWritten = MapFiles.resolve(folder, way);
            if (Files.exists(asWritten)) return Optional.of(asWritten);
        }
        return inOtherForm(MapFiles.resolve(folder, text.replace('\\', '/')));
    }

    /** The file whose path reads the same, if there is but one. */
    private static Optional<Path> inOtherForm(Path path) {
        Path parent = path.getParent();
        if (parent == null || path.toString().chars().allMatch(c -> c < 128 && c != ' ')) return Optional.empty();
        Optional<Path> folder = Files.isDirectory(parent) ? Optional.of(parent) : inOtherForm(parent);
        String wanted = TableText.plain(path.getFileName().toString());
        List<Path> alike = folder.map(place -> listed(place).stream()
                        .filter(file ->
                                TableText.plain(file.getFileName().toString()).equals(wanted))
                        .toList())
                .orElse(List.of());
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The image that is called as this one but for its ending or its capital letters, if there is but one. */
    Optional<Path> near() {
        Path file = map.path();
        if (file.getFileName() == null || !Files.isDirectory(file.getParent())) return Optional.empty();
        List<Path> images = listed(file.getParent()).stream()
                .filter(image -> MapFiles.isImage(image) && Files.isRegularFile(image))
                .toList();
        String name = file.getFileName().toString(), stem = SubjectIds.stem(file);
        List<Path> alike = images.stream()
                .filter(image -> SubjectIds.stem(image).equalsIgnoreCase(stem)
                        || SubjectIds.stem(image).equalsIgnoreCase(name))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static List<Path> listed(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        } catch (IOException e) { // whoever reads the file will say why it is not found
            return List.of();
        }
        return files;
    }
}
