package cohort.imagej.workbench.widget;

import cohort.figure.paper.Figure;
import cohort.imagej.map.picture.Artist;
import java.awt.Graphics2D;
import java.awt.Image;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.ImageIcon;
import javax.swing.JLabel;

/** A picture that is drawn beside the thread of events. Of several that are asked for meanwhile, the last one is drawn. */
public final class Picture extends JLabel {
    private static final long serialVersionUID = 1;
    private final transient Artist artist = new Artist();

    public Picture(String name) {
        setName(name);
        setVerticalAlignment(TOP);
    }

    /**
     * Draws a figure and then shows it; may be called by any thread.
     *
     * @param scale pixels a point, on a screen that is not zoomed
     */
    public void draw(Supplier<Figure> figure, double scale) {
        draw(() -> image(figure.get(), scale));
    }

    /** Draws by {@link #image} and then shows what it gave; may be called by any thread. */
    public void draw(Supplier<Image> drawing) {
        artist.draw(drawing, image -> setIcon(new ImageIcon(image)));
    }

    /**
     * A figure in as many pixels as the screen has; may be called by any thread.
     *
     * @param scale pixels a point, on a screen that is not zoomed
     */
    public Image image(Figure figure, double scale) {
        return ScreenPixels.image(this, zoom -> figure.toImage(zoom * scale));
    }

    /** Several figures in points on white, below each other. */
    public static Figure below(List<Figure> figures) {
        int width = figures.stream().mapToInt(Figure::width).max().orElse(1),
                height = figures.stream().mapToInt(Figure::height).sum();
        return new Figure(width, Math.max(1, height), g -> {
            int y = 0;
            for (Figure figure : figures) {
                Graphics2D part = (Graphics2D) g.create();
                part.translate(0, y);
                figure.painter().accept(part);
                part.dispose();
                y += figure.height();
            }
        });
    }

    public void clear() {
        artist.forget();
        setIcon(null);
    }
}
