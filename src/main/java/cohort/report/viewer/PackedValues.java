package cohort.report.viewer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The values of a map, 256 of them but for the voxels that keep their own.
 *
 * <p>The bytes: for each voxel a code, as the difference from the one before, modulo 256; 0 is no value, 1 to 255 are even steps
 * from {@code low} to {@code high}; a voxel that keeps its value repeats the code before it. Then the values that are kept, as
 * float32: all first bytes (the highest), all second ones and so on. Where these repeat, as p-values and sizes of clusters do,
 * there follow the different ones in rising order instead, and for each voxel the number of its own in two bytes, all first
 * bytes before all second ones.
 *
 * @param low what the code 1 stands for; the negative of {@code high}, or 0
 * @param high what the code 255 stands for
 * @param error how far a value that is not kept may lie from its step
 * @param different how many different values follow; 0 if they follow voxel by voxel
 * @param data the bytes as {@link Packing#pack} writes them
 */
record PackedValues(double low, double high, double error, int different, String data) {
    private static final int STEPS = 254, FLOAT = 4, SHORT = 2, MOST_DIFFERENT = 1 << 16, REPEATED = 4;

    /** The nearest step; only 0 itself is 0, so that a threshold of 0 hides nothing else. */
    private static long steps(double value, double low, double step) {
        long steps = Math.round((value - low) / step), zero = Math.round(-low / step);
        return steps == zero && value != 0 ? zero + (value > 0 ? 1 : -1) : steps;
    }

    /** From one value of the picture to the next. */
    static double step(double[] values) {
        double reach = reach(values);
        return (reach - low(values, reach)) / STEPS;
    }

    private static double reach(double[] values) {
        double reach = Float.MIN_NORMAL;
        for (double value : values) if (Double.isFinite(value)) reach = Math.max(reach, Math.abs(value));
        return reach;
    }

    private static double low(double[] values, double reach) {
        for (double value : values) if (value < 0 && Double.isFinite(value)) return -reach;
        return 0;
    }

    /**
     * Packs values.
     *
     * @param values any; those that are not finite count as none
     * @param exact which voxels keep their values
     */
    static PackedValues of(double[] values, boolean[] exact) {
        double reach = reach(values), low = low(values, reach), step = step(values), error = 0;
        byte[] codes = new byte[values.length];
        for (int v = 0; v < codes.length; v++)
            if (exact[v]) {
                codes[v] = v == 0 ? 0 : codes[v - 1];
            } else if (Double.isFinite(values[v])) {
                long steps = steps(values[v], low, step);
                codes[v] = (byte) (1 + steps);
                error = Math.max(error, Math.abs(low + steps * step - values[v]));
            }
        double[] kept = IntStream.range(0, values.length)
                .filter(v -> exact[v])
                .mapToDouble(v -> (float) values[v])
                .toArray();
        double[] different = Arrays.stream(kept).sorted().distinct().toArray();
        boolean repeated = different.length <= MOST_DIFFERENT && different.length * REPEATED <= kept.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Packing.differences(codes));
        writePlanes(bytes, FLOAT, floats(repeated ? different : kept));
        if (repeated)
            writePlanes(
                    bytes,
                    SHORT,
                    Arrays.stream(kept)
                            .mapToInt(value -> Arrays.binarySearch(different, value))
                            .toArray());
        return new PackedValues(low, reach, error, repeated ? different.length : 0, Packing.pack(bytes.toByteArray()));
    }

    private static int[] floats(double[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> Float.floatToIntBits((float) value))
                .toArray();
    }

    /** All highest bytes of some numbers of this many bytes, then all next ones. */
    private static void writePlanes(ByteArrayOutputStream out, int bytes, int[] numbers) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) for (int number : numbers) out.write(number >> shift);
    }
}
