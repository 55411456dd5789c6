package cohort.imagej.workbench.widget;

import cohort.imagej.map.picture.Artist;
import java.awt.Graphics2D;
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
