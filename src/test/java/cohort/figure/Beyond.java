package cohort.figure;

import cohort.figure.paper.Figure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What a figure paints where it should not. */
public final class Beyond {
    private static final int AROUND = 80;

    private Beyond() {}

    /** Pixels that a figure paints beyond its own bounds. */
    public static int ink(Figure figure) {
        BufferedImage image = new BufferedImage(
                figure.width() + 2 * AROUND, figure.height() + 2 * AROUND, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.translate(AROUND, AROUND);
        figure.painter().accept(g);
        g.dispose();
        int beyond = 0;
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                boolean inside =
                        x >= AROUND && y >= AROUND && x < AROUND + figure.width() && y < AROUND + figure.height();
                if (!inside && image.getRGB(x, y) != 0xFFFFFFFF) beyond++;
            }
        return beyond;
    }
}
