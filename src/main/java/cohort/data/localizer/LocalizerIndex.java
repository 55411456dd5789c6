package cohort.data.localizer;

import cohort.InputException;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files the archive holds and under which addresses. */
final class LocalizerIndex {
    /** The index's own place on the server, and its name in the folder. */
    static final String ADDRESS = "/hwbm2/download", FILE = "download";

    private static final Pattern ID = Pattern.compile("/[A-Za-z0-9]+");

    private final Path file;
    private final JsonObject ids;
    private final URI server;

    private LocalizerIndex(Path file, JsonObject ids, URI server) {
        this.file = file;
        this.ids = ids;
        this.server = server;
    }

    /**
     * @param server its address, without a slash at the end
     * @throws InputException if the file is no index
     */
    static LocalizerIndex read(Path file, URI server) {
        try (Reader in = Files.newBufferedReader(file)) {
            JsonElement index = JsonParser.parseReader(in);
            if (!index.isJsonObject()) throw new JsonParseException("no object");
            return new LocalizerIndex(file, index.getAsJsonObject(), server);
        } catch (IOException | JsonParseException e) {
            throw new InputException(
                    file + " is not an index of the localizer's archive, expected a JSON object; delete it to have it"
                            + " downloaded again.",
                    e);
        }
    }

    /** Where a file of the archive can be downloaded, or nothing if the archive lacks it. */
    Optional<URI> address(String archived) {
        return Optional.ofNullable(ids.get(archived))
                .map(id -> URI.create(server + "/download" + id(archived, id) + "/"));
    }

    /** @throws InputException if the archive lacks the file */
    URI required(String archived) {
        return address(archived)
                .orElseThrow(() -> new InputException(
                        file + " does not list " + archived + "; delete it to have it downloaded again."));
    }

    private String id(String archived, JsonElement id) {
        if (id.isJsonPrimitive() && ID.matcher(id.getAsString()).matches()) return id.getAsString();
        throw new InputException(file + " gives \"" + id + "\" for " + archived
                + ", expected a slash and an id; delete the file to have it downloaded again.");
    }
}
