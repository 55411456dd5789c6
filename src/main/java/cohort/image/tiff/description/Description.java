package cohort.image.tiff.description;

import cohort.image.ReadingOptions;
import cohort.image.stored.Scaling;
import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.Tag;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * What a file says of itself beside the pixels.
 *
 * @param planes which page is what
 * @param size of a voxel
 * @param origin the pixel at 0 mm
 * @param scaling from stored numbers to values
 * @param timeStep seconds from volume to volume, or 0
 */
public record Description(Planes planes, VoxelSize size, double[] origin, Scaling scaling, double timeStep) {

    /** With the origin at the first pixel of the screen and values as they are stored. */
    static Description of(Planes planes, VoxelSize size) {
        return new Description(planes, size, new double[3], Scaling.NONE, 0);
    }

    /**
     * Reads the description of the first page, by whichever program it was written.
     *
     * @param first the first page
     * @param pages how many there are; those that ImageJ does not list are among them
     * @param options which channel is taken
     * @throws IllegalArgumentException if it contradicts the pages or says what is not followed here
     */
    public static Description of(Directory first, int pages, ReadingOptions options) throws IOException {
        String text = first.text(Tag.IMAGE_DESCRIPTION);
        if (OmeDescription.isOme(text)) return OmeDescription.of(text, pages, options);
        if (ImageJDescription.isOfImageJ(text)) return new ImageJDescription(text).description(first, pages, options);
        Planes planes = ShapedDescription.planes(text, pages, options);
        return of(planes, VoxelSize.ofResolution(first, OptionalDouble.empty(), planes.slices()));
    }
}
