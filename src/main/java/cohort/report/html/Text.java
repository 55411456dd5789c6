package cohort.report.html;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Text as a reader sees it; what it means in HTML is escaped. In prose a number stays on one line with its unit, and a
 * relation with what it relates.
 *
 * @param characters any; those that XML cannot hold are replaced
 */
public record Text(String characters) implements Node {
    private static final String REPLACEMENT = "\uFFFD";
    private static final String NO_BREAK = "\u00A0";
    private static final String UNIT = "(?:%|[cm\u00B5\u03BC]?m[\u00B2\u00B3]?|ml|[KMG]B|m?s|min)(?!\\w)",
            RELATION = "[=<>\u2264\u2265\u00D7]";
    private static final Pattern HELD = Pattern.compile(String.join(
            "|",
            "(?<=[\\d)]) (?=" + UNIT + ")",
            "(?<=\\S) (?=" + RELATION + " )",
            "(?<= " + RELATION + ") (?=\\S)",
            // Positions.
            "(?<=\\([\u2212\\d.][^()]{0,20},) (?=[\u2212\\d.]+[,)])"));

    @Override
    public void write(PrintWriter out) {
        escape(HELD.matcher(characters).replaceAll(NO_BREAK), out);
    }

    /** As it stands: in attributes and in code, which people copy. */
    void writeAsItStands(PrintWriter out) {
        escape(characters, out);
    }

    private static void escape(String characters, PrintWriter out) {
        int written = 0;
        for (int at = 0, next; at < characters.length(); at = next) {
            int c = characters.codePointAt(at);
            next = at + Character.charCount(c);
            String instead = instead(c);
            if (instead.isEmpty()) continue;
            out.append(characters, written, at).append(instead);
            written = next;
        }
        out.append(characters, written, characters.length());
    }

    /** What stands for a character; empty if it stands for itself. */
    private static String instead(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> isLegal(c) ? "" : REPLACEMENT;
        };
    }

    /** XML 1.0, production 2, without the control characters that HTML does not have. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0x7F
                || c >= 0xA0 && c <= 0xD7FF
                || c >= 0xE000 && c < 0xFFFD
                || c >= 0x10000;
    }
}
