package cohort.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.folder.Disk;
import cohort.image.Volume;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a record or a table of a run, it is read or refused in one sentence. */
@Tag("slow")
class RecordMutationTest {
    private static final List<JsonElement> VALUES = List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive("text"),
            new JsonPrimitive(""),
            new JsonPrimitive("a\0b"),
            new JsonPrimitive(-1),
            new JsonPrimitive(0),
            new JsonPrimitive(2.5),
            new JsonPrimitive(1e300),
            new JsonPrimitive(true),
            new JsonArray(),
            new JsonObject());

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        SmallRun run = new SmallRun(0, 2, 4);
        run.writeModel(folder, t -> t);
        run.write(folder, Disk.SYSTEM);
    }

    private Optional<String> read() {
        try {
            GroupReport.html(folder, new ReportOptions("", Optional.<Volume>empty()));
            return Optional.empty();
        } catch (InputException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
            return Optional.of(e.getMessage());
        }
    }

    /** Each place in the tree, as what puts something there. */
    private static void places(JsonElement at, List<Consumer<JsonElement>> places) {
        if (at instanceof JsonObject object)
            for (String key : List.copyOf(object.keySet())) {
                places.add(value -> object.add(key, value));
                places(object.get(key), places);
            }
        if (at instanceof JsonArray array)
            for (int n = 0; n < array.size(); n++) {
                int place = n;
                places.add(value -> array.set(place, value));
                places(array.get(n), places);
            }
    }

    private static int places(String text) {
        List<Consumer<JsonElement>> places = new ArrayList<>();
        places(JsonParser.parseString(text), places);
        return places.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "model.json"})
    void anyValueMayBeAnother(String record) throws IOException {
        Path file = folder.resolve(record);
        String text = Files.readString(file);
        Random random = new Random(7);
        int refused = 0, places = places(text);
        for (int n = 0; n < places; n++) {
            JsonElement json = JsonParser.parseString(text);
            List<Consumer<JsonElement>> all = new ArrayList<>();
            places(json, all);
            JsonElement value = n % 2 == 0 ? JsonNull.INSTANCE : VALUES.get(random.nextInt(VALUES.size()));
            all.get(n).accept(value);
            Files.writeString(file, json.toString());
            if (read().isPresent()) refused++;
            else assertFalse(value.isJsonNull(), "a null was taken at place " + n);
        }
        assertTrue(refused >= places / 2, refused + " of " + places);
    }

    @Test
    void anyKeyMayBeMissing() throws IOException {
        Path file = folder.resolve("run.json");
        String text = Files.readString(file);
        for (String key : JsonParser.parseString(text).getAsJsonObject().keySet()) {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            json.remove(key);
            Files.writeString(file, json.toString());
            String message = read().orElseThrow();
            assertTrue(message.contains("found no " + key + " in it"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "model.json", "nulls.tsv", "design.tsv"})
    void anyByteMayBeAnother(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int n = 0; n < 60; n++) {
            byte[] damaged = bytes.clone();
            int at = random.nextInt(bytes.length);
            damaged[at] = (byte) (n % 3 == 0 ? random.nextInt() : "{}[]\",:0-e\t\n'".charAt(random.nextInt(13)));
            if (n % 5 == 0) damaged = Arrays.copyOf(bytes, at);
            Files.write(file, damaged);
            boolean refused = read().isPresent();
            if (name.endsWith(".tsv")) assertTrue(refused || Arrays.equals(bytes, damaged));
        }
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        for (String open : List.of("[", "{\"files\":")) {
            Files.write(folder.resolve("run.json"), open.repeat(200_000).getBytes(StandardCharsets.UTF_8));
            assertTrue(read().isPresent());
        }
    }
}
