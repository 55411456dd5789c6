package cohort.report.question;

import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contrast of one cell of a model, or of one minus another, in words.
 *
 * @param cells one or two
 */
record CellWords(List<String> cells) {
    private static final String CELL = "cell\\(([^()]*)\\)";
    private static final Pattern ONE = Pattern.compile(CELL), TWO = Pattern.compile(CELL + "\\s*[-\u2212]\\s*" + CELL);
    private static final Pattern GIVEN =
            Pattern.compile("\\s*[`'\"]?([^`'\"=,]+?)[`'\"]?\\s*==?\\s*[`'\"]?([^`'\"=,]+?)[`'\"]?\\s*(?:,|$)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.]+([eE][+-]?\\d+)?");

    /** Nothing if a contrast's text is of another kind. */
    static Optional<CellWords> of(String contrast) {
        Matcher one = ONE.matcher(contrast), two = TWO.matcher(contrast);
        if (one.matches()) return Optional.of(new CellWords(List.of(words(one.group(1)))));
        return two.matches()
                ? Optional.of(new CellWords(List.of(words(two.group(1)), words(two.group(2)))))
                : Optional.empty();
    }

    /** Levels, and at which numbers: {@code patient at age 40}. */
    private static String words(String cell) {
        List<String> levels = new ArrayList<>(), numbers = new ArrayList<>();
        Matcher given = GIVEN.matcher(cell);
        while (given.find()) {
            boolean number = NUMBER.matcher(given.group(2)).matches();
            (number ? numbers : levels).add(number ? given.group(1) + " " + given.group(2) : given.group(2));
        }
        return (levels.isEmpty() ? "the mean" : String.join(" ", levels))
                + (numbers.isEmpty() ? "" : " at " + Words.list(numbers));
    }

    boolean isPair() {
        return cells.size() == 2;
    }

    String first() {
        return cells.get(0);
    }

    String second() {
        return cells.get(1);
    }
}
