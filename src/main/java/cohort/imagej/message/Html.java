package cohort.imagej.message;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;
import javax.swing.text.html.parser.ParserDelegator;

/** Text that labels of Swing break into lines. */
public final class Html {
    /** Of numbers such as 4.8e−6 Java breaks lines before the e. */
    private static final Pattern POWER = Pattern.compile("(?<=\\d)(?=e[\u2212-]?\\d)");

    private static final String NO_BREAK = "\uFEFF";

    private Html() {}

    /** Reads what Swing reads before its first HTML, which takes a tenth of a second; may be called by any thread. */
    public static StyleSheet prepare() {
        new ParserDelegator();
        return new HTMLEditorKit().getStyleSheet();
    }

    /** Text as it stands within HTML, where no number is broken. */
    public static String escaped(String plain) {
        return POWER.matcher(plain.replace("&", "&amp;").replace("<", "&lt;")).replaceAll(NO_BREAK);
    }

    /**
     * Texts below each other; a blank where there is none, so that the label keeps its height.
     *
     * @param width in pixels, at which lines are broken
     */
    public static String lines(int width, List<String> texts) {
        return page("width=" + width, texts);
    }

    /** A text in the middle. */
    public static String centred(int width, String text) {
        return page("align=center width=" + width, List.of(text));
    }

    /** One text. */
    public static String lines(int width, String text) {
        return lines(width, List.of(text));
    }

    private static String page(String attributes, List<String> texts) {
        List<String> some = texts.stream().filter(text -> !text.isBlank()).toList();
        return some.isEmpty()
                ? " "
                : some.stream()
                        .map(Html::escaped)
                        .collect(Collectors.joining("<br>", "<html><body " + attributes + ">", "</body></html>"));
    }
}
