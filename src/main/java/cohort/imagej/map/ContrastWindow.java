package cohort.imagej.map;

import cohort.command.viewer.ContrastImages;
import cohort.command.viewer.ResultImage;
import cohort.imagej.io.ImageJImages;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.gui.StackWindow;
import java.awt.Choice;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The maps of a contrast in one window: a choice below the picture, which the arrow keys move too, says which of them is seen. For
 * ImageJ the window is the chosen map's; commands find the others by their titles.
 */
final class ContrastWindow extends StackWindow implements ImageJImages.Several {
    private static final long serialVersionUID = 1;

    private final transient ContrastImages contrast;
    private final transient List<MapImage> maps;
    private final Choice choice = new Choice();

    private ContrastWindow(ContrastImages contrast, List<MapImage> maps, MapImage first) {
        super(first);
        this.contrast = contrast;
        this.maps = maps;
        choice.setName("map of contrast");
        maps.forEach(map -> choice.add(map.words()));
        choice.select(maps.indexOf(first));
        choice.addItemListener(event -> choose(choice.getSelectedIndex()));
        if (IJ.getInstance() != null) choice.addKeyListener(IJ.getInstance());
        add(choice);
        setSliderHeight(getSliderHeight() + choice.getPreferredSize().height + VGAP);
        pack();
        updateSliceSelector(); // it stands at the first slice, whichever is shown
        maps.stream().filter(map -> map != first).forEach(MapImage::enter);
    }

    /** Shows the maps of a contrast, in the window that is open for them or in a new one; returns the one that is seen. */
    static MapImage show(ContrastImages contrast, Function<ResultImage, MapImage> maker) {
        int first = contrast.maps().indexOf(contrast.first());
        Optional<ContrastWindow> open = windows()
                .filter(window -> window.contrast.maps().equals(contrast.maps()))
                .findFirst();
        if (open.isPresent()) {
            open.get().choose(first);
            open.get().toFront();
            return open.get().maps.get(first);
        }
        List<MapImage> maps = new ArrayList<>();
        for (ResultImage result : contrast.maps()) {
            MapImage map = maker.apply(result);
            map.setProperty("Info", result.commandLine());
            maps.add(map);
        }
        new ContrastWindow(contrast, maps, maps.get(first));
        return maps.get(first);
    }

    /** Has the window of a map show it, if it shows another one of its contrast. */
    static void choose(MapImage map) {
        windows()
                .filter(window -> window.maps.contains(map))
                .findFirst()
                .ifPresent(window -> window.choose(window.maps.indexOf(map)));
    }

    private static Stream<ContrastWindow> windows() {
        return ImageJImages.seen()
                .map(ImagePlus::getWindow)
                .filter(ContrastWindow.class::isInstance)
                .map(ContrastWindow.class::cast);
    }

    /** The first map alone as long as the window is being made, when ImageJ asks from the thread of events. */
    @Override
    public Stream<ImagePlus> images() {
        return maps == null ? Stream.of(getImagePlus()) : maps.stream().map(map -> map);
    }

    /** The new map takes slice, zoom and visible part over from the one before. */
    private void choose(int index) {
        MapImage chosen = maps.get(index);
        ImagePlus before = getImagePlus();
        if (chosen == before) return;
        choice.select(index);
        double zoom = ic.getMagnification();
        Dimension size = ic.getSize();
        Rectangle seen = ic.getSrcRect();
        int slice = before.getCurrentSlice();
        before.setWindow((ImageWindow) null);
        chosen.setSlice(slice);
        setImage(chosen);
        ic.setSize(size.width, size.height);
        ic.setSourceRect(seen);
        ic.setMagnification(zoom);
        chosen.setTitle(chosen.getTitle());
        updateSliceSelector();
        chosen.setActivated();
        repaint();
    }

    /** With it go the maps that are not seen. */
    @Override
    public boolean close() {
        ImagePlus seen = getImagePlus();
        if (!super.close()) return false;
        maps.stream().filter(map -> map != seen).forEach(MapImage::flush);
        return true;
    }
}
