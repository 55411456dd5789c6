package cohort.imagej.workbench;

import java.util.List;
import java.util.stream.Collectors;

/** Text that labels break into lines. */
final class Html {
    private static final int WIDTH = 520;

    private Html() {}

    static String lines(String text) {
        return text.isBlank() ? " " : lines(List.of(text));
    }

    /** One paragraph each. */
    static String lines(List<String> texts) {
        return texts.stream()
                .map(text -> "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .collect(Collectors.joining("", "<html><body width=" + WIDTH + ">", "</body></html>"));
    }
}
