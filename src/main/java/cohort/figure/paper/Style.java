package cohort.figure.paper;

import java.awt.Graphics2D;
import java.util.List;

/**
 * How a figure looks whatever it shows.
 *
 * @param width in print
 * @param heading what stands above the whole figure, empty for nothing
 * @param paper what it is drawn on
 * @param bar whether maps have a colour bar
 */
public record Style(PageWidth width, String heading, Paper paper, BarRule bar) {
    /** The figure's own width, no heading, on white, with colour bars. */
    public static final Style DEFAULT = new Style(PageWidth.OWN, "", Paper.WHITE, BarRule.AUTO);

    private static final Lettering LETTERS = new Lettering(10);
    private static final double ABOVE = 9;
    private static final int MOST_LINES = 4;

    public Style withWidth(PageWidth value) {
        return new Style(value, heading, paper, bar);
    }

    public Style withHeading(String value) {
        return new Style(width, value, paper, bar);
    }

    public Style withPaper(Paper value) {
        return new Style(width, heading, value, bar);
    }

    public Style withBar(BarRule value) {
        return new Style(width, heading, paper, value);
    }

    /** A finished figure: in the middle of the width, on its paper, below its heading. */
    public Figure finish(Figure content) {
        Figure figure = width.centred(content);
        List<String> lines = LETTERS.wrap(heading, figure.width() - 2 * ABOVE, MOST_LINES);
        double room = lines.isEmpty() ? 0 : ABOVE + lines.size() * LETTERS.lineHeight() - ABOVE / 2;
        return new Figure(figure.width(), (int) Math.ceil(figure.height() + room), figure.unit(), paper.ground(), g -> {
            write(g, lines, figure.width() / 2.0);
            g.translate(0, room);
            figure.painter().accept(g);
            g.translate(0, -room);
        });
    }

    private void write(Graphics2D g, List<String> lines, double middle) {
        for (int n = 0; n < lines.size(); n++)
            LETTERS.draw(g, lines.get(n), middle, ABOVE + (n + 0.8) * LETTERS.lineHeight(), 0.5, paper.ink());
    }
}
