package cohort.report.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows regressors' names. */
final class RegressorWords {
    private static final Pattern MOVED = Pattern.compile("^(center|zscore|scale)\\.");
    private static final Pattern SEVERAL = Pattern.compile("^(?:poly|bs)\\.(.+)\\.\\d+$");
    private static final Pattern FUNCTION = Pattern.compile("^(log|log10|log2|sqrt|exp|abs)\\.(.+)$");
    private static final Pattern CONDITION = Pattern.compile("(.+)\\.(lt|le|gt|ge|eq|ne)\\.(.+)");

    private RegressorWords() {}

    /** A number: moved, scaled or as polynomials or splines it is still the same, and of a function it is its value. */
    static String number(String name) {
        String plain = MOVED.matcher(name).replaceFirst("");
        plain = SEVERAL.matcher(plain).replaceFirst("$1");
        if (!plain.equals(name)) return number(plain);
        Matcher function = FUNCTION.matcher(name);
        return function.matches() ? function.group(1) + "(" + number(function.group(2)) + ")" : name;
    }

    /** Whether a factor says where a condition holds. */
    static boolean isCondition(String factor) {
        return CONDITION.matcher(factor).matches();
    }

    /** A factor or a number as it is called in sentences. */
    static String factor(String name) {
        return isCondition(name) ? condition(name, true) : name;
    }

    /**
     * A condition, or its opposite, in words.
     *
     * @param factor as its regressors have it
     * @param holds whether the condition is meant
     */
    static String condition(String factor, boolean holds) {
        Matcher parts = CONDITION.matcher(factor);
        if (!parts.matches()) throw new IllegalArgumentException(factor);
        return number(parts.group(1)) + " "
                + switch (parts.group(2) + holds) {
                    case "lttrue", "gefalse" -> "below ";
                    case "letrue", "gtfalse" -> "up to ";
                    case "gttrue", "lefalse" -> "above ";
                    case "getrue", "ltfalse" -> "from ";
                    case "eqtrue", "nefalse" -> "";
                    default -> "other than ";
                }
                + number(parts.group(3));
    }

    /** Whether a name that is no other's speaks of a column: in a condition, as an argument or within arithmetic. */
    static boolean isAbout(String name, String column) {
        String word = Pattern.quote(column);
        Pattern about = Pattern.compile(
                "(?<![\\p{L}\\p{N}_])" + word + "(?![\\p{L}\\p{N}_.])|^" + word + "\\.(lt|le|gt|ge|eq|ne)\\.");
        return !name.equals(column) && about.matcher(name).find();
    }
}
