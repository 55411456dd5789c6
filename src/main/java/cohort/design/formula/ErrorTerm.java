package cohort.design.formula;

import cohort.InputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The term of a formula that names the sampling unit, as in R's {@code aov}: {@code Error(subject/(A*B))}. What follows the
 * slash is read and not needed, since strata follow from the contrast.
 *
 * @param model the formula without the term
 * @param subject the column of the subject; nothing if there is no such term
 */
public record ErrorTerm(String model, Optional<String> subject) {
    private static final Pattern TERM = Pattern.compile("\\+?\\s*\\bError\\s*\\(");
    private static final Pattern SUBJECT =
            Pattern.compile("\\s*(?:`([^`]+)`|C\\(\\s*([^()]+?)\\s*\\)|([^/`()*]+?))\\s*(?:/.*)?");

    /** @throws InputException if the term has no end or names no column */
    public static ErrorTerm of(String formula) {
        Matcher term = TERM.matcher(formula);
        if (!term.find()) return new ErrorTerm(formula, Optional.empty());
        int end = closing(formula, term.end());
        Matcher subject = SUBJECT.matcher(formula.substring(term.end(), Math.max(term.end(), end)));
        if (end < 0 || !subject.matches())
            throw new InputException(
                    "model: found " + formula.substring(term.start()).strip()
                            + ", expected the column of the subject, such as Error(subject) or Error(subject/(A*B)).");
        String left = formula.substring(0, term.start()).strip(),
                right = formula.substring(end + 1).strip();
        String model = left.isEmpty() || left.equals("~") ? left + right.replaceFirst("^\\+", "") : left + " " + right;
        String column = subject.group(1) != null
                ? subject.group(1)
                : subject.group(2) != null ? subject.group(2) : subject.group(3);
        return new ErrorTerm(model.isBlank() ? "1" : model.strip(), Optional.of(column.strip()));
    }

    private static int closing(String formula, int from) {
        int open = 1;
        for (int i = from; i < formula.length(); i++) {
            if (formula.charAt(i) == '(') open++;
            if (formula.charAt(i) == ')' && --open == 0) return i;
        }
        return -1;
    }
}
