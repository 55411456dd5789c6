package cohort.imagej.dialog;

import cohort.InputException;
import cohort.command.input.Choices;
import cohort.command.input.FormerKeys;
import cohort.files.TypedPath;
import cohort.table.Nearest;
import cohort.text.MacroOptions;
import cohort.text.Numbers;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * The inputs of a command that a user gives: all but services, messages and what is invisible.
 *
 * @param menuItem the command's label as the menu and macros have it
 * @param menu where the menu has it, as a person reads it
 * @param description what the command does
 * @param items the inputs in the order of the dialog
 * @param former keys that the command had once, each with the one in whose place it stands
 */
public record CommandInputs(
        String menuItem, String menu, String description, List<ModuleItem<?>> items, Map<String, String> former) {

    /** @param module a run of a command */
    static CommandInputs of(Module module) {
        return of((CommandInfo) module.getInfo());
    }

    public static CommandInputs of(CommandInfo command) {
        List<ModuleItem<?>> items = StreamSupport.stream(command.inputs().spliterator(), false)
                .<ModuleItem<?>>map(item -> item)
                .filter(CommandInputs::isForUsers)
                .toList();
        Map<String, String> former = new LinkedHashMap<>();
        for (ModuleItem<?> item : command.inputs())
            if (item.get(FormerKeys.NOW) != null) former.put(item.getName(), item.get(FormerKeys.NOW));
        return new CommandInputs(
                command.getMenuPath().getLeaf().getName(),
                command.getMenuPath().getMenuString().replace(" > ", " › "),
                command.getDescription(),
                items,
                former);
    }

    /** Reads what there is to choose from, which takes long the first time; may be called by any thread. */
    public void prepare() {
        items.stream().flatMap(Choices::of).forEach(Choices::names);
    }

    private static boolean isForUsers(ModuleItem<?> item) {
        Class<?> type = item.getType();
        return !Service.class.isAssignableFrom(type)
                && !Context.class.isAssignableFrom(type)
                && item.getVisibility() != ItemVisibility.MESSAGE
                && item.getVisibility() != ItemVisibility.INVISIBLE;
    }

    List<String> keys() {
        return items.stream().map(ModuleItem::getName).toList();
    }

    /**
     * The values of a macro line in the types of the inputs; inputs that it does not name, or names without a value, keep
     * their defaults.
     *
     * @throws InputException if a key is not one of the command's or a value is not of its type
     */
    public Map<String, Object> values(MacroOptions options) {
        Map<String, Object> values = new LinkedHashMap<>();
        options.values().forEach((key, text) -> {
            String now = former.getOrDefault(key, key);
            if (!now.equals(key) && options.values().containsKey(now))
                throw new InputException("\"" + menuItem + "\" got " + now + " and " + key + ", its former name; give "
                        + now + " alone.");
            ModuleItem<?> item = item(now);
            Object value = text.isBlank() ? item.getDefaultValue() : value(item, text);
            if (value != null) values.put(now, value);
        });
        return values;
    }

    /**
     * Gives a run all inputs: those that the options name, and the defaults of the others.
     *
     * @throws InputException if a key is not one of the command's or a value is not of its type
     */
    public void fill(Module module, MacroOptions options) {
        Map<String, Object> given = values(options);
        for (ModuleItem<?> item : items) {
            module.setInput(item.getName(), given.getOrDefault(item.getName(), item.getDefaultValue()));
            module.resolveInput(item.getName());
        }
    }

    /** The inputs of a run as a macro line would have them. */
    MacroOptions given(Map<String, Object> inputs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : items) values.put(item.getName(), text(inputs.get(item.getName())));
        return new MacroOptions(values);
    }

    /** What each input is if it is not given; an empty text for those that are absent then. */
    public MacroOptions defaults() {
        Map<String, String> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : items) values.put(item.getName(), text(item.getDefaultValue()));
        return new MacroOptions(values);
    }

    private static String text(Object value) {
        String text = value == null ? "" : value.toString();
        return value instanceof Double ? Numbers.withoutPoint(text) : text;
    }

    private ModuleItem<?> item(String key) {
        return items.stream()
                .filter(item -> item.getName().equals(key))
                .findFirst()
                .orElseThrow(() -> new InputException("\"" + menuItem + "\" has no option " + key
                        + Nearest.to(key, keys())
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse("") + "; its options are "
                        + String.join(", ", keys()) + "."));
    }

    private Object value(ModuleItem<?> item, String text) {
        Class<?> type = item.getType();
        if (type == String.class) return text;
        if (type == File.class) return new File(TypedPath.plain(text));
        if (type == Boolean.class || type == boolean.class) return truth(item, text);
        if (type == Integer.class || type == int.class) return number(item, text, "a whole number", Integer::valueOf);
        if (type == Long.class || type == long.class) return number(item, text, "a whole number", Long::valueOf);
        if (type == Double.class || type == double.class) return number(item, text, "a number", Double::valueOf);
        throw new IllegalStateException("an input of " + type + ", which no macro line can give: " + item.getName());
    }

    private Boolean truth(ModuleItem<?> item, String text) {
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        throw wrong(item, text, "true or false");
    }

    private Object number(ModuleItem<?> item, String text, String expected, Function<String, ? extends Number> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw wrong(item, text, expected);
        }
    }

    private InputException wrong(ModuleItem<?> item, String text, String expected) {
        return new InputException(
                "\"" + menuItem + "\" got " + item.getName() + "=" + text + "; give " + expected + ".");
    }
}
