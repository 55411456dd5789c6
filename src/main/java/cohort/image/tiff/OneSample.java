package cohort.image.tiff;

import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.Tag;
import java.io.IOException;

/** Refuses pages that hold something else than one number per pixel in the usual order. */
final class OneSample {
    private static final int RGB = 2, YCBCR = 6;

    private OneSample() {}

    /** @throws IllegalArgumentException if a page has colours, several channels or an order that is not followed here */
    static void require(Directory d) throws IOException {
        long samples = d.number(Tag.SAMPLES_PER_PIXEL, 1), photometric = d.number(Tag.PHOTOMETRIC_INTERPRETATION, 1);
        if (photometric == RGB || photometric == YCBCR)
            throw new IllegalArgumentException(
                    "found colours (RGB), expected one number per pixel; convert the file to grey"
                            + " (Image>Type>8-bit) or split its colours (Image>Color>Split Channels)");
        if (samples != 1)
            throw new IllegalArgumentException("found " + Long.toUnsignedString(samples)
                    + " channels within each page, expected one page per channel; open the file in Fiji, save"
                    + " it as TIFF, and choose one with channel=2");
        requireUsual(d, Tag.FILL_ORDER);
        requireUsual(d, Tag.ORIENTATION);
        for (Tag foreign : new Tag[] {Tag.META_MORPH, Tag.ZEISS_LSM, Tag.FLUO_VIEW})
            if (d.has(foreign))
                throw new IllegalArgumentException("found a file as " + name(foreign)
                        + " writes it, in which slices and channels cannot be told apart, expected OME-TIFF or ImageJ's"
                        + " TIFF; open it in Fiji and save it as TIFF");
    }

    private static String name(Tag tag) {
        return switch (tag) {
            case META_MORPH -> "MetaMorph";
            case ZEISS_LSM -> "Zeiss LSM";
            default -> "FluoView";
        };
    }

    private static void requireUsual(Directory d, Tag tag) throws IOException {
        long value = d.number(tag, 1);
        if (value != 1)
            throw new IllegalArgumentException("found " + tag + " = " + Long.toUnsignedString(value)
                    + ", expected 1; open the file in ImageJ, check its orientation, and save it as TIFF");
    }
}
