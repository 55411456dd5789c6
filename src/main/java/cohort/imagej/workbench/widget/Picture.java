package cohort.imagej.workbench.widget;

import cohort.figure.paper.Figure;
import cohort.imagej.map.picture.Artist;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
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

    /** Draws a picture and then shows it; may be called by any thread. */
    public void draw(Supplier<BufferedImage> drawing) {
        artist.draw(drawing, image -> setIcon(new ImageIcon(image)));
    }

    /**
     * Draws a figure and then shows it, in as many pixels as the screen has; may be called by any thread.
     *
     * @param scale pixels a point, on a screen that is not zoomed
     */
    public void draw(Supplier<Figure> figure, double scale) {
        artist.draw(() -> image(figure.get(), scale), image -> setIcon(new ImageIcon(image)));
    }

    private Image image(Figure figure, double scale) {
        GraphicsConfiguration screen = getGraphicsConfiguration();
        double zoom = screen == null ? 1 : screen.getDefaultTransform().getScaleX();
        BufferedImage plain = figure.toImage(scale);
        return zoom == 1 ? plain : new BaseMultiResolutionImage(plain, figure.toImage(zoom * scale));
    }

    /** Several pictures below each other. */
    public static BufferedImage below(List<BufferedImage> pictures) {
        int width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElse(1),
                height = pictures.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage all = new BufferedImage(width, Math.max(1, height), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = all.createGraphics();
        int y = 0;
        for (BufferedImage picture : pictures) {
            g.drawImage(picture, 0, y, null);
            y += picture.getHeight();
        }
        g.dispose();
        return all;
    }

    public void clear() {
        artist.forget();
        setIcon(null);
    }
}
