package cohort.imagej.map;

import cohort.image.screen.ScreenAxes;
import java.awt.EventQueue;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clusters of the voxels that a map shows at a threshold: voxels of one sign that share faces, as in cluster tables. One
 * pass over the map finds them; what is kept are the runs of shown voxels along the rows of the screen, so that the cluster at
 * a position is looked up and not grown anew.
 */
final class ShownClusters {
    private final ScreenAxes screen;
    private final float[][] slices;
    private final ShownEvidence evidence;
    private final double threshold;
    /** The first run of each row, slice by slice, and behind the last row the number of runs. */
    private final int[] rows;
    /** Of each run: its first column, the column behind its last one, and another run of its cluster or itself. */
    private int[] starts = new int[1024], ends = new int[1024], parents = new int[1024];
    /** Of the run that stands for a cluster: voxels of the cluster, and the voxel with its strongest evidence. */
    private int[] sizes = new int[1024], peaks = new int[1024];

    private int runs, voxels;

    /**
     * Which clusters they are.
     *
     * @param threshold that of the map
     * @param changes how often the map's values had changed, by {@link ShownMap#changes}
     */
    record Asked(ShownMap map, double threshold, int changes) {
        /** Those that a map shows now. */
        static Asked of(ShownMap map, ViewerState state) {
            return new Asked(map, state.looks().get(map).threshold(), map.changes());
        }
    }

    /**
     * Finds them.
     *
     * @param slices the map's values, by slice and pixel
     * @param screen how the map lies on the screen
     * @param evidence which values are shown
     * @param threshold the threshold of the values
     */
    ShownClusters(float[][] slices, ScreenAxes screen, ShownEvidence evidence, double threshold) {
        this.screen = screen;
        this.slices = slices;
        this.threshold = threshold;
        this.evidence = evidence;
        rows = new int[screen.height() * screen.depth() + 1];
        for (int row = 0; row < rows.length - 1; row++) {
            rows[row] = runs;
            scan(row);
            if (row % screen.height() > 0) meet(row, row - 1);
            if (row >= screen.height()) meet(row, row - screen.height());
        }
        rows[rows.length - 1] = runs;
    }

    /** Number of voxels of all clusters. */
    int voxels() {
        return voxels;
    }

    /** The cluster that holds a position in mm; nothing outside the map or where no voxel is shown. */
    Optional<ShownCluster> at(double[] mm) {
        return screen.pixelAt(mm[0], mm[1], mm[2])
                .map(pixel -> run(pixel[2] * screen.height() + pixel[1], pixel[0]))
                .filter(run -> run >= 0)
                .map(run -> cluster(root(run)));
    }

    private ShownCluster cluster(int root) {
        int peak = peaks[root], width = screen.width(), height = screen.height();
        return new ShownCluster(
                sizes[root],
                sizes[root] * screen.grid().voxelVolume(),
                value(peak),
                screen.toMm(peak % width, peak / width % height, peak / width / height),
                screen.grid());
    }

    /** The run of a row that holds a column, or -1. */
    private int run(int row, int x) {
        int place = Arrays.binarySearch(starts, rows[row], rows[row + 1], x);
        int run = place >= 0 ? place : -place - 2;
        return run >= rows[row] && x < ends[run] ? run : -1;
    }

    private float value(int voxel) {
        int pixels = screen.width() * screen.height();
        return slices[voxel / pixels][voxel % pixels];
    }

    private void scan(int row) {
        int width = screen.width(), first = row % screen.height() * width;
        float[] values = slices[row / screen.height()];
        for (int x = 0; x < width; x++) {
            if (!evidence.shows(values[first + x], threshold)) continue;
            int start = x, best = x;
            boolean positive = values[first + x] > 0;
            while (++x < width && values[first + x] > 0 == positive && evidence.shows(values[first + x], threshold))
                if (evidence.isStronger(values[first + x], values[first + best])) best = x;
            add(start, x--, row * width + best);
        }
    }

    private void add(int start, int end, int peak) {
        if (runs == starts.length) {
            int room = Math.min(2 * runs, Integer.MAX_VALUE - 8);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            parents = Arrays.copyOf(parents, room);
            sizes = Arrays.copyOf(sizes, room);
            peaks = Arrays.copyOf(peaks, room);
        }
        starts[runs] = start;
        ends[runs] = end;
        parents[runs] = runs;
        sizes[runs] = end - start;
        peaks[runs] = peak;
        voxels += end - start;
        runs++;
    }

    /** Unites the runs of the last row with those of an earlier one that they lie beside. */
    private void meet(int row, int earlier) {
        int a = rows[row], b = rows[earlier], last = rows[earlier + 1];
        while (a < runs && b < last) {
            if (starts[a] < ends[b] && starts[b] < ends[a] && value(peaks[a]) > 0 == value(peaks[b]) > 0) unite(a, b);
            if (ends[a] < ends[b]) a++;
            else b++;
        }
    }

    /** The earlier run stands for both. Values of a cluster have one sign, so that any of them tells it. */
    private void unite(int a, int b) {
        int one = root(a), other = root(b);
        if (one == other) return;
        int root = Math.min(one, other), joined = Math.max(one, other);
        parents[joined] = root;
        sizes[root] += sizes[joined];
        if (evidence.isStronger(value(peaks[joined]), value(peaks[root]))) peaks[root] = peaks[joined];
    }

    private int root(int run) {
        int root = run;
        while (parents[root] != root) root = parents[root] = parents[parents[root]];
        return root;
    }

    /** Finds the clusters of the map in front, beside the thread of events, whenever other voxels of it are shown. */
    static final class Finder implements ViewerModel.Listener {
        private final ViewerModel model;
        private final Executor worker;
        private final AtomicReference<Optional<Asked>> wanted = new AtomicReference<>(Optional.empty());

        /** @param worker runs one task at a time */
        Finder(ViewerModel model, Executor worker) {
            this.model = model;
            this.worker = worker;
        }

        @Override
        public void changed(ViewerState was, ViewerState now) {
            Optional<Asked> lacking = now.front().map(map -> Asked.of(map, now)).filter(asked -> !now.clusters()
                    .containsKey(asked));
            Optional<Asked> before = wanted.getAndSet(lacking);
            if (!lacking.equals(before)) lacking.ifPresent(asked -> worker.execute(() -> find(asked)));
        }

        private void find(Asked asked) {
            if (wanted.get().filter(asked::equals).isEmpty()) return; // another one is asked for meanwhile
            asked.map
                    .clusters(asked.threshold)
                    .ifPresent(found ->
                            EventQueue.invokeLater(() -> model.change(state -> state.withClusters(asked, found))));
        }
    }
}
