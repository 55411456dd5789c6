package cohort.imagej.dialog;

import cohort.command.input.Choices;
import cohort.imagej.message.HelpCommand;
import cohort.imagej.message.Html;
import cohort.text.MacroOptions;
import java.util.List;
import org.scijava.module.ModuleItem;

/** What the documentation says of a command, made from what the command says of itself, as the pages on the web are. */
final class HelpPage {
    private final CommandInputs inputs;

    HelpPage(CommandInputs inputs) {
        this.inputs = inputs;
    }

    /** The command's page on the web. */
    String address() {
        String file = inputs.menuItem().replaceAll("\\W+", " ").strip().replace(' ', '_');
        return HelpCommand.PAGE + "/blob/main/src/site/markdown/commands/" + file + ".md";
    }

    /** HTML that Swing can show, with a link to the page on the web. */
    String html() {
        StringBuilder html = new StringBuilder("<html><body><h2>" + Html.escaped(inputs.menuItem()) + "</h2><p>"
                + Html.escaped(inputs.description()) + "</p><p>Menu: <i>" + Html.escaped(inputs.menu())
                + "</i> &nbsp; <a href=\"" + address() + "\">This page on the web</a></p>");
        for (Section section : Section.values()) {
            List<ModuleItem<?>> own = inputs.items().stream()
                    .filter(item -> Section.of(item) == section)
                    .toList();
            if (!own.isEmpty()) html.append("<h3>" + section.heading() + "</h3>");
            own.forEach(item -> html.append(entry(item)));
        }
        return html.append("</body></html>").toString();
    }

    private String entry(ModuleItem<?> item) {
        return "<p><b>" + Html.escaped(InputField.label(item)) + "</b> &nbsp; <code>" + item.getName() + "</code>"
                + defaultOf(item) + "<br>" + Html.escaped(item.getDescription()) + choices(item) + "</p>";
    }

    private String defaultOf(ModuleItem<?> item) {
        MacroOptions defaults = inputs.defaults();
        String value = defaults.values().get(item.getName());
        if (!value.isEmpty()) return ", default <code>" + Html.escaped(value) + "</code>";
        return item.isRequired() ? ", required" : "";
    }

    private static String choices(ModuleItem<?> item) {
        return Choices.of(item)
                .findFirst()
                .map(choices -> (choices.isOpen() ? " Offered: " : " One of: ")
                        + Html.escaped(String.join(", ", choices.names())) + ".")
                .orElse("");
    }
}
