package cohort.region.names;

import cohort.InputException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * BrainGlobe's {@code structures.json}, an array of structures each with the path of labels from the root, and Allen's ontology, in
 * which each structure holds its children.
 */
final class StructuresJson implements NameForm {

    @Override
    public boolean matches(Path file, String text) {
        return text.strip().startsWith("[") || text.strip().startsWith("{");
    }

    @Override
    public List<RegionName> read(Path file, String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            if (json.isJsonObject() && json.getAsJsonObject().has("msg"))
                json = json.getAsJsonObject().get("msg"); // the answer of Allen's server
            List<RegionName> all = new ArrayList<>();
            for (JsonElement structure : json.isJsonArray() ? json.getAsJsonArray() : only(json))
                add(file, structure.getAsJsonObject(), OptionalLong.empty(), all);
            return all;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException e) {
            throw new InputException(
                    "atlas_names: " + file
                            + " is not a list of structures with id and name like BrainGlobe's structures.json;"
                            + " give another file.",
                    e);
        }
    }

    private static JsonArray only(JsonElement json) {
        JsonArray one = new JsonArray();
        one.add(json);
        return one;
    }

    private static void add(Path file, JsonObject structure, OptionalLong holder, List<RegionName> all) {
        long label = Labels.parse(file, text(structure, "id"));
        OptionalLong parent = Labels.find(text(structure, "parent_structure_id"));
        if (parent.isEmpty()) parent = Labels.parentIn(text(structure, "structure_id_path"));
        String name = text(structure, "name");
        if (name.isEmpty()) throw new JsonParseException("a structure without a name");
        all.add(new RegionName(label, name, text(structure, "acronym"), holder.isPresent() ? holder : parent));
        if (structure.get("children") instanceof JsonArray children)
            for (JsonElement child : children) add(file, child.getAsJsonObject(), OptionalLong.of(label), all);
    }

    private static String text(JsonObject structure, String member) {
        JsonElement value = structure.get(member);
        return value == null || value.isJsonNull()
                ? ""
                : value.isJsonArray() ? value.toString() : value.getAsString().strip();
    }
}
