package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.swing.JEditorPane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** What Help shows is what the page of the site says. */
class HelpPageTest {
    /** Key, default and meaning of the page's table. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*?) \\| (.*) \\|$");

    @TestFactory
    List<DynamicTest> helpSaysOfEveryKeyWhatThePageSays() {
        try (Context context = new Context(CommandService.class)) {
            List<CommandInfo> commands = context.service(CommandService.class).getCommands().stream()
                    .filter(command -> command.getClassName().startsWith("cohort.command."))
                    .toList();
            assertFalse(commands.isEmpty());
            return commands.stream()
                    .map(command -> DynamicTest.dynamicTest(command.getClassName(), () -> assertSame(command)))
                    .toList();
        }
    }

    private static void assertSame(CommandInfo command) throws Exception {
        HelpPage help = new HelpPage(CommandInputs.of(command));
        String file = help.address().replaceFirst(".*/main/", "");
        String page = plain(Files.readString(Path.of(file))), shown = text(help.html());
        assertTrue(page.startsWith("# " + command.getMenuPath().getLeaf().getName()));
        assertTrue(shown.contains(command.getDescription()), shown);
        List<MatchResult> rows = ROW.matcher(page).results().toList();
        assertFalse(rows.isEmpty());
        for (MatchResult row : rows) {
            String value = row.group(2).replaceFirst("\\.0`$", "`");
            String key = row.group(1)
                    + switch (value) {
                        case "" -> "";
                        case "required" -> ", required";
                        default -> ", default " + value.replace("`", "");
                    };
            assertTrue(shown.contains(key + " " + row.group(3).replace("`", "")), key + " is not explained: " + shown);
        }
    }

    /** As a reader sees it: without what Markdown needs, and the rule that the tests bring along. */
    private static String plain(String markdown) {
        return markdown.replaceAll("\\\\(['|])", "$1");
    }

    private static String text(String html) throws Exception {
        JEditorPane pane = new JEditorPane("text/html", html);
        return pane.getDocument()
                .getText(0, pane.getDocument().getLength())
                .replace(", first-map", "")
                .replace("\uFEFF", "")
                .replaceAll("[\\s\u00A0]+", " ");
    }
}
