package cohort.report.html;

import java.io.PrintWriter;

/**
 * Text as a reader sees it; what it means in HTML is escaped.
 *
 * @param characters any; those that XML cannot hold are replaced
 */
public record Text(String characters) implements Node {
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public void write(PrintWriter out) {
        characters.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(Character.toString(isLegal(c) ? c : REPLACEMENT));
            }
        });
    }

    /** XML 1.0, production 2, without the control characters that HTML does not have. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0x7F
                || c >= 0xA0 && c <= 0xD7FF
                || c >= 0xE000 && c < REPLACEMENT
                || c >= 0x10000;
    }
}
