package cohort.table;

import java.util.regex.Pattern;

/**
 * A cell of a table as it stands in a file. Spreadsheets take text that begins like a formula for one, and may run it; an
 * apostrophe before it keeps it text (OWASP, CSV Injection). It is no part of the cell.
 */
final class Cell {
    /** Text that begins like a formula, maybe after apostrophes of its own. */
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+@-].*");

    /** What needs quotes, whichever separator a reader takes for that of the table. */
    private static final Pattern UNSAFE = Pattern.compile("[\"\\s,;]");

    private Cell() {}

    /** A cell as it is written. */
    static String write(String cell) {
        String text = isFormula(cell) ? "'" + cell : cell;
        return UNSAFE.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** A cell as it was before it was written; the quotes are off. */
    static String read(String text) {
        return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
    }

    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() && !Table.isNumber(text.replaceFirst("^'+", ""));
    }
}
