package cohort.image.tiff;

import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.Tag;
import cohort.image.tiff.field.TiffBytes;
import java.io.IOException;
import java.util.Arrays;

/**
 * One page: a plane of samples and where its strips or tiles lie.
 *
 * @param width in pixels
 * @param height in pixels
 * @param type of a sample
 * @param compression of each strip or tile
 * @param predictor TIFF's number: 1 none, 2 horizontal differencing, 3 that of floats
 * @param tiled whether it has tiles; strips are as wide as the page
 * @param blockWidth of a strip or tile
 * @param blockHeight of a strip or tile, of which the last may have fewer rows if it is a strip
 * @param offsets where each strip or tile begins, row by row
 * @param counts bytes of each
 */
record TiffPage(
        int width,
        int height,
        SampleType type,
        Compression compression,
        int predictor,
        boolean tiled,
        int blockWidth,
        int blockHeight,
        long[] offsets,
        long[] counts) {

    /**
     * The page of a directory.
     *
     * @throws IllegalArgumentException if it is no page of one number per pixel, is packed in a way that is not known here, or
     *     claims more than the file holds
     */
    static TiffPage of(Directory d, TiffBytes bytes) throws IOException {
        long width = d.number(Tag.IMAGE_WIDTH, 0), height = d.number(Tag.IMAGE_LENGTH, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE / width)
            throw new IllegalArgumentException("found a page of " + Long.toUnsignedString(width) + " x "
                    + Long.toUnsignedString(height)
                    + " pixels, expected at least 1 and fewer than 2^31; the file is damaged");
        OneSample.require(d);
        SampleType type = SampleType.of(d.number(Tag.BITS_PER_SAMPLE, 1), d.number(Tag.SAMPLE_FORMAT, 1));
        boolean tiled = d.has(Tag.TILE_OFFSETS);
        long blockWidth = tiled ? d.number(Tag.TILE_WIDTH, 0) : width;
        long rows = tiled ? d.number(Tag.TILE_LENGTH, 0) : Math.min(height, d.number(Tag.ROWS_PER_STRIP, height));
        if (blockWidth < 1 || rows < 1 || blockWidth > Integer.MAX_VALUE || rows > Integer.MAX_VALUE / blockWidth / 8)
            throw new IllegalArgumentException("found strips or tiles of " + Long.toUnsignedString(blockWidth) + " x "
                    + Long.toUnsignedString(rows)
                    + " pixels, expected at least 1 and fewer than 2^28; the file is damaged");
        long n = ((width - 1) / blockWidth + 1) * ((height - 1) / rows + 1);
        TiffPage page = new TiffPage(
                (int) width,
                (int) height,
                type,
                Compression.of(d.number(Tag.COMPRESSION, 1)),
                predictor(d, type),
                tiled,
                (int) blockWidth,
                (int) rows,
                d.numbers(tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS, n),
                counts(d, tiled, n, bytes));
        for (int b = 0; b < n; b++) page.requireRoom(b, bytes);
        return page;
    }

    private static long[] counts(Directory d, boolean tiled, long n, TiffBytes bytes) throws IOException {
        Tag tag = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
        if (d.has(tag) || tiled || n != 1) return d.numbers(tag, n);
        return new long[] {bytes.size() - d.number(Tag.STRIP_OFFSETS, 0)}; // left out by some for the only strip
    }

    private static int predictor(Directory d, SampleType type) throws IOException {
        long predictor = d.number(Tag.PREDICTOR, 1);
        if (predictor == 1 || predictor == 2 && !type.isLong() || predictor == 3 && type.format() == 3)
            return (int) predictor;
        throw new IllegalArgumentException("found predictor " + Long.toUnsignedString(predictor) + " for " + type.bits()
                + "-bit samples, expected 1 (none), 2 for up to 32 bits and floats, or 3 for floats; save the file"
                + " without compression");
    }

    private void requireRoom(int block, TiffBytes bytes) {
        long count = counts[block], offset = offsets[block];
        if (count < 0 || offset < 0 || offset > bytes.size() - count)
            throw new IllegalArgumentException("found " + Long.toUnsignedString(count) + " bytes of pixels from byte "
                    + Long.toUnsignedString(offset) + " on, expected them within the " + bytes.size()
                    + " bytes of the file; the file is truncated or damaged");
        if (count > Integer.MAX_VALUE - 8 || count < blockBytes(block) / compression.most)
            throw new IllegalArgumentException("found a strip or tile of " + count + " bytes, expected the "
                    + blockBytes(block) + " bytes of its pixels"
                    + (compression == Compression.NONE ? "" : ", compressed by " + compression)
                    + "; the file is truncated or damaged");
    }

    /** Bytes of the samples of a strip or tile, unpacked. */
    int blockBytes(int block) {
        return rows(block) * blockWidth * type.bytes();
    }

    /** Rows of a strip or tile; a tile always has all. */
    int rows(int block) {
        return tiled ? blockHeight : Math.min(blockHeight, height - block * blockHeight);
    }

    /** Whether the samples lie row by row as in memory, once they are unpacked. */
    boolean isOpen() {
        boolean unpacked = compression == Compression.NONE || compression.isUnpackedHere() && predictor == 1;
        return unpacked && !tiled && type.isPlain();
    }

    /** Whether the strips are not compressed and follow one another without a gap. */
    boolean isInOnePiece() {
        if (compression != Compression.NONE || tiled) return false;
        long end = offsets[0];
        for (int b = 0; b < offsets.length; end += blockBytes(b++)) if (offsets[b] != end) return false;
        return true;
    }

    /** Bytes of its samples, unpacked. */
    long bytes() {
        return (long) width * height * type.bytes();
    }

    /**
     * Whether it has the size and the type of another page.
     */
    boolean isLike(TiffPage other) {
        return width == other.width && height == other.height && type.equals(other.type);
    }

    /** The same page further on in the file. */
    TiffPage movedBy(long bytes) {
        long[] moved = Arrays.stream(offsets).map(offset -> offset + bytes).toArray();
        return new TiffPage(width, height, type, compression, predictor, tiled, blockWidth, blockHeight, moved, counts);
    }
}
