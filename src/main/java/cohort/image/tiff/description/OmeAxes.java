package cohort.image.tiff.description;

/**
 * The order in which OME numbers the planes of an image.
 *
 * @param order e.g. {@code XYCZT}, of which the third axis runs fastest
 * @param channels at least 1
 * @param slices of a volume, at least 1
 * @param volumes at least 1; the product of the three is an int
 */
record OmeAxes(String order, int channels, int slices, int volumes) {

    /** Number of planes. */
    int planes() {
        return channels * slices * volumes;
    }

    /** Whether there is such a plane. */
    boolean has(long channel, long slice, long volume) {
        return channel < channels && slice < slices && volume < volumes;
    }

    /** The number of a plane in the order of the file. */
    long number(long channel, long slice, long volume) {
        return channel * step('C') + slice * step('Z') + volume * step('T');
    }

    /** Where a plane of the order of the file stands if slices run fastest and channels slowest. */
    int place(int number) {
        return (at('C', number) * volumes + at('T', number)) * slices + at('Z', number);
    }

    private int at(char axis, int number) {
        return number / step(axis) % size(axis);
    }

    private int step(char axis) {
        int step = 1;
        for (int n = 2; order.charAt(n) != axis; n++) step *= size(order.charAt(n));
        return step;
    }

    private int size(char axis) {
        return switch (axis) {
            case 'C' -> channels;
            case 'Z' -> slices;
            default -> volumes;
        };
    }
}
