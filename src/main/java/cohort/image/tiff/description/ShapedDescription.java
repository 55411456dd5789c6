package cohort.image.tiff.description;

import cohort.image.ReadingOptions;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The sizes that tifffile writes: {@code {"shape": [2, 10, 14, 12], "axes": "TZYX"}}; other texts say nothing. */
final class ShapedDescription {
    private static final Pattern SHAPE = Pattern.compile("\"shape\":\\s*\\[([\\d,\\s]{1,200})\\]");
    private static final Pattern AXES = Pattern.compile("\"axes\":\\s*\"([A-Z]{1,20})\"");

    private ShapedDescription() {}

    static Planes planes(String text, int pages, ReadingOptions options) {
        Matcher shape = SHAPE.matcher(text), axes = AXES.matcher(text);
        if (!text.startsWith("{") || !shape.find()) return unnamed(pages, options);
        long[] sizes = sizes(shape.group(1));
        long before = 1;
        for (long size : sizes) before *= size;
        if (before != pages)
            throw new IllegalArgumentException("found " + pages + " pages for a shape of "
                    + shape.group(1).strip() + ", expected one page per slice; save the file again with all its pages");
        if (axes.find() && axes.group(1).length() == sizes.length + 2)
            return named(sizes, axes.group(1), pages, options);
        long[] longer = Arrays.stream(sizes).filter(size -> size > 1).toArray();
        if (longer.length > 1)
            throw new IllegalArgumentException(
                    "found a shape of " + shape.group(1).strip()
                            + " without axis names, expected slices alone, or axes such as TZYX; save the file with"
                            + " metadata={'axes': 'TZYX'}");
        return unnamed(pages, options);
    }

    private static Planes unnamed(int pages, ReadingOptions options) {
        options.index(1);
        return Planes.inOrder(pages, 1);
    }

    /** Without rows and columns. */
    private static long[] sizes(String text) {
        long[] all = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(size -> size.matches("[1-9]\\d{0,8}"))
                .mapToLong(Long::parseLong)
                .toArray();
        return Arrays.copyOf(all, Math.max(0, all.length - 2));
    }

    private static Planes named(long[] sizes, String axes, int pages, ReadingOptions options) {
        long channels = 1, slices = 1, volumes = 1;
        int ofSlices = -1, ofVolumes = -1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] == 1) continue;
            switch (axes.charAt(axis)) {
                case 'C', 'S' -> channels *= sizes[axis];
                case 'T' -> volumes *= sizes[ofVolumes = axis];
                default -> slices *= sizes[ofSlices = axis];
            }
        }
        int channel = options.index(channels);
        Planes.require(channels, slices, volumes, pages);
        if (ofVolumes > ofSlices && ofSlices >= 0)
            throw new IllegalArgumentException("found axes " + axes
                    + ", in which time varies faster than the slices, expected TZYX; save the file with its axes in that"
                    + " order");
        int[] ofChannel = IntStream.range(0, pages)
                .filter(page -> channel(page, sizes, axes) == channel)
                .toArray();
        return new Planes((int) slices, ofChannel);
    }

    /** The channel of a page, of which the last axis runs fastest. */
    private static int channel(int page, long[] sizes, String axes) {
        int channel = 0, rest = page, step = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            int at = (int) (rest % sizes[axis]);
            rest /= sizes[axis];
            if (!isChannel(axes.charAt(axis))) continue;
            channel += at * step;
            step *= sizes[axis];
        }
        return channel;
    }

    private static boolean isChannel(char axis) {
        return axis == 'C' || axis == 'S';
    }
}
