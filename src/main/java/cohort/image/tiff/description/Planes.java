package cohort.image.tiff.description;

import java.util.Arrays;

/**
 * Which page is which slice of which volume.
 *
 * @param slices of a volume
 * @param pages one a slice, by their place in the file, volume after volume
 */
public record Planes(int slices, int[] pages) {

    /** Number of volumes. */
    public int volumes() {
        return pages.length / slices;
    }

    /** All pages, in their order, as the slices of volumes. */
    static Planes inOrder(int slices, int volumes) {
        int[] pages = new int[slices * volumes];
        Arrays.setAll(pages, page -> page);
        return new Planes(slices, pages);
    }

    /** @throws IllegalArgumentException if the product of the sizes is not the number of pages, or there are several channels */
    static void require(long channels, long slices, long volumes, int pages) {
        if (channels < 1 || slices < 1 || volumes < 1)
            throw new IllegalArgumentException("found " + channels + " channels, " + slices + " slices and " + volumes
                    + " frames, expected at least 1 of each; the file is damaged");
        if (channels > 1) throw channels(channels);
        if (slices > pages || volumes > pages || slices * volumes != pages)
            throw new IllegalArgumentException(
                    "found " + pages + (pages == 1 ? " page" : " pages") + " for " + slices
                            + (slices == 1 ? " slice" : " slices") + " of " + volumes
                            + (volumes == 1 ? " frame" : " frames")
                            + ", expected a page a slice; the file is cut short, or is one of several: give one that holds all");
    }

    public static IllegalArgumentException channels(long channels) {
        return new IllegalArgumentException("found " + Long.toUnsignedString(channels)
                + " channels, expected one number a voxel; keep one of them by Image>Duplicate... in ImageJ"
                + " (e.g. channels=2), or name them slices by Image>Properties if they are, and save it as TIFF");
    }
}
