package cohort.imagej.io;

import ij.ImagePlus;
import java.util.Optional;
import org.scijava.convert.ConvertService;

/** ImageJ's images as Fiji's data sets and back, where there is Fiji. */
public record ImageData(Optional<ConvertService> conversions) {
    /** Not to be had when this is compiled. */
    private static final String DATASET = "net.imagej.Dataset";

    boolean isImage(Object data) {
        return data instanceof ImagePlus
                || dataset().filter(type -> type.isInstance(data)).isPresent();
    }

    /** @throws IllegalArgumentException if it is no image */
    ImagePlus image(Object data) {
        if (data instanceof ImagePlus image) return image;
        return conversions
                .map(service -> service.convert(data, ImagePlus.class))
                .orElseThrow(() -> new IllegalArgumentException("no image: " + data));
    }

    /** Fiji's data set of an image, or the image itself without Fiji. */
    Object dataset(ImagePlus image) {
        return dataset()
                .flatMap(type -> conversions
                        .filter(service -> service.supports(image, type))
                        .<Object>map(service -> service.convert(image, type)))
                .orElse(image);
    }

    private static Optional<Class<?>> dataset() {
        try {
            return Optional.of(
                    Class.forName(DATASET, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
