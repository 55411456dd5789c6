package cohort.analysis;

import cohort.InputException;
import cohort.table.Nearest;
import cohort.text.KeysJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings as keys and values. The components of a record of settings are the keys of the macros; a component that is itself a
 * record of settings stands for its own keys.
 */
final class SettingKeys {
    private SettingKeys() {}

    /** Every key with its value as text, in the order of the components. */
    static Map<String, String> values(Record settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = get(settings, component);
            if (value instanceof Record inner) values.putAll(values(inner));
            else values.put(component.getName(), String.valueOf(value));
        }
        return values;
    }

    /**
     * Settings with other values.
     *
     * @param settings those that stand where nothing else is given
     * @param given values by key: texts, or numbers and booleans
     * @throws InputException if there is no such key, or a value is not of its type
     */
    static <R extends Record> R with(R settings, Map<String, ?> given) {
        Set<String> keys = values(settings).keySet();
        for (String key : given.keySet())
            if (!keys.contains(key))
                throw new InputException(key + ": found an option of this name, expected one of "
                        + String.join(", ", keys) + "; did you mean "
                        + Nearest.first(key, List.copyOf(keys)).get(0) + "?");
        return replaced(settings, given);
    }

    private static <R extends Record> R replaced(R settings, Map<String, ?> given) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = get(settings, component);
            String key = component.getName();
            if (value instanceof Record inner) values.add(replaced(inner, given));
            else
                values.add(
                        given.containsKey(key)
                                ? parsed(key, component.getType(), String.valueOf(given.get(key)))
                                : value);
        }
        return made(settings, values.toArray());
    }

    private static Object parsed(String key, Class<?> type, String text) {
        try {
            if (type == int.class) return Integer.parseInt(text.strip());
            if (type == double.class) return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new InputException(
                    key + ": found " + text + ", expected a " + (type == int.class ? "whole " : "") + "number.", e);
        }
        if (type != boolean.class) return text;
        if (!text.strip().matches("true|false"))
            throw new InputException(key + ": found " + text + ", expected true or false.");
        return Boolean.valueOf(text.strip());
    }

    /** Settings as JSON: one object, a member for each key. */
    static String toJson(Record settings) {
        return KeysJson.write(values(settings));
    }

    /**
     * Reads {@link #toJson} back; keys that are not given keep the values of the settings.
     *
     * @throws InputException if the text is no such object
     */
    static <R extends Record> R fromJson(R settings, String text) {
        return with(settings, KeysJson.read(text));
    }

    private static Object get(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /** Calls the canonical constructor, which validates. */
    @SuppressWarnings("unchecked") // the constructor is that of the settings' own class
    private static <R extends Record> R made(R settings, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(settings.getClass().getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return (R) settings.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InputException refused) throw refused;
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
