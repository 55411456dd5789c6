package cohort.folder;

import cohort.InputException;
import cohort.files.IOReason;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds JSON against a record of Java, down to the last value, where Gson would leave nulls and zeros. */
public final class RecordShape {

    private RecordShape() {}

    /**
     * Reads the record of a run.
     *
     * @throws InputException if it cannot be read or does not fit
     */
    public static <T extends Record> T read(Path file, Class<T> type) {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            fault(json, type).ifPresent(fault -> {
                throw damaged(file, fault);
            });
            return new Gson().fromJson(json, type);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + IOReason.of(e) + "; run the analysis again.", e);
        } catch (JsonParseException e) {
            throw damaged(file, "other text");
        }
    }

    /** The refusal of a file that is no record of a run, or a damaged one. */
    public static InputException damaged(Path file, String found) {
        return new InputException(file + ": found " + found
                + ", expected the record of a run as this version of Cohort writes it; run the analysis again.");
    }

    /** What does not fit, if anything, as the object of "found". */
    public static Optional<String> fault(JsonElement json, Class<? extends Record> type) {
        return faults(json, type, "").findFirst();
    }

    private static Stream<String> faults(JsonElement json, Type type, String where) {
        if (json == null || json.isJsonNull())
            return Stream.of("no " + (where.isEmpty() ? "record" : where) + " in it");
        if (type instanceof ParameterizedType generic) {
            Type value = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == List.class && json instanceof JsonArray array)
                return IntStream.range(0, array.size())
                        .boxed()
                        .flatMap(n -> faults(array.get(n), value, where + "[" + n + "]"));
            if (generic.getRawType() == Map.class && json instanceof JsonObject object)
                return object.entrySet().stream()
                        .flatMap(entry -> faults(entry.getValue(), value, where + "." + entry.getKey()));
        } else if (type instanceof Class<?> plain && plain.isRecord() && json instanceof JsonObject object) {
            return Stream.of(plain.getRecordComponents())
                    .flatMap(part -> faults(object.get(part.getName()), part.getGenericType(), path(where, part)));
        } else if (type instanceof Class<?> plain && json instanceof JsonPrimitive value && isValue(value, plain)) {
            return Stream.empty();
        }
        return Stream.of("another thing as " + (where.isEmpty() ? "record" : where));
    }

    private static String path(String where, RecordComponent part) {
        return where.isEmpty() ? part.getName() : where + "." + part.getName();
    }

    private static boolean isValue(JsonPrimitive value, Class<?> type) {
        if (type == String.class) return value.isString();
        if (type == boolean.class) return value.isBoolean();
        if (type.isEnum())
            return value.isString()
                    && Stream.of(type.getEnumConstants())
                            .anyMatch(constant -> ((Enum<?>) constant).name().equals(value.getAsString()));
        if (!value.isNumber() || type.isRecord()) return false;
        double number = value.getAsDouble();
        // All whole numbers of a record count something.
        return type == int.class
                ? number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number)
                : Double.isFinite(number);
    }
}
