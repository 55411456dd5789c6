package cohort.report.html;

import java.io.PrintWriter;

/**
 * What stands in a style or a script, which HTML does not escape.
 *
 * @param code without {@code <} and {@code &}, so that HTML and XML read the same
 */
public record Verbatim(String code) implements Node {

    /** @throws IllegalArgumentException if HTML and XML would read it in two ways */
    public Verbatim {
        if (code.contains("<") || code.contains("&"))
            throw new IllegalArgumentException("a script or style with < or &: " + code);
    }

    @Override
    public void write(PrintWriter out) {
        out.append(code);
    }
}
