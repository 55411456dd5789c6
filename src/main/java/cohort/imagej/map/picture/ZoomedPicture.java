package cohort.imagej.map.picture;

import java.awt.Image;
import java.awt.image.AbstractMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A picture that is painted anew for each zoom at which it is drawn: ImageJ draws an image's picture enlarged, and Java
 * then asks for one of that many pixels. To those who ask for its pixels it is of the image's own size.
 */
public final class ZoomedPicture extends AbstractMultiResolutionImage {
    private static final int MOST_PIXELS = 4_000_000;

    private final int width, height;
    private final Supplier<BufferedImage> pixels;
    private final IntFunction<BufferedImage> painter;

    /**
     * @param pixels gives the picture of the image's own size
     * @param painter paints for the screen at a whole-numbered zoom
     */
    public ZoomedPicture(int width, int height, Supplier<BufferedImage> pixels, IntFunction<BufferedImage> painter) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.painter = painter;
    }

    @Override
    public Image getResolutionVariant(double wantedWidth, double wantedHeight) {
        int zoom = (int) Math.round(wantedWidth / width);
        while (zoom > 1 && (long) zoom * width * zoom * height > MOST_PIXELS) zoom--;
        return painter.apply(Math.max(1, zoom));
    }

    @Override
    public List<Image> getResolutionVariants() {
        return List.of(getBaseImage());
    }

    @Override
    public BufferedImage getBaseImage() {
        return pixels.get();
    }

    @Override
    public int getWidth(ImageObserver observer) {
        return width;
    }

    @Override
    public int getHeight(ImageObserver observer) {
        return height;
    }
}
