package cohort.imagej;

import ij.ImagePlus;
import java.util.Optional;
import org.scijava.convert.ConvertService;

/** Data that is an ImageJ image or can become one, or the other way round, by whatever conversions there are. */
record ImageData(Optional<ConvertService> conversions) {
    private static final String DATASET = "net.imagej.Dataset";

    boolean isImage(Object data) {
        return data instanceof ImagePlus || converts(data, ImagePlus.class);
    }

    /** @throws IllegalArgumentException if it is no image */
    ImagePlus image(Object data) {
        if (data instanceof ImagePlus image) return image;
        return conversions
                .map(service -> service.convert(data, ImagePlus.class))
                .orElseThrow(() -> new IllegalArgumentException("no image: " + data));
    }

    /** Fiji's data set of an image where there is Fiji, the image itself elsewhere. */
    Object dataset(ImagePlus image) {
        try {
            Class<?> type = Class.forName(
                    DATASET, false, Thread.currentThread().getContextClassLoader()); // not there when this is compiled
            Optional<Object> data = conversions
                    .filter(service -> service.supports(image, type))
                    .map(service -> service.convert(image, type));
            return data.orElse(image);
        } catch (ClassNotFoundException e) {
            return image;
        }
    }

    private boolean converts(Object data, Class<?> type) {
        return conversions.map(service -> service.supports(data, type)).orElse(false);
    }
}
