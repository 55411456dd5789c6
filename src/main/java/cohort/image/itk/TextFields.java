package cohort.image.itk;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the lines of a text header say: a value for each name. All that is wrong is an IllegalArgumentException. */
final class TextFields {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?((\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

    /** A message shows no more of a value. */
    private static final int SHOWN = 60;

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        String earlier = values.put(name, value);
        if (earlier != null && !earlier.equals(value))
            throw new IllegalArgumentException("found " + shown(name) + " twice, " + shown(earlier) + " and "
                    + shown(value) + ", expected it once; the header is damaged");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no " + name + " in the header, expected it; the header is damaged"));
    }

    /** Words between blanks. */
    List<String> words(String name) {
        String value = required(name).strip();
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("\\s+"));
    }

    /** So many numbers, which may be infinite or NaN. */
    double[] numbers(String name, int n) {
        List<String> words = words(name);
        if (words.size() != n) throw wrong(name, n + " numbers");
        return words.stream()
                .mapToDouble(word -> number(word).orElseThrow(() -> wrong(name, n + " numbers")))
                .toArray();
    }

    /** A whole number, or what is assumed if the header does not give it. */
    long whole(String name, long absent) {
        return has(name) ? whole(name, required(name).strip()) : absent;
    }

    /** A whole number that must be there and lie in a range. */
    int inRange(String name, int least, int most) {
        long number = whole(name, required(name).strip());
        if (number < least || number > most) throw wrong(name, "a number from " + least + " to " + most);
        return (int) number;
    }

    /** Sizes of axes, each at least 1. */
    int[] sizes(String name, int n) {
        List<String> words = words(name);
        if (words.size() != n) throw wrong(name, n + " sizes");
        return words.stream()
                .mapToLong(word -> whole(name, word))
                .mapToInt(size -> {
                    if (size < 1 || size > Integer.MAX_VALUE) throw wrong(name, "sizes from 1 to " + Integer.MAX_VALUE);
                    return (int) size;
                })
                .toArray();
    }

    private long whole(String name, String word) {
        if (!WHOLE.matcher(word).matches()) throw wrong(name, "whole numbers");
        return Long.parseLong(word);
    }

    static Optional<Double> number(String word) {
        if (!NUMBER.matcher(word).matches()) return Optional.empty();
        String sign = word.startsWith("-") ? "-" : "", digits = word.replaceFirst("^[+-]", "");
        return Optional.of(
                switch (digits.toLowerCase(Locale.ROOT)) {
                    case "nan" -> Double.NaN;
                    case "inf", "infinity" -> Double.parseDouble(sign + "Infinity");
                    default -> Double.parseDouble(word);
                });
    }

    /** Free text without line breaks, empty if there is none. */
    String note(String name) {
        return text(name).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** Whether several files are named, in a list or by a pattern and the range of its number. */
    boolean namesSeveralFiles(String name) {
        List<String> words = words(name);
        return !words.isEmpty()
                && (words.get(0).equals("LIST")
                        || required(name).contains("%")
                                && words.size() > 3
                                && WHOLE.matcher(words.get(words.size() - 1)).matches());
    }

    /** The file of voxels that a header names, beside it or by its full path. */
    Path file(String name, Path header) {
        String value = required(name).strip();
        try {
            Path file = header.resolveSibling(value);
            if (!value.isEmpty() && Files.isRegularFile(file)) return file;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(wrong(name, "the name of a file").getMessage(), e);
        }
        throw new IllegalArgumentException("found the voxels in " + shown(value)
                + ", but there is no such file; put it beside the header, or correct its name there");
    }

    /** The refusal of a field's value. */
    IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("found " + name + " " + shown(values.getOrDefault(name, "nowhere"))
                + ", expected " + expected + "; correct the header or convert the file to NIfTI");
    }

    /** As it may be in a sentence. */
    static String shown(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Space}]+", " ").strip();
        return "\"" + (clean.length() > SHOWN ? clean.substring(0, SHOWN) + "..." : clean) + "\"";
    }
}
