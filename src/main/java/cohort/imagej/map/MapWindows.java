package cohort.imagej.map;

import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImage;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.io.NotesProperty;
import cohort.imagej.map.picture.Luts;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.concurrent.Executors;

/** Opens maps as a command hands them over, in windows with the panel beside them. */
public final class MapWindows {
    /** Maps are enlarged by a whole number to about this many pixels on the screen. */
    private static final int SIZE = 400;

    private static final String LINKED = "cohort.linked";

    private final ViewerModel model = new ViewerModel(ViewerState.empty(Prefs.get(LINKED, true)));

    /** No map is open; whether maps are linked is as the user left it. */
    public MapWindows() {
        model.listen((before, now) -> {
            if (now.linked() != before.linked()) Prefs.set(LINKED, now.linked());
        });
        model.listen(new ShownClusters.Finder(model, Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "Cohort clusters");
            thread.setDaemon(true);
            return thread;
        })));
    }

    /** What they show. */
    ViewerModel model() {
        return model;
    }

    /** In a window or, while a macro runs in batch mode, without. */
    public void show(ResultImage result) {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode())
            ImageJImages.show(image(result, evidence(result)), result.commandLine());
        else {
            MapImage map = map(result);
            ImageJImages.show(map, result.commandLine());
            opened(map);
        }
    }

    /** In one window that lets choose; for a macro, which finds each by its title, in windows of their own. */
    public void show(ContrastImages contrast) {
        if (GraphicsEnvironment.isHeadless() || ImageJImages.inMacro())
            contrast.maps().forEach(this::show);
        else opened(ContrastWindow.show(contrast, this::map));
    }

    private static ImagePlus image(ResultImage result, ShownEvidence evidence) {
        ImagePlus image = ImageVolumes.toImage(result.name(), result.map());
        NotesProperty.set(image, result.notes());
        image.setLut(Luts.named(evidence.lut(result.lut())));
        image.setDisplayRange(result.min(), evidence.displayMax(result.max()));
        image.setSlice(Position.peak(image));
        return image;
    }

    private MapImage map(ResultImage result) {
        ShownEvidence evidence = evidence(result);
        return new MapImage(
                image(result, evidence), result.map().grid(), evidence, look(result, evidence.first()), model);
    }

    private static ShownEvidence evidence(ResultImage result) {
        return ShownEvidence.of(result.name(), result.notes());
    }

    private Look look(ResultImage result, double threshold) {
        return new Look(threshold, result.backdrop().map(Backdrop::shown).map(shown -> model.state()
                .background(shown.name(), shown.volume())));
    }

    private void opened(MapImage map) {
        EventQueue.invokeLater(() -> enlarge(map));
        ViewerPanel.open(model, map);
    }

    /** By ImageJ's own zoom a window that has no place on the screen yet would show a part of the map alone. */
    private static void enlarge(MapImage map) {
        ImageWindow window = map.getWindow();
        int zoom = SIZE / Math.max(map.getWidth(), map.getHeight());
        if (window == null || zoom < 2 || window.getCanvas().getMagnification() >= zoom) return;
        ImageCanvas canvas = window.getCanvas();
        canvas.setSourceRect(new Rectangle(map.getWidth(), map.getHeight()));
        canvas.setMagnification(zoom);
        canvas.setSize(map.getWidth() * zoom, map.getHeight() * zoom);
        window.pack();
    }
}
