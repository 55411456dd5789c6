package cohort.cluster;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What one side of one statistic map shows above a floor: its maximum, and the voxels that exceed the floor strictly, in
 * mask order. Reused from map to map.
 */
public final class Excursion {
    /** What a voxel takes. */
    public static final int BYTES = Integer.BYTES + Double.BYTES;

    private double floor;
    private int[] voxels = new int[64];
    private double[] values = new double[64];
    private int size;
    private double max;
    private long generation;

    public Excursion(double floor) {
        clear(floor);
    }

    /** Empties it for the next map, of which it keeps what is above a floor. */
    public void clear(double floor) {
        this.floor = floor;
        generation++;
        size = 0;
        max = Double.NEGATIVE_INFINITY;
    }

    /** Takes in a voxel; voxels must come in mask order. */
    public void add(int voxel, double value) {
        if (value > max) max = value;
        if (value > floor) append(voxel, value);
    }

    /**
     * Takes in a run of voxels; runs must come in mask order. Each voxel is written, and the next one over it if it does not
     * exceed the floor: signs are hard to predict, so that a branch would cost more.
     *
     * @param first the first voxel
     * @param length how many
     * @param statistic their statistic, from index 0
     * @param sign +1, or -1 to look at the other side
     */
    public void addAll(int first, int length, double[] statistic, int sign) {
        reserve(length);
        int[] voxels = this.voxels;
        double[] values = this.values;
        double floor = this.floor, greatest = max;
        int n = size;
        for (int j = 0; j < length; j++) {
            double value = sign * statistic[j];
            greatest = value > greatest ? value : greatest;
            voxels[n] = first + j;
            values[n] = value;
            n += value > floor ? 1 : 0;
        }
        size = n;
        max = greatest;
    }

    /**
     * What some neighbouring voxels of a map show.
     *
     * @param voxels those above the floor, in mask order
     * @param values the statistic there
     * @param max the maximum over all of them
     */
    public record Part(int[] voxels, double[] values, double max) implements Serializable {}

    /** A copy of what it holds. */
    public Part part() {
        return new Part(Arrays.copyOf(voxels, size), Arrays.copyOf(values, size), max);
    }

    /** Takes in what voxels of another place show; such parts must come in mask order. */
    public void add(Part part) {
        int n = part.voxels.length;
        reserve(n);
        System.arraycopy(part.voxels, 0, voxels, size, n);
        System.arraycopy(part.values, 0, values, size, n);
        size += n;
        max = Math.max(max, part.max);
    }

    private void append(int voxel, double value) {
        reserve(1);
        voxels[size] = voxel;
        values[size++] = value;
    }

    private void reserve(int more) {
        if (size + more <= voxels.length) return;
        int capacity = Math.max(2 * size, size + more);
        voxels = Arrays.copyOf(voxels, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    /** Bytes that it takes, with the room that it keeps for more voxels. */
    public long bytes() {
        return (long) voxels.length * BYTES;
    }

    /** Tells one map from the next. */
    long generation() {
        return generation;
    }

    /** The part above a higher level. */
    public Excursion above(double level) {
        Excursion part = new Excursion(level);
        for (int e = 0; e < size; e++) if (values[e] > level) part.append(voxels[e], values[e]);
        part.max = max;
        return part;
    }

    /** The level above which voxels are kept. */
    public double floor() {
        return floor;
    }

    /** The maximum over the whole image; on the side that has the lesser of two maxima it may be less. */
    public double max() {
        return max;
    }

    /** Number of voxels kept. */
    public int size() {
        return size;
    }

    /** Voxels in mask order, valid up to {@link #size()}; not to be written to. */
    public int[] voxels() {
        return voxels;
    }

    /** The statistic at {@link #voxels()}, valid up to {@link #size()}; not to be written to. */
    public double[] values() {
        return values;
    }
}
