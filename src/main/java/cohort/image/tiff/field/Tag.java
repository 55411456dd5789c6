package cohort.image.tiff.field;

import java.util.Arrays;
import java.util.Optional;

/** The fields that are looked at here, in the order of their numbers. */
public enum Tag {
    NEW_SUBFILE_TYPE(254),
    SUBFILE_TYPE(255),
    IMAGE_WIDTH(256),
    IMAGE_LENGTH(257),
    BITS_PER_SAMPLE(258),
    COMPRESSION(259),
    PHOTOMETRIC_INTERPRETATION(262),
    FILL_ORDER(266),
    IMAGE_DESCRIPTION(270),
    STRIP_OFFSETS(273),
    ORIENTATION(274),
    SAMPLES_PER_PIXEL(277),
    ROWS_PER_STRIP(278),
    STRIP_BYTE_COUNTS(279),
    X_RESOLUTION(282),
    Y_RESOLUTION(283),
    RESOLUTION_UNIT(296),
    PREDICTOR(317),
    TILE_WIDTH(322),
    TILE_LENGTH(323),
    TILE_OFFSETS(324),
    TILE_BYTE_COUNTS(325),
    SAMPLE_FORMAT(339),
    META_MORPH(33629),
    FLUO_VIEW(34361),
    ZEISS_LSM(34412),
    IMAGEJ_COUNTS(50838),
    IMAGEJ_METADATA(50839);

    private static final Tag[] ALL = values();
    private static final int[] CODES =
            Arrays.stream(ALL).mapToInt(tag -> tag.code).toArray();

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    /** The number by which files call it. */
    public int code() {
        return code;
    }

    /** The field of a number, if it is looked at here. */
    static Optional<Tag> of(int code) {
        int place = Arrays.binarySearch(CODES, code);
        return place < 0 ? Optional.empty() : Optional.of(ALL[place]);
    }

    /** E.g. {@code ROWS_PER_STRIP (tag 278)}. */
    @Override
    public String toString() {
        return name() + " (tag " + code + ")";
    }
}
