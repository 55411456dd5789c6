package cohort.imagej.workbench.widget;

import cohort.figure.colour.ColourMap;
import cohort.image.Volume;
import cohort.image.screen.ScreenAxes;
import cohort.imagej.map.picture.MapColours;
import java.awt.Component;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.JLabel;

/**
 * Small pictures of maps, the middle slice from above. Each is drawn beside the thread of events when it is first asked for, the one
 * that was asked for last before the others: it is the one that is looked at.
 */
final class RowPictures {
    /** Pixels. */
    static final int WIDTH = 48, HEIGHT = 40;

    private static final int WAITING = 50, KEPT = 500;

    private final IntConsumer drawn;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Map<Integer, Optional<Icon>> icons = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Optional<Icon>> eldest) {
            return size() > KEPT;
        }
    };
    private IntFunction<Volume> maps = row -> {
        throw new IllegalStateException("no rows");
    };
    private Component shownOn = new JLabel();
    private boolean working;

    /** @param drawn is told the row of each picture that is ready */
    RowPictures(IntConsumer drawn) {
        this.drawn = drawn;
    }

    /** Takes what they are shown on, whose screen says in how many pixels. */
    void showOn(Component table) {
        shownOn = table;
    }

    /** Takes the maps of other rows, which are read when they are needed. */
    void show(IntFunction<Volume> others) {
        maps = others;
        icons.clear();
        waiting.clear();
    }

    /** The picture of a row, if it is ready; it never is of a map that cannot be read. */
    Optional<Icon> of(int row) {
        Optional<Icon> known = icons.get(row);
        if (known != null) return known;
        waiting.remove(row);
        waiting.push(row);
        if (waiting.size() > WAITING) waiting.removeLast();
        next();
        return Optional.empty();
    }

    private void next() {
        if (working || waiting.isEmpty()) return;
        working = true;
        int row = waiting.pop();
        IntFunction<Volume> from = maps;
        Background.run("Cohort small picture", () -> picture(from.apply(row)), (picture, failure) -> {
            working = false;
            if (from == maps) {
                icons.put(row, picture.map(ImageIcon::new));
                drawn.accept(row);
            }
            next();
        });
    }

    private Image picture(Volume map) {
        return ScreenPixels.image(shownOn, zoom -> picture(map, zoom));
    }

    /**
     * Values are coloured up to the largest of the slice; what is not finite, or 0, is left out.
     *
     * @param zoom pixels of the screen in a pixel
     */
    static BufferedImage picture(Volume map, double zoom) {
        ScreenAxes screen = new ScreenAxes(map.grid());
        double width = screen.width() * screen.space().size()[0],
                height = screen.height() * screen.space().size()[1],
                scale = zoom * Math.min(WIDTH / width, HEIGHT / height);
        int across = Math.max(1, (int) (width * scale)), down = Math.max(1, (int) (height * scale));
        double[] values = new double[across * down], value = new double[1];
        double least = 0, largest = 0;
        for (int p = 0; p < values.length; p++) {
            int x = p % across * screen.width() / across, y = p / across * screen.height() / down;
            map.copy(screen.voxel(x, y, screen.depth() / 2), 1, value);
            values[p] = value[0];
            if (!Double.isFinite(values[p])) values[p] = 0;
            least = Math.min(least, values[p]);
            largest = Math.max(largest, values[p]);
        }
        double most = Math.max(Math.max(-least, largest), Double.MIN_NORMAL);
        MapColours colours = MapColours.of(least < 0 ? ColourMap.RDBU : ColourMap.GRAY, least < 0 ? -most : 0, most);
        BufferedImage picture = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        for (int p = 0; p < values.length; p++)
            if (values[p] != 0) picture.setRGB(p % across, p / across, colours.of(values[p]));
        return picture;
    }
}
