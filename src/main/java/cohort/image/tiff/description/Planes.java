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

    /**
     * Pages whose channels run fastest and whose volumes run slowest.
     *
     * @param channel from 0
     */
    static Planes channel(int channel, int channels, int slices, int volumes) {
        int[] pages = new int[slices * volumes];
        Arrays.setAll(pages, plane -> plane * channels + channel);
        return new Planes(slices, pages);
    }

    /** @throws IllegalArgumentException if the product of the sizes is not the number of pages */
    static void require(long channels, long slices, long volumes, int pages) {
        if (channels < 1 || slices < 1 || volumes < 1)
            throw new IllegalArgumentException("found " + channels + " channels, " + slices + " slices and " + volumes
                    + " frames, expected at least 1 of each; the file is damaged");
        if (channels > pages || slices > pages || volumes > pages || !isProduct(pages, channels, slices, volumes))
            throw new IllegalArgumentException("found " + pages + (pages == 1 ? " page" : " pages") + " for "
                    + (channels > 1 ? channels + " channels of " : "") + slices
                    + (slices == 1 ? " slice" : " slices") + " of " + volumes
                    + (volumes == 1 ? " frame" : " frames")
                    + ", expected one page per slice; the file is truncated, or is one of several; open"
                    + " the image in Fiji and save it as one TIFF");
    }

    /** Each is at most the number of pages, which is an int. */
    private static boolean isProduct(int pages, long channels, long slices, long volumes) {
        return channels * slices <= pages && channels * slices * volumes == pages;
    }
}
