package cohort.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a table as spreadsheets and people leave it, normalised: one kind of blank, one Unicode form, and blank lines in
 * place of what stands before the header, so that lines keep their numbers.
 *
 * @param text what is left
 * @param separator what a first line {@code sep=;} says
 */
public record TableText(String text, Optional<Character> separator) {
    private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF]");
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=([,;|\\t])\"?[,;\\t]*");

    /** A line before the header; where a separator follows the sign, it is the name of a column. */
    private static final Pattern COMMENT = Pattern.compile("\\s*#(?![,;\\t]).*");

    public static TableText of(String text) {
        return beginning(plain(text));
    }

    /** A text with one kind of blank and in one Unicode form: what reads the same is the same. */
    public static String plain(String text) {
        String blank = INVISIBLE.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(blank, Normalizer.Form.NFC);
    }

    private static TableText beginning(String text) {
        String[] lines = text.split("(?<=\n)|(?<=\r)(?!\n)", -1);
        Optional<Character> separator = Optional.empty();
        for (int l = 0; l < lines.length; l++) {
            Matcher announced = SEPARATOR.matcher(strippedOfEnd(lines[l]));
            if (announced.matches() && separator.isEmpty())
                separator = Optional.of(announced.group(1).charAt(0));
            else if (!lines[l].isBlank()
                    && !COMMENT.matcher(strippedOfEnd(lines[l])).matches()) break;
            lines[l] = lines[l].substring(strippedOfEnd(lines[l]).length());
        }
        return new TableText(String.join("", lines), separator);
    }

    private static String strippedOfEnd(String line) {
        return line.replaceFirst("[\r\n]+$", "");
    }

    /** The first line that is not blank; empty if there is none. */
    String header() {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** This table with tabs in place of blanks, if nothing but blanks can separate its cells. */
    TableText separatedByBlanks() {
        if (separator.isPresent() || header().matches(".*[,;\t\"].*")) return this;
        List<String> lines = text.lines().map(String::strip).toList();
        long widths = lines.stream()
                .filter(line -> !line.isEmpty())
                .map(TableText::words)
                .distinct()
                .count();
        if (widths != 1 || words(header()) == 1) return this;
        return new TableText(
                lines.stream().map(line -> line.replaceAll("\\s+", "\t")).collect(Collectors.joining("\n")), separator);
    }

    private static long words(String line) {
        return Arrays.stream(line.strip().split("\\s+")).count();
    }
}
