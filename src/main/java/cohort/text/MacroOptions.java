package cohort.text;

import cohort.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The options of a macro line, {@code key=value} pairs between blanks, in the order of the line. A value stands in square
 * brackets or quotes if it holds blanks; brackets within brackets are paired. A key alone means {@code true}.
 *
 * <p>Every key is found where a pair begins, never within a value or at the end of another key, as searching the text for
 * {@code key=} would do.
 *
 * @param values each key with its value, without the brackets around it
 */
public record MacroOptions(Map<String, String> values) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._/\\\\:;,+*~%@#&^|<>!?(){}-]+");

    public MacroOptions {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads the options of a macro line. Blanks and line breaks separate them, and may be before a {@code =}.
     *
     * @throws InputException if a bracket is not paired, text follows a bracket or a key comes twice
     */
    public static MacroOptions parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = skipBlanks(text, 0);
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '=' && !isBlank(text.charAt(end))) end++;
            String key = text.substring(at, end), value = "true";
            int sign = skipBlanks(text, end);
            if (sign < text.length() && text.charAt(sign) == '=') {
                int start = sign > end ? startOfValue(text, sign + 1) : sign + 1;
                end = endOfValue(text, start, key);
                value = unquoted(text.substring(start, end));
            }
            if (values.put(key, value) != null)
                throw new InputException(
                        "The option " + key + " is given twice in \"" + text.trim() + "\"; give it once.");
            at = skipBlanks(text, end);
        }
        return new MacroOptions(values);
    }

    /** After a sign with blanks before it, and maybe behind it: where the value begins, if that is no other option. */
    private static int startOfValue(String text, int at) {
        int start = skipBlanks(text, at), end = start;
        while (end < text.length() && text.charAt(end) != '=' && !isBlank(text.charAt(end))) end++;
        int next = skipBlanks(text, end);
        boolean isOption = !text.startsWith("[", start) && next < text.length() && text.charAt(next) == '=';
        return isOption ? at : start;
    }

    /** The options that have a value; one without means its default. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(values);
        given.values().removeIf(String::isBlank);
        return given;
    }

    private static int skipBlanks(String text, int at) {
        while (at < text.length() && isBlank(text.charAt(at))) at++;
        return at;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int endOfValue(String text, int start, String key) {
        boolean quote = text.startsWith("'", start) || text.startsWith("\"", start);
        int end = start;
        if (text.startsWith("[", start)) end = afterBracket(text, start);
        else if (quote) end = text.indexOf(text.charAt(start), start + 1) + 1;
        else while (end < text.length() && !isBlank(text.charAt(end))) end++;
        if (end <= 0 || end < text.length() && !isBlank(text.charAt(end)))
            throw new InputException("The value of the option " + key + " in \"" + text.trim()
                    + "\" does not end where its bracket or quote is closed; write " + key
                    + "=[value] with paired brackets.");
        return end;
    }

    /** The position after the bracket that closes the one at the start; 0 if there is none. */
    private static int afterBracket(String text, int start) {
        int open = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '[') open++;
            else if (c == ']' && --open == 0) return at + 1;
        }
        return 0;
    }

    private static String unquoted(String value) {
        return value.matches("(?s)[\\['\"].*") ? value.substring(1, value.length() - 1) : value;
    }

    /**
     * The options as a macro line has them, which {@link #parse} reads back.
     *
     * @throws InputException if a value has brackets without their partners, for which there is no spelling
     */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + quoted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String key, String value) {
        if (PLAIN.matcher(value).matches()) return value;
        String quoted = "[" + value + "]";
        if (afterBracket(quoted, 0) != quoted.length())
            throw new InputException("The value \"" + value + "\" of the option " + key
                    + " has unpaired square brackets, which a macro line cannot hold; choose another name.");
        return quoted;
    }

    /** The macro line that runs a menu item with these options. */
    public String line(String menuItem) {
        return "run(\"" + escaped(menuItem) + "\", \"" + escaped(toString()) + "\");";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
