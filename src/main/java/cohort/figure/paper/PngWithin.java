package cohort.figure.paper;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Writes bitmaps as PNG within the file. */
final class PngWithin extends DefaultImageHandler {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Override
    protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
        if (!(image instanceof RenderedImage pixels)) throw new IllegalArgumentException("an image without pixels");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(pixels, "png", png);
        } catch (IOException e) {
            throw new IllegalStateException(e); // an array takes all
        }
        element.setAttributeNS(
                XLINK,
                "xlink:href",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
    }
}
