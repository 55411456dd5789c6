package cohort.mask;

import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/** Looks for voxels that hold no data in some subject. */
final class MissingVoxels {
    private final Maps maps;
    private final boolean[] inside;
    private final boolean[] zero;
    /** The sum of magnitudes is 0 without data and not finite where one of them is not; the least is 0 if one is. */
    private final double[] sum, least;
    /** How many have it, where some may lack it. */
    private final int[] there;

    private final MissingPolicy missing;

    private MissingVoxels(Maps maps, boolean[] inside, MissingPolicy missing) {
        this.maps = maps;
        this.inside = inside;
        this.missing = missing;
        there = new int[missing.takesGaps() ? inside.length : 0];
        zero = new boolean[inside.length];
        sum = new double[inside.length];
        least = new double[inside.length];
        Arrays.fill(least, Double.MAX_VALUE);
    }

    /**
     * Leaves voxels out.
     *
     * @param inside the voxels of a mask; those that leave are set to false
     * @param enough how many maps must have a voxel, where some may lack it
     * @return the voxels that are 0 in some maps
     */
    static Zeros leaveOut(Maps maps, boolean[] inside, MissingPolicy missing, int enough) {
        return missing == MissingPolicy.ZERO ? Zeros.NONE : new MissingVoxels(maps, inside, missing).leaveOut(enough);
    }

    private Zeros leaveOut(int enough) {
        boolean leaveOutZeros = missing == MissingPolicy.EXCLUDE_ZEROS;
        maps.forEach((subject, some) ->
                VoxelRuns.forEach(inside.length, (first, n, values) -> onSlab(some, first, n, values)));
        int looked = 0, found = 0;
        for (int v = 0; v < inside.length; v++) {
            inside[v] &= sum[v] > 0 && Double.isFinite(sum[v]) && (there.length == 0 || there[v] >= enough);
            zero[v] = inside[v] && least[v] == 0;
            if (inside[v]) looked++;
            if (zero[v]) found++;
        }
        int[] bySubject = new int[maps.subjects()];
        if (found > 0) maps.forEach((subject, some) -> count(some, subject, bySubject));
        for (int v = 0; v < inside.length && leaveOutZeros; v++) inside[v] &= !zero[v];
        return new Zeros(found, looked, leaveOutZeros, zeros(bySubject));
    }

    /** Only from the first voxel of the mask to the last, for much of a grid lies outside. */
    private void onSlab(List<Volume> some, int first, int n, double[] values) {
        int from = first, end = first + n;
        while (from < end && !inside[from]) from++;
        while (end > from && !inside[end - 1]) end--;
        if (from == end) return;
        for (Volume map : some) {
            map.copy(from, end - from, values);
            for (int v = from; v < end; v++) {
                double magnitude = Math.abs(values[v - from]);
                if (missing.isGap(magnitude)) continue;
                if (there.length > 0) there[v]++;
                sum[v] += magnitude;
                least[v] = Math.min(least[v], magnitude);
            }
        }
    }

    private void count(List<Volume> some, int first, int[] bySubject) {
        List<Integer> places = IntStream.range(0, some.size()).boxed().toList();
        Parallelization.getTaskExecutor().forEach(places, m -> bySubject[first + m] = count(some.get(m)));
    }

    private int count(Volume map) {
        double[] values = new double[VoxelRuns.VOXELS];
        int found = 0;
        for (int first = 0; first < zero.length; first += values.length) {
            int n = Math.min(values.length, zero.length - first);
            map.copy(first, n, values);
            for (int v = 0; v < n; v++) if (zero[first + v] && values[v] == 0) found++;
        }
        return found;
    }

    private List<Zeros.SubjectZeros> zeros(int[] bySubject) {
        return IntStream.range(0, bySubject.length)
                .filter(s -> bySubject[s] > 0)
                .mapToObj(s -> new Zeros.SubjectZeros(maps.ids().get(s), bySubject[s]))
                .sorted(Comparator.comparingInt(Zeros.SubjectZeros::voxels).reversed())
                .toList();
    }
}
