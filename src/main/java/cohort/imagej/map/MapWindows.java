package cohort.imagej.map;

import cohort.command.viewer.Backdrop;
import cohort.command.viewer.ResultImage;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.io.NotesProperty;
import ij.ImagePlus;
import ij.Prefs;
import ij.macro.Interpreter;
import ij.plugin.Zoom;
import java.awt.GraphicsEnvironment;

/** Opens maps as a command hands them over, each in a window of its own with the panel beside it. */
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
    }

    /** In a window or, while a macro runs in batch mode, without. */
    public void show(ResultImage result) {
        ShownEvidence evidence = ShownEvidence.of(result.name(), result.notes());
        ImagePlus image = ImageVolumes.toImage(result.name(), result.map());
        NotesProperty.set(image, result.notes());
        image.setLut(Luts.named(evidence.lut(result.lut())));
        image.setDisplayRange(result.min(), evidence.displayMax(result.max()));
        image.setSlice(Position.peak(image));
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode())
            ImageJImages.show(image, result.commandLine());
        else showInWindow(new MapImage(image, result.map().grid(), evidence, look(evidence, result), model), result);
    }

    private Look look(ShownEvidence evidence, ResultImage result) {
        return new Look(evidence.first(), result.backdrop().map(Backdrop::shown).map(shown -> model.state()
                .background(shown.name(), shown.volume())));
    }

    private void showInWindow(MapImage image, ResultImage result) {
        ImageJImages.show(image, result.commandLine());
        int zoom = SIZE / Math.max(image.getWidth(), image.getHeight());
        if (zoom > 1) Zoom.set(image, zoom);
        ViewerPanel.open(model, image);
    }
}
