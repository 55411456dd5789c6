package cohort.permute;

import cohort.image.Grid;
import cohort.mask.Mask;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The definitions of the map statistics, word by word and as slow as they come. */
public final class Oracle {
    private final Mask mask;
    private final int connectivity;
    private final Map<Integer, Integer> voxelAt = new HashMap<>();

    public Oracle(Mask mask, int connectivity) {
        this.mask = mask;
        this.connectivity = connectivity;
        for (int v = 0; v < mask.size(); v++) voxelAt.put(mask.gridIndex(v), v);
    }

    public boolean touch(int a, int b) {
        Grid grid = mask.grid();
        int[] p = coordinates(grid, mask.gridIndex(a)), q = coordinates(grid, mask.gridIndex(b));
        int apart = 0;
        for (int axis = 0; axis < 3; axis++) {
            int d = Math.abs(p[axis] - q[axis]);
            if (d > 1) return false;
            apart += d;
        }
        return apart > 0 && apart <= (connectivity == 6 ? 1 : connectivity == 18 ? 2 : 3);
    }

    static int[] coordinates(Grid grid, int index) {
        return new int[] {index % grid.nx(), index / grid.nx() % grid.ny(), index / (grid.nx() * grid.ny())};
    }

    /** By voxel the number of its component from 1 in the order of first voxels; 0 where the set is false. */
    public int[] label(boolean[] set) {
        int[] labels = new int[set.length];
        int count = 0;
        for (int seed = 0; seed < set.length; seed++) {
            if (!set[seed] || labels[seed] != 0) continue;
            count++;
            ArrayDeque<Integer> front = new ArrayDeque<>();
            front.add(seed);
            labels[seed] = count;
            while (!front.isEmpty()) {
                int v = front.poll();
                for (int n : neighbours(v))
                    if (set[n] && labels[n] == 0) {
                        labels[n] = count;
                        front.add(n);
                    }
            }
        }
        return labels;
    }

    private int[] neighbours(int v) {
        Grid grid = mask.grid();
        int[] p = coordinates(grid, mask.gridIndex(v));
        int[] found = new int[26];
        int n = 0;
        for (int k = p[2] - 1; k <= p[2] + 1; k++)
            for (int j = p[1] - 1; j <= p[1] + 1; j++)
                for (int i = p[0] - 1; i <= p[0] + 1; i++) {
                    boolean inGrid = i >= 0 && j >= 0 && k >= 0 && i < grid.nx() && j < grid.ny() && k < grid.nz();
                    Integer other = inGrid ? voxelAt.get(grid.index(i, j, k)) : null;
                    if (other != null && touch(v, other)) found[n++] = other;
                }
        return Arrays.copyOf(found, n);
    }

    /** By voxel the size of its component where the map is at least {@code level}. */
    int[] extents(double[] map, double level) {
        boolean[] set = new boolean[map.length];
        for (int v = 0; v < set.length; v++) set[v] = map[v] >= level;
        int[] labels = label(set);
        int[] sizes = new int[map.length + 1];
        for (int label : labels) sizes[label]++;
        sizes[0] = 0;
        return Arrays.stream(labels).map(label -> sizes[label]).toArray();
    }

    /** The integral for each voxel, level by level of the map. */
    public double[] tfce(double[] map, double e, double h) {
        TreeSet<Double> levels = new TreeSet<>();
        for (double value : map) if (value > 0) levels.add(value);
        double[] scores = new double[map.length];
        double low = 0;
        for (double high : levels) {
            int[] extents = extents(map, high);
            for (int v = 0; v < map.length; v++)
                if (map[v] >= high)
                    scores[v] += Math.pow(extents[v], e) * (Math.pow(high, h + 1) - Math.pow(low, h + 1)) / (h + 1);
            low = high;
        }
        return scores;
    }

    /** The sum that approximates the integral: levels step, 2 step, ... */
    public double[] steppedTfce(double[] map, double e, double h, double step) {
        double max = Arrays.stream(map).max().orElse(0);
        double[] scores = new double[map.length];
        for (int s = 1; s * step <= max; s++) {
            int[] extents = extents(map, s * step);
            for (int v = 0; v < map.length; v++)
                if (extents[v] > 0) scores[v] += Math.pow(extents[v], e) * Math.pow(s * step, h) * step;
        }
        return scores;
    }
}
