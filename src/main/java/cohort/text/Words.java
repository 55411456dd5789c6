package cohort.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers and lists as a reader of English expects them. */
public final class Words {
    private static final double LEAST_PLAIN = 9.5e-5, MOST_PLAIN = 1e7;
    /** Where a fitted curve ends, with what float32 may add to its logarithm. */
    private static final double LEAST_P = 0x1p-52 * (1 + 1e-4);
    /** From here on, two significant digits are 0.0010 or more. */
    private static final double LEAST_FIXED_P = 0.000995;

    private static final int MM_DIGITS = 6;

    private Words() {}

    /** A whole number with commas between thousands. */
    public static String count(long number) {
        return minus(String.format(Locale.ROOT, "%,d", number));
    }

    /** A count and what is counted: {@code 1 voxel}, {@code 2 voxels}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A number with a fixed number of decimals. */
    public static String fixed(double number, int decimals) {
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", number + 0.0));
    }

    /** A number of this many significant digits, none of them a trailing 0, with commas between thousands. */
    public static String digits(double number, int digits) {
        if (!Double.isFinite(number)) return "n/a";
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(number);
        boolean plain = number == 0 || size >= LEAST_PLAIN && size < MOST_PLAIN;
        return minus(plain ? Numbers.grouped(rounded) : scientific(number, digits));
    }

    private static String scientific(double number, int digits) {
        String[] parts =
                String.format(Locale.ROOT, "%." + (digits - 1) + "e", number).split("e");
        return parts[0] + "e" + Integer.parseInt(parts[1]);
    }

    /** A volume or an area with three significant digits or more. */
    public static String size(double size) {
        return size >= 100 ? count(Math.round(size)) : digits(size, 3);
    }

    /** A position in mm that was rounded to what its grid supports. */
    public static String mm(double position) {
        return digits(position, MM_DIGITS);
    }

    /** {@code p = 0.03}, or {@code p ≤ 2.2e−16} where a fitted curve ends. */
    public static String pIs(double p) {
        return (p <= LEAST_P ? "p " : "p = ") + p(p);
    }

    /** A p-value: three decimals, four below 0.1, two significant digits below 0.001; a bound where a curve ends. */
    public static String p(double p) {
        if (p <= LEAST_P) return "≤ " + digits(LEAST_P, 2);
        return p < LEAST_FIXED_P ? digits(p, 2) : fixed(p, p < 0.1 ? 4 : 3);
    }

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        if (words.size() < 2) return String.join("", words);
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /**
     * The first few of many names, and how many more there are: {@code a, b and 3 more}; all of them if they are few.
     *
     * @param names an empty one is written {@code ""}
     * @param most this many are named
     */
    public static String first(List<String> names, int most) {
        List<String> first = names.stream()
                .limit(most)
                .map(name -> name.isEmpty() ? "\"\"" : name)
                .toList();
        int more = names.size() - first.size();
        return more == 0 ? list(first) : String.join(", ", first) + " and " + count(more) + " more";
    }

    /** The last part of a path of any system. */
    public static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The first letter in upper case. */
    public static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
