package cohort.analysis.region;

import cohort.InputException;
import cohort.analysis.record.RunRecord;
import cohort.files.IOReason;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The record of a test of regions, {@code regions.json}.
 *
 * @param command the macro line that repeats it
 * @param parameters every key with its value
 * @param regions the names of the regions that were tested, in the order of the tables
 * @param groups for each map or subject its level of the model's first factor; empty texts if there is none
 * @param test the record of the test, in which a voxel is a region
 */
public record RegionRecord(
        String command, Map<String, String> parameters, List<String> regions, List<String> groups, RunRecord test) {

    /**
     * Reads a record.
     *
     * @throws InputException if it cannot be read or is no such record
     */
    static RegionRecord read(Path file) {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            if (!json.isJsonObject() || !json.getAsJsonObject().has("test")) throw damaged(file, null);
            RunRecord test = RunRecord.of(json.getAsJsonObject().get("test"), file);
            RegionRecord read = new Gson().fromJson(json, RegionRecord.class);
            if (read.command == null || read.parameters == null || read.regions == null || read.groups == null)
                throw damaged(file, null);
            return new RegionRecord(read.command, read.parameters, read.regions, read.groups, test);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + IOReason.of(e) + "; run the analysis again.", e);
        } catch (JsonParseException e) {
            throw damaged(file, e);
        }
    }

    private static InputException damaged(Path file, Exception cause) {
        return new InputException(
                file
                        + ": found other text, expected the record of a test of regions as this version of Cohort writes it;"
                        + " run the analysis again.",
                cause);
    }
}
