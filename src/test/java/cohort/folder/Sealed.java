package cohort.folder;

import cohort.files.Sha256;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are changed behind their records' back, and records that are made to agree with them. */
public final class Sealed {
    private Sealed() {}

    /** Lists all files that are there in a record, which is made if it is missing. */
    public static void seal(Path folder, String record) {
        Path file = folder.resolve(record);
        try (Stream<Path> paths = Files.list(folder)) {
            List<WrittenFile> files = paths.filter(
                            path -> Files.isRegularFile(path) && !RunFolder.RECORDS.contains(name(path)))
                    .sorted()
                    .map(Sealed::written)
                    .toList();
            JsonObject json = Files.exists(file)
                    ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                    : new JsonObject();
            new Manifest(files).addTo(json);
            Files.writeString(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static WrittenFile written(Path path) {
        try {
            return new WrittenFile(name(path), Files.size(path), Sha256.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
