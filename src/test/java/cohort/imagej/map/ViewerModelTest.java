package cohort.imagej.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.screen.ScreenAxes;
import cohort.imagej.Headless;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.MapColours;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The viewer without its windows. */
class ViewerModelTest {
    static {
        Headless.start(); // what a map tells is in ImageJ's classes
    }

    private static final Volume VOLUME =
            Volume.of(new Grid(2, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0), new float[] {1, 2});

    /** A map of no voxels, which is told of changes and notes what it is to do. */
    private final class Told implements ShownMap, ViewerModel.Listener {
        private final String title;
        private final Look first;
        private final List<String> told = new ArrayList<>();
        private final List<Double> found = new ArrayList<>();
        private int changes;

        private Told(String title, Optional<Background> background) {
            this.title = title;
            this.first = new Look(3, background);
            model.listen(this);
            model.change(state -> state.withLook(this, first));
            told.clear();
        }

        @Override
        public void changed(ViewerState before, ViewerState now) {
            Look look = now.looks().getOrDefault(this, first);
            if (!look.equals(before.looks().getOrDefault(this, first)))
                told.add("threshold " + look.threshold() + " on "
                        + look.background().map(Background::name).orElse("nothing"));
            if (!now.crosshair().equals(before.crosshair()))
                told.add(now.followed(this)
                        .map(mm -> "follow to " + ViewerState.words(mm, grid()))
                        .orElse("stay"));
        }

        private List<String> told() {
            List<String> all = List.copyOf(told);
            told.clear();
            return all;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String words() {
            return title;
        }

        @Override
        public String symbol() {
            return title;
        }

        @Override
        public ShownEvidence evidence() {
            return ShownEvidence.UNKNOWN;
        }

        @Override
        public Look first() {
            return first;
        }

        @Override
        public double largest() {
            return 0;
        }

        @Override
        public MapColours colours() {
            return new MapColours(new int[] {0}, 0, 1);
        }

        @Override
        public Grid grid() {
            return VOLUME.grid();
        }

        @Override
        public Optional<ShownClusters> clusters(double threshold) {
            found.add(threshold);
            float[][] slices = {{1, 2}};
            return Optional.of(new ShownClusters(slices, new ScreenAxes(VOLUME.grid()), evidence(), threshold));
        }

        @Override
        public int changes() {
            return changes;
        }

        @Override
        public double[] strongest() {
            return new double[] {1, 0, 0};
        }

        @Override
        public ToDoubleFunction<double[]> values() {
            return mm -> Double.NaN;
        }
    }

    private final ViewerModel model = new ViewerModel(ViewerState.empty(true));
    private final Background mask = Background.of("mask", VOLUME);
    private final Told z = new Told("z", Optional.of(mask)), t = new Told("t", Optional.empty());

    @Test
    void theOtherMapsFollowWhileTheyAreLinked() {
        model.change(state -> state.withCrosshair(z, new double[] {-39, -21, 54.5}));
        assertEquals(List.of("stay"), z.told());
        assertEquals(List.of("follow to x=\u221239, y=\u221221, z=54.5 mm"), t.told());

        model.change(state -> state.withLinked(false));
        model.change(state -> state.withCrosshair(t, new double[] {0, 1, 2}));
        assertEquals(List.of("stay"), z.told());
        assertEquals(List.of("stay"), t.told());
        assertArrayEquals(
                new double[] {0, 1, 2}, model.state().crosshair().orElseThrow().mm());
    }

    @Test
    void thePlanesMoveTheMapInFrontAndWhileTheyAreLinkedTheOthers() {
        model.change(state -> state.withFront(t));
        assertArrayEquals(new double[] {1, 0, 0}, model.state().positionIn(t), "where its evidence is strongest");
        model.change(state -> state.withCrosshair(new double[] {3, 2, 1}));
        assertEquals(List.of("follow to x=3, y=2, z=1 mm"), z.told());
        assertEquals(List.of("follow to x=3, y=2, z=1 mm"), t.told());
        assertArrayEquals(new double[] {3, 2, 1}, model.state().positionIn(t));

        model.change(state -> state.withLinked(false).withCrosshair(new double[] {0, 0, 0}));
        assertEquals(List.of("stay"), z.told());
        assertEquals(List.of("follow to x=0, y=0, z=0 mm"), t.told());
    }

    @Test
    void aThresholdIsOneMapsAndABackgroundIsAllMaps() {
        model.change(state -> state.withThreshold(z, 2));
        assertEquals(List.of("threshold 2.0 on mask"), z.told());
        assertEquals(List.of(), t.told());

        model.change(state -> state.withBackground(t, Optional.of(mask)));
        assertEquals(List.of(), z.told(), "it lies on it already");
        assertEquals(List.of("threshold 3.0 on mask"), t.told());

        model.change(state -> state.withLinked(false).withBackground(z, Optional.empty()));
        assertEquals(List.of("threshold 2.0 on nothing"), z.told());
        assertEquals(List.of(), t.told());
    }

