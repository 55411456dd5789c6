package cohort.figure.paper;

import cohort.InputException;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How wide a figure is in print.
 *
 * @param mm as a journal asks for it, e.g. 85 for a column; empty for the figure's own width
 */
public record PageWidth(OptionalDouble mm) {
    /** A figure's own width. */
    public static final PageWidth OWN = new PageWidth(OptionalDouble.empty());

    /** Height of the smallest letters in points, at the width that was asked for. */
    public static final double LEAST_LETTERS = 6;

    private static final double POINTS_PER_MM = 72 / 25.4, WIDEST = 1000;
    private static final int HALVINGS = 20;

    /** @throws InputException if the width is not above 0 and at most 1000 mm */
    public PageWidth {
        if (mm.isPresent() && !(mm.getAsDouble() > 0 && mm.getAsDouble() <= WIDEST))
            throw new InputException("width: found " + mm.getAsDouble()
                    + ", expected a width in mm above 0 and at most 1000, such as 85, or 0 for the figure's own.");
    }

    /** @param mm 0 for a figure's own width */
    public static PageWidth of(double mm) {
        return mm == 0 ? OWN : new PageWidth(OptionalDouble.of(mm));
    }

    /** Whether a width was asked for. */
    public boolean isGiven() {
        return mm.isPresent();
    }

    private double points() {
        return mm.getAsDouble() * POINTS_PER_MM;
    }

    /**
     * The layout of a figure at this width.
     *
     * @param own room for the content of a figure of its own width, in points
     * @param layout makes the layout for so much room in points, with letters of {@link #LEAST_LETTERS} or more
     * @param width of a layout in points, all included; grows with the room, or stays
     * @return of layouts that are not too wide the one with the most room
     * @throws InputException if even the narrowest is too wide
     */
    public <L> L fill(double own, DoubleFunction<L> layout, ToDoubleFunction<? super L> width) {
        if (mm.isEmpty()) return layout.apply(own);
        double most = Math.floor(points()), low = 1, high = most;
        L best = layout.apply(low);
        if (width.applyAsDouble(best) > most)
            throw new InputException("width: found " + mm.getAsDouble() + " mm, expected at least "
                    + (int) Math.ceil((Math.ceil(width.applyAsDouble(best)) + 1) / POINTS_PER_MM)
                    + " mm for this figure, since its text would otherwise be smaller than 6 points.");
        for (int n = 0; n < HALVINGS; n++) {
            double room = n == 0 ? high : (low + high) / 2;
            L tried = layout.apply(room);
            if (width.applyAsDouble(tried) > most) {
                high = room;
            } else {
                low = room;
                best = tried;
                if (room == most) break;
            }
        }
        return best;
    }

    /** A figure that {@link #fill} laid out, in the middle of this width. */
    public Figure centred(Figure figure) {
        if (mm.isEmpty()) return figure;
        int width = (int) Math.floor(points());
        double left = (width - figure.width()) / 2.0;
        return new Figure(width, figure.height(), points() / width, figure.ground(), g -> {
            g.translate(left, 0);
            figure.painter().accept(g);
            g.translate(-left, 0);
        });
    }
}
