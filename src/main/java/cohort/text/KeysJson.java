package cohort.text;

import cohort.InputException;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and their values as text, as one JSON object with a member for each key. */
public final class KeysJson {
    private KeysJson() {}

    public static String write(Map<String, String> values) {
        JsonObject json = new JsonObject();
        values.forEach(json::addProperty);
        return json.toString();
    }

    /** @throws InputException if the text is no JSON object of plain values */
    public static Map<String, String> read(String text) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> member :
                    JsonParser.parseString(text).getAsJsonObject().entrySet())
                values.put(
                        member.getKey(), member.getValue().getAsJsonPrimitive().getAsString());
            return values;
        } catch (JsonParseException | IllegalStateException | ClassCastException e) {
            throw new InputException("settings: found other text, expected a JSON object of keys and plain values.", e);
        }
    }
}