    @Test
    void aThresholdBelow0ChangesNothing() {
        ViewerState before = model.state();
        assertThrows(IllegalArgumentException.class, () -> model.change(state -> state.withThreshold(z, -1)));
        assertSame(before, model.state());
        assertEquals(List.of(), z.told());
    }

    @Test
    void whatIsAsItWasIsNotTold() {
        List<ViewerState> heard = new ArrayList<>();
        model.listen((before, now) -> heard.add(now));
        model.change(state -> state.withThreshold(z, 3).withLinked(true).withImages(List.of()));
        assertEquals(List.of(), heard);
        model.change(state -> state.withFront(z));
        model.change(state -> state.withFront(z));
        assertEquals(1, heard.size());
    }

    @Test
    void whoIsForgottenIsToldNoMore() {
        model.listen(z); // twice is once
        model.change(state -> state.withThreshold(z, 1));
        assertEquals(1, z.told().size());
        model.forget(z);
        model.change(state -> state.withThreshold(z, 2));
        assertEquals(List.of(), z.told());
    }

    @Test
    void aMapThatIsClosedLeavesNothingBehind() {
        model.change(state -> state.withFront(z).withCrosshair(z, new double[3]));
        model.change(state -> state.without(z));
        assertEquals(List.of(t), List.copyOf(model.state().looks().keySet()));
        assertEquals(Optional.empty(), model.state().front());
        assertEquals(Optional.empty(), model.state().crosshair());
        model.change(state -> state.withFront(z));
        assertEquals(Optional.empty(), model.state().front(), "closed while its window was about to come to the front");
    }

    @Test
    void aMapCanLieOnNothingOnWhatOthersLieOnAndOnOtherImages() {
        model.change(state -> state.withImages(List.of("z", "t", "anatomy")));
        assertEquals(List.of("none", "mask", "z", "anatomy"), model.state().backgroundNames(t));
        assertEquals(Optional.of(mask), model.state().background(t, "mask"));
        assertEquals(Optional.empty(), model.state().background(t, "anatomy"));
        model.change(state -> state.withBackground(z, Optional.empty()));
        assertEquals(List.of("none", "mask", "t", "anatomy"), model.state().backgroundNames(z), "the first stays");
        assertSame(mask, model.state().background("another name", VOLUME), "not made twice");
    }

    @Test
    void mapsStandInTheOrderInWhichTheyWereOpened() {
        Told third = new Told("p", Optional.empty());
        model.change(state -> state.withThreshold(z, 1));
        assertEquals(List.of(z, t, third), List.copyOf(model.state().looks().keySet()));
    }

    /** A map is gone through once for a threshold, however often is pointed at it. */
    @Test
    void clustersAreFoundOnceForTheMapInFront() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        model.listen(new ShownClusters.Finder(model, waiting::add));
        model.change(state -> state.withFront(z).withThreshold(z, 2));
        model.change(state -> state.withThreshold(z, 1));
        model.change(state -> state.withCrosshair(z, new double[] {1, 0, 0}));
        assertEquals(Optional.empty(), ShownPlace.of(z, model.state()).cluster(), "not yet found");
        work(waiting);
        assertEquals(List.of(1.0), z.found, "not for the threshold that the slider has left");
        assertEquals(2, ShownPlace.of(z, model.state()).cluster().orElseThrow().voxels());
        model.change(state -> state.withCrosshair(z, new double[] {0, 0, 0}));
        assertEquals(2, ShownPlace.of(z, model.state()).cluster().orElseThrow().voxels());
        work(waiting);
        assertEquals(List.of(1.0), z.found);

        z.changes++;
        model.change(ViewerState::withoutClusters);
        assertEquals(Optional.empty(), ShownPlace.of(z, model.state()).cluster());
        work(waiting);
        assertEquals(List.of(1.0, 1.0), z.found, "its values are others");

        model.change(state -> state.withFront(t));
        work(waiting);
        assertEquals(List.of(3.0), t.found);
        assertEquals(0, model.state().clusters(t).orElseThrow().voxels());
        model.change(state -> state.without(t));
        assertEquals(Map.of(), model.state().clusters());
    }

    /** Values that change while clusters are looked for are looked at again. */
    @Test
    void clustersOfFormerValuesAreNotShown() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        model.listen(new ShownClusters.Finder(model, waiting::add));
        model.change(state -> state.withFront(z));
        z.changes++;
        model.change(ViewerState::withoutClusters);
        work(waiting);
        assertEquals(Optional.empty(), model.state().clusters(z));
        work(waiting);
        assertEquals(0, model.state().clusters(z).orElseThrow().voxels());
    }

    /** Does what waits, and waits for what is told of it on the thread of events. */
    private static void work(List<Runnable> waiting) throws Exception {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
        EventQueue.invokeAndWait(() -> {});
    }
}
