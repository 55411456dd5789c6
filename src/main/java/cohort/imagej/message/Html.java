package cohort.imagej.message;

import java.util.List;
import java.util.stream.Collectors;

/** Text that labels of Swing break into lines. */
public final class Html {
    private Html() {}

    /** Text as it stands within HTML. */
    public static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    /**
     * Texts below each other; a blank where there is none, so that the label keeps its height.
     *
     * @param width in pixels, at which lines are broken
     */
    public static String lines(int width, List<String> texts) {
        List<String> some = texts.stream().filter(text -> !text.isBlank()).toList();
        return some.isEmpty()
                ? " "
                : some.stream()
                        .map(Html::escaped)
                        .collect(Collectors.joining("<br>", "<html><body width=" + width + ">", "</body></html>"));
    }

    /** One text. */
    public static String lines(int width, String text) {
        return lines(width, List.of(text));
    }
}
