package cohort.figure.slice;

import cohort.InputException;
import cohort.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where slices are cut.
 *
 * @param count slices in each view, through the strongest values as {@link ActiveLayers} chooses them; 0 if they are not counted
 * @param even whether the counted slices lie at even distances through what is shown instead
 * @param mm positions: of a point, if there are several views and three numbers, otherwise along the only view; none for
 *     slices through the peak
 */
public record Cuts(int count, boolean even, List<Double> mm) {
    /** One slice in each view through the voxel farthest from 0. */
    public static final Cuts PEAK = new Cuts(0, false, List.of());

    private static final int MOST = 100;
    private static final String EVEN = "even";

    /** @throws InputException if the count is below 0 or above 100, or a position is not finite */
    public Cuts {
        mm = List.copyOf(mm);
        if (count < 0 || count > MOST || mm.size() > MOST)
            throw new InputException(
                    "cuts: found " + Math.max(count, mm.size()) + " slices, expected 1 to " + MOST + " in each view.");
        for (double position : mm)
            if (!Double.isFinite(position))
                throw new InputException("cuts: found " + position + ", expected positions in mm.");
    }

    /**
     * The cuts of an option's value.
     *
     * @param text {@code peak} or nothing; a whole number of slices, e.g. {@code 7}, with {@code even} at even
     *     distances, e.g. {@code 7 even}; positions in mm, separated by commas
     *     or blanks, e.g. {@code -20, 0, 20}, a single one with its unit, e.g. {@code 12mm}
     * @throws InputException if it is none of these
     */
    public static Cuts parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equalsIgnoreCase("peak")) return PEAK;
        boolean even = stripped.toLowerCase(Locale.ROOT).endsWith(EVEN);
        if (even)
            stripped = stripped.substring(0, stripped.length() - EVEN.length()).strip();
        boolean unit = stripped.endsWith("mm");
        List<String> numbers = Arrays.stream(stripped.substring(0, stripped.length() - (unit ? 2 : 0))
                        .split("[\\s,]+"))
                .filter(number -> !number.isEmpty())
                .toList();
        if (numbers.isEmpty() || !numbers.stream().allMatch(Table::isNumber)) throw refusal(text);
        if (numbers.size() > 1 || unit) {
            if (even) throw refusal(text);
            return new Cuts(0, false, numbers.stream().map(Double::valueOf).toList());
        }
        if (!numbers.get(0).matches("\\+?[0-9]{1,3}") || Integer.parseInt(numbers.get(0)) == 0) throw refusal(text);
        return new Cuts(Integer.parseInt(numbers.get(0)), even, List.of());
    }

    private static InputException refusal(String text) {
        return new InputException("cuts: found " + text
                + ", expected peak, a number of slices such as 7 or 7 even, or positions such as -20, 0, 20 or 12mm.");
    }
}
