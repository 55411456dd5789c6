package cohort.folder;

import cohort.InputException;
import cohort.files.IOReason;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that a run wrote beside its record, in which they stand under the key {@code files}.
 *
 * @param files each name once
 */
public record Manifest(List<WrittenFile> files) {
    private static final String KEY = "files";

    /** @throws IllegalArgumentException if a name occurs twice */
    public Manifest {
        files = List.copyOf(files);
        if (files.stream().map(WrittenFile::name).distinct().count() != files.size())
            throw new IllegalArgumentException("a name occurs twice in " + files);
    }

    /** The file of a name, if the run wrote one. */
    public Optional<WrittenFile> find(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** The names of the files, in the order in which they were written. */
    public List<String> names() {
        return files.stream().map(WrittenFile::name).toList();
    }

    /** A record as JSON, with the manifest in it; the other keys are the names of the record's components. */
    public String jsonOf(Record record) {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        JsonObject json = gson.toJsonTree(record).getAsJsonObject();
        addTo(json);
        return gson.toJson(json) + "\n";
    }

    /** Adds the manifest to a record. */
    void addTo(JsonObject record) {
        record.add(KEY, new Gson().toJsonTree(files));
    }

    /**
     * Reads the manifest of a record.
     *
     * @throws InputException if the record cannot be read, is no such record or has no manifest
     */
    static Manifest read(Path record) {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(record));
            RecordShape.fault(json, Manifest.class).ifPresent(fault -> {
                throw RecordShape.damaged(record, fault);
            });
            return new Manifest(json.getAsJsonObject().getAsJsonArray(KEY).asList().stream()
                    .map(Manifest::file)
                    .toList());
        } catch (IOException e) {
            throw new InputException(record + " cannot be read: " + IOReason.of(e) + "; run the analysis again.", e);
        } catch (JsonParseException e) {
            throw RecordShape.damaged(record, "other text");
        } catch (IllegalArgumentException e) {
            throw RecordShape.damaged(record, e.getMessage());
        }
    }

    private static WrittenFile file(JsonElement element) {
        JsonObject file = element.getAsJsonObject();
        return new WrittenFile(
                file.get("name").getAsString(),
                file.get("bytes").getAsLong(),
                file.get("sha256").getAsString());
    }
}
