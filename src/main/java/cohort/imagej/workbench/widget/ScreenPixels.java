package cohort.imagej.workbench.widget;

import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.function.DoubleFunction;

/** Pictures in as many pixels as the screen has. */
final class ScreenPixels {
    private ScreenPixels() {}

    /**
     * Draws a picture; may be called by any thread.
     *
     * @param on what it is shown on
     * @param drawing draws it so many times as large
     */
    static Image image(Component on, DoubleFunction<BufferedImage> drawing) {
        GraphicsConfiguration screen = on.getGraphicsConfiguration();
        double zoom = screen == null ? 1 : screen.getDefaultTransform().getScaleX();
        BufferedImage plain = drawing.apply(1);
        return zoom == 1 ? plain : new BaseMultiResolutionImage(plain, drawing.apply(zoom));
    }
}
