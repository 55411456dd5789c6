package cohort.imagej.map;

import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImage;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.imagej.EventStopwatch;
import ij.ImageJ;
import ij.WindowManager;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Measures how long the windows of a map of 30 million voxels hold up the thread of events: {@code java -cp ...
 * cohort.imagej.map.LargeMap} on a screen. Prints the longest event of each thing that a person does.
 */
public final class LargeMap {
    private static final Grid GRID = new Grid(300, 320, 313, -0.5, 0, 0, 75, 0, 0.5, 0, -80, 0, 0, 0.5, -78);
    private static final int BLOBS = 400, RADIUS = 12;

    private final EventStopwatch watch = new EventStopwatch();
    private final ViewerModel model;

    private LargeMap(ViewerModel model) {
        this.model = model;
    }

    public static void main(String[] arguments) throws Exception {
        new ImageJ();
        MapWindows windows = new MapWindows();
        LargeMap large = new LargeMap(windows.model());
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(large.watch);
        ResultImage t = image("age t", 3, 1), other = image("age z", 5, 2);
        large.lap("opening", () -> {
            windows.show(new ContrastImages(List.of(t, other), t));
            return t;
        });
        MapImage map = (MapImage) WindowManager.getCurrentImage();
        large.events("a threshold", () -> large.model.change(state -> state.withThreshold(map, 2)));
        large.events("a lower one", () -> large.model.change(state -> state.withThreshold(map, 0.5)));
        large.events("pointing", () -> map.mouseMoved(100, 100));
        large.events("another slice", () -> map.setSlice(100));
        large.events("planes", () -> PlanesWindow.open(large.model));
        large.events(
                "pointing in them", () -> large.model.change(state -> state.withCrosshair(new double[] {1, 2, 3})));
        large.events("another map", () -> Position.show(WindowManager.getImage(WindowManager.getIDList()[0]), 3, 4, 5));
        System.exit(0);
    }

    /** Noise with blobs. */
    private static ResultImage image(String title, int seed, double height) {
        Random random = new Random(seed);
        float[] values = new float[GRID.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = random.nextFloat() - 0.5F;
        int[] size = {300, 320, 313};
        for (int b = 0; b < BLOBS; b++) {
            int[] at = new int[3];
            for (int s = 0; s < 3; s++) at[s] = RADIUS + random.nextInt(size[s] - 2 * RADIUS);
            for (int z = -RADIUS; z <= RADIUS; z++)
                for (int y = -RADIUS; y <= RADIUS; y++)
                    for (int x = -RADIUS; x <= RADIUS; x++)
                        if (x * x + y * y + z * z < RADIUS * RADIUS)
                            values[GRID.index(at[0] + x, at[1] + y, at[2] + z)] += (float) (4 + height);
        }
        HeaderNotes notes = HeaderNotes.NONE.withIntent(0, 0, 0, title.substring(4));
        return ResultImage.of(title, Volume.of(GRID, values), notes, "", Optional.empty());
    }

    private void events(String what, Runnable work) throws Exception {
        lap(what, () -> {
            EventQueue.invokeAndWait(work);
            return what;
        });
    }

    private void lap(String what, Callable<?> work) throws Exception {
        watch.lap();
        long start = System.nanoTime();
        work.call();
        long returned = System.nanoTime();
        Thread.sleep(4000);
        System.out.printf(
                "%-20s longest event %5d ms, the call %6d ms%n",
                what, watch.lap() / 1000000, (returned - start) / 1000000);
    }
}
