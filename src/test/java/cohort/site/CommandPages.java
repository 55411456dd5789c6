package cohort.site;

import cohort.command.input.Choices;
import cohort.command.input.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/**
 * The pages on the commands, one for each and a list of all, made from what the commands say of themselves. {@link #main} writes them
 * anew.
 */
final class CommandPages {
    private static final Path SITE = Path.of("src", "site", "markdown");
    private static final Pattern ENTRY = Pattern.compile("CohortMenu\\(\"([^\"]+)\"\\)");

    /** A mask rule that the tests bring along. */
    private static final String RULE_OF_THE_TESTS = "first-map";

    private CommandPages() {}

    /** Writes all pages into the checkout in which it runs. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(SITE.resolve("commands"));
        for (Map.Entry<Path, String> page : all().entrySet()) Files.writeString(page.getKey(), page.getValue());
    }

    /** The pages by their files, in the order of the menu. */
    static Map<Path, String> all() throws IOException {
        Map<Path, String> pages = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder(
                """
                # Commands

                Every command is in the menu, takes the same keys in a macro (`run("Group Mask...", "maps=... output=...")`), and can be
                called from a script. Put values with spaces in `[..]` or quotes; an empty value means the default.

                | command | what it does | keys |
                | --- | --- | --- |
                """);
        for (CommandInfo command : commands()) {
            String item = item(command);
            String file = item.replaceAll("\\W+", " ").strip().replace(' ', '_') + ".md";
            pages.put(SITE.resolve("commands").resolve(file), page(command));
            list.append(
                    "| [%s](commands/%s) | %s | %s |\n".formatted(item, file, command.getDescription(), keys(command)));
        }
        list.append(
                "\nKeys of earlier versions (`sides`, `strategy`, `images`, `titles`, and `folder` of the first two commands) "
                        + "still work.\n");
        pages.put(SITE.resolve("commands.md"), list.toString());
        return pages;
    }

    private static List<CommandInfo> commands() throws IOException {
        return ENTRY.matcher(Files.readString(Path.of("plugins.config")))
                .results()
                .map(entry -> new CommandInfo(entry.group(1), annotation(entry.group(1))))
                .toList();
    }

    private static Plugin annotation(String name) {
        return type(name).getAnnotation(Plugin.class);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("plugins.config names a class that is not there: " + name, e);
        }
    }

    private static String page(CommandInfo command) {
        Map<String, String> defaults = Inputs.of(made(command));
        StringBuilder page = new StringBuilder("# %s\n\n%s\n\nMenu: *%s*\n"
                .formatted(
                        item(command),
                        command.getDescription(),
                        command.getMenuPath().getMenuString().replace(" > ", " › ")));
        if (!defaults.isEmpty()) {
            page.append("\n| key | default | meaning |\n| --- | --- | --- |\n");
            for (ModuleItem<?> input : inputs(command))
                if (defaults.containsKey(input.getName()))
                    page.append("| `%s` | %s | %s |\n"
                            .formatted(
                                    input.getName(),
                                    defaultOf(input, defaults.get(input.getName())),
                                    cell(input.getDescription()) + choices(input)));
        }
        String outputs = StreamSupport.stream(command.outputs().spliterator(), false)
                .map(output -> "`%s` (%s)".formatted(output.getName(), output.getLabel()))
                .collect(Collectors.joining(", "));
        if (!outputs.isEmpty())
            page.append("\nOutputs for scripts: ").append(outputs).append(".\n");
        return page.append("\n[All commands](../commands.md)\n").toString();
    }

    /** What must be given first, where the results go last. */
    private static List<ModuleItem<?>> inputs(CommandInfo command) {
        return StreamSupport.stream(command.inputs().spliterator(), false)
                .sorted(Comparator.<ModuleItem<?>>comparingInt(CommandPages::place))
                .collect(Collectors.toList());
    }

    private static int place(ModuleItem<?> input) {
        return switch (input.getName()) {
            case "output" -> 2;
            case "show" -> 3;
            default -> input.isRequired() ? 0 : 1;
        };
    }

    private static String defaultOf(ModuleItem<?> input, String value) {
        if (input.isRequired() && (value.isEmpty() || value.equals("null"))) return "required";
        return value.isEmpty() || value.equals("null") ? "" : "`" + value + "`";
    }

    private static String choices(ModuleItem<?> input) {
        return Choices.of(input)
                .findFirst()
                .map(choices -> choices.names().stream()
                        .filter(name -> !name.equals(RULE_OF_THE_TESTS))
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ", choices.isOpen() ? " Offered: " : " One of: ", ".")))
                .orElse("");
    }

    private static String keys(CommandInfo command) {
        String keys = String.join(" ", Inputs.of(made(command)).keySet());
        return keys.isEmpty() ? "" : "`" + keys + "`";
    }

    /** Quotes stay as they are typed. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("'(\\w+)'", "\\\\'$1\\\\'");
    }

    private static String item(CommandInfo command) {
        return Inputs.menuItem(made(command));
    }

    private static Command made(CommandInfo command) {
        try {
            return type(command.getClassName())
                    .asSubclass(Command.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(command.getClassName() + " cannot be made without arguments", e);
        }
    }
}
