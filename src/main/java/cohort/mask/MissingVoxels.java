package cohort.mask;

import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Looks for voxels that hold no data in some subject. */
final class MissingVoxels {
    private final Maps maps;
    private final boolean[] inside;
    private final boolean leaveOutZeros;
    private final AtomicInteger looked = new AtomicInteger(), zeros = new AtomicInteger();
    private final AtomicIntegerArray bySubject;

    private MissingVoxels(Maps maps, boolean[] inside, boolean leaveOutZeros) {
        this.maps = maps;
        this.inside = inside;
        this.leaveOutZeros = leaveOutZeros;
        bySubject = new AtomicIntegerArray(maps.subjects());
    }

    /**
     * Leaves voxels out.
     *
     * @param inside the voxels of a mask; those that leave are set to false
     * @return the voxels that are 0 in some subjects
     */
    static Zeros leaveOut(Maps maps, boolean[] inside, MissingPolicy missing) {
        if (missing == MissingPolicy.ZERO) return Zeros.NONE;
        MissingVoxels search = new MissingVoxels(maps, inside, missing == MissingPolicy.EXCLUDE_ZEROS);
        VoxelRuns.forEach(inside.length, search::onSlab);
        return search.found();
    }

    /** Only from the first voxel of the mask to the last, for much of a grid lies outside. */
    private void onSlab(int first, int n, double[] values) {
        int from = first, end = first + n;
        while (from < end && !inside[from]) from++;
        while (end > from && !inside[end - 1]) end--;
        if (from < end) onRun(from, end - from, values);
    }

    private void onRun(int first, int n, double[] values) {
        // The sum of magnitudes is 0 without data and not finite where one of them is not; the least is 0 if one is.
        double[] sum = new double[n], least = new double[n];
        Arrays.fill(least, Double.MAX_VALUE);
        for (Volume map : maps.volumes()) {
            map.copy(first, n, values);
            for (int v = 0; v < n; v++) {
                double magnitude = Math.abs(values[v]);
                sum[v] += magnitude;
                least[v] = Math.min(least[v], magnitude);
            }
        }
        boolean[] zero = new boolean[n];
        int kept = 0, found = 0;
        for (int v = 0; v < n; v++) {
            inside[first + v] &= sum[v] > 0 && Double.isFinite(sum[v]);
            zero[v] = inside[first + v] && least[v] == 0;
            if (inside[first + v]) kept++;
            if (zero[v]) found++;
        }
        looked.addAndGet(kept);
        if (found > 0) count(first, zero, values);
        zeros.addAndGet(found);
        for (int v = 0; v < n && leaveOutZeros; v++) inside[first + v] &= !zero[v];
    }

    private void count(int first, boolean[] zero, double[] values) {
        for (int s = 0; s < maps.subjects(); s++) {
            maps.volumes().get(s).copy(first, zero.length, values);
            int found = 0;
            for (int v = 0; v < zero.length; v++) if (zero[v] && values[v] == 0) found++;
            bySubject.addAndGet(s, found);
        }
    }

    private Zeros found() {
        return new Zeros(
                zeros.get(),
                looked.get(),
                leaveOutZeros,
                IntStream.range(0, maps.subjects())
                        .filter(s -> bySubject.get(s) > 0)
                        .mapToObj(s -> new Zeros.SubjectZeros(maps.ids().get(s), bySubject.get(s)))
                        .sorted(Comparator.comparingInt(Zeros.SubjectZeros::voxels)
                                .reversed())
                        .toList());
    }
}
