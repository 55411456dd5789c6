package cohort.figure.colour;

import cohort.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A mark of a colour bar. Positions are fractions of the bar's length.
 *
 * @param label the number
 * @param position where the value is
 * @param textPosition where its label stands, elsewhere if there would be no room
 * @param threshold whether it marks the threshold
 */
public record Tick(String label, double position, double textPosition, boolean threshold) {
    private static final double[] ROUND = {1, 2, 5};

    /**
     * The ticks of a colour bar, upwards: both ends and the threshold always, round numbers where they fit.
     *
     * @param line height of a line of text as a fraction of the bar's length
     */
    static List<Tick> along(ColourRange range, double line) {
        double low = range.low(), high = range.high();
        List<Tick> ticks = new ArrayList<>();
        ticks.add(at(range, low, 0, false));
        ticks.add(at(range, high, 1, false));
        double threshold = range.threshold();
        if (threshold > 0 && threshold < high) ticks.add(threshold(range, threshold, line));
        if (threshold > 0 && -threshold > low) ticks.add(threshold(range, -threshold, line));
        double step = step((high - low) * Math.max(0.15, 2 * line));
        addIfRoom(ticks, range, 0, line);
        for (double n = Math.ceil(low / step); n * step < high; n++) addIfRoom(ticks, range, n * step, line);
        ticks.sort(Comparator.comparingDouble(Tick::textPosition));
        return List.copyOf(ticks);
    }

    private static void addIfRoom(List<Tick> ticks, ColourRange range, double value, double line) {
        double position = position(range, value);
        boolean room = position > 0 && position < 1;
        for (Tick tick : ticks) room &= Math.abs(tick.textPosition - position) >= 1.3 * line;
        if (room) ticks.add(at(range, value, position, false));
    }

    /** The labels of a threshold keep clear of the ends and of each other. */
    private static Tick threshold(ColourRange range, double value, double line) {
        double zero = position(range, 0), apart = range.low() < 0 && range.high() > 0 ? line / 2 : line;
        double text = value > 0
                ? Math.min(1 - line, Math.max(zero + apart, position(range, value)))
                : Math.max(line, Math.min(zero - apart, position(range, value)));
        return at(range, value, text, true);
    }

    private static Tick at(ColourRange range, double value, double text, boolean threshold) {
        return new Tick(Numbers.text(value), position(range, value), text, threshold);
    }

    private static double position(ColourRange range, double value) {
        return (value - range.low()) / (range.high() - range.low());
    }

    /** The least of 1, 2, 5, 10, ... (times a power of ten) that is not below {@code least}. */
    public static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) if (round * power >= least * (1 - 1e-9)) return round * power;
        return 10 * power;
    }
}
