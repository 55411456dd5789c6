package cohort.image.stored;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** How bytes are compressed in a file. */
public enum Packing {
    NONE,
    /** RFC 1952. */
    GZIP,
    /** RFC 1950. */
    ZLIB;

    /**
     * Inflates a stream.
     *
     * @param buffer compressed bytes that are read together
     */
    InputStream open(InputStream in, int buffer) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in, buffer);
            case ZLIB -> new InflaterInputStream(new BufferedInputStream(in, buffer));
        };
    }
}
