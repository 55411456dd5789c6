package cohort.imagej.map;

import cohort.image.Grid;
import cohort.image.screen.ScreenAxes;
import cohort.imagej.io.AffineProperty;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.io.NotesProperty;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.MapColours;
import cohort.imagej.map.picture.ZoomedPicture;
import cohort.threshold.statistic.MapWords;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A map in a window. Its voxels are the statistic, for whatever command or macro asks; what is painted is the map above a
 * threshold over a background, in its colours and display range, as ImageJ paints a composite. So ImageJ's own commands
 * for colours, contrast, zoom and slices work on it, and those that take pictures take what is seen. Once it is no map
 * any more (cropped, converted) or ImageJ's own threshold is set, ImageJ paints it. It tells the viewer's model where the
 * user points, and shows what the model says.
 */
final class MapImage extends ImagePlus implements ShownMap, ViewerModel.Listener {
    private final ViewerModel model;
    private final ScreenAxes screen;
    private final ShownEvidence evidence;
    private final Look first;
    private Look look;
    private volatile Optional<int[]> mark = Optional.empty();
    private Optional<Painted> painted = Optional.empty();
    private boolean outdated;
    private volatile MapColours colours;
    private volatile int changes;
    private Optional<Extremes> extremes = Optional.empty();
    private boolean following;

    /** The greatest magnitude, and where the evidence is strongest in mm, as it was after so many changes. */
    private record Extremes(int changes, double largest, double[] strongest) {}

    /** A slice as it was painted last, and what lies under it, which a new threshold leaves as it is. */
    private record Painted(int slice, int zoom, Optional<Background> background, int[] under, BufferedImage picture) {}

    /**
     * @param map an image of one volume that is not shown; its voxels become this one's
     * @param grid where they lie
     * @param model the state of the viewer, which has this map once it has a window
     */
    MapImage(ImagePlus map, Grid grid, ShownEvidence evidence, Look look, ViewerModel model) {
        this.model = model;
        this.screen = new ScreenAxes(grid);
        this.evidence = evidence;
        this.first = look;
        this.look = look;
        setStack(map.getTitle(), map.getStack());
        setDimensions(1, map.getNSlices(), 1);
        setCalibration(map.getCalibration());
        AffineProperty.set(this, grid);
        NotesProperty.set(this, NotesProperty.get(map));
        setSlice(map.getCurrentSlice());
        setLut(map.getProcessor().getLut());
        setDisplayRange(map.getDisplayRangeMin(), map.getDisplayRangeMax());
        colours = MapColours.of(map.getProcessor());
        extremes(); // now, since those who ask for them do so on the thread of events
    }

    /** Enters the viewer's state, with the look that it had when it left, and shows what that says from now on. */
    void enter() {
        model.listen(this);
        model.change(state -> state.withLook(this, look()));
    }

    @Override
    public void changed(ViewerState before, ViewerState now) {
        Look wanted = now.looks().getOrDefault(this, look());
        if (!wanted.equals(look())) {
            synchronized (this) {
                look = wanted;
                outdated = true;
            }
            draw();
        }
        if (!now.crosshair().equals(before.crosshair())) now.followed(this).ifPresent(this::follow);
    }

    @Override
    public String title() {
        return getTitle();
    }

    @Override
    public String words() {
        return MapWords.title(getTitle(), NotesProperty.get(this));
    }

    @Override
    public String symbol() {
        return MapWords.symbol(getTitle(), NotesProperty.get(this));
    }

    @Override
    public ShownEvidence evidence() {
        return evidence;
    }

    @Override
    public Look first() {
        return first;
    }

    private synchronized Look look() {
        return look;
    }

    @Override
    public double largest() {
        return extremes().largest;
    }

    /** Looks at all values once, however often it is asked, until they change. */
    private synchronized Extremes extremes() {
        if (extremes.filter(found -> found.changes == changes).isEmpty()) extremes = Optional.of(findExtremes());
        return extremes.get();
    }

    private Extremes findExtremes() {
        int[] at = {width / 2, height / 2, getStackSize() / 2};
        float best = Float.NaN, largest = 0;
        for (int z = 0; z < getStackSize(); z++) {
            float[] values = (float[]) getStack().getPixels(z + 1);
            for (int v = 0; v < values.length; v++) {
                if (values[v] == 0 || !Float.isFinite(values[v])) continue;
                largest = Math.max(largest, Math.abs(values[v]));
                if (!Float.isNaN(best) && !evidence.isStronger(values[v], best)) continue;
                best = values[v];
                at = new int[] {v % width, v / width, z};
            }
        }
        return new Extremes(changes, largest, screen.toMm(at[0], at[1], at[2]));
    }

    /** Position in mm of a pixel of the slice that is shown. */
    double[] toMm(int x, int y) {
        return screen.toMm(x, y, getCurrentSlice() - 1);
    }

    @Override
    public ToDoubleFunction<double[]> values() {
        float[][] slices = slices().orElse(new float[0][]);
        return mm -> screen.pixelAt(mm[0], mm[1], mm[2])
                .filter(pixel -> pixel[2] < slices.length)
                .map(pixel -> (double) slices[pixel[2]][pixel[1] * screen.width() + pixel[0]])
                .orElse(Double.NaN);
    }

    /** Those it had last, once it is closed and its voxels are gone. */
    @Override
    public MapColours colours() {
        ImageProcessor shown = ip;
        if (shown != null) colours = MapColours.of(shown);
        return colours;
    }

    @Override
    public Grid grid() {
        return screen.grid();
    }

    @Override
    public Optional<ShownClusters> clusters(double threshold) {
        return slices().map(slices -> new ShownClusters(slices, screen, evidence, threshold));
    }

    /** The values as long as this is a map; closing it lets go of its stack alone. */
    private synchronized Optional<float[][]> slices() {
        if (!isMap()) return Optional.empty();
        float[][] slices = new float[getStackSize()][];
        for (int z = 0; z < slices.length; z++) slices[z] = (float[]) getStack().getPixels(z + 1);
        return Optional.of(slices);
    }

    @Override
    public int changes() {
        return changes;
    }

    @Override
    public double[] strongest() {
        return extremes().strongest.clone();
    }

    /** Shows the slice of a position in mm with a cross there; outside of the map the cross goes and the slice stays. */
    void follow(double[] mm) {
        if (!isMap()) return;
        mark = screen.pixelAt(mm[0], mm[1], mm[2]);
        int slice = mark.map(pixel -> pixel[2] + 1).orElse(getCurrentSlice());
        following = true;
        if (slice != getCurrentSlice()) setSlice(slice);
        else draw();
        following = false;
    }

    /** Where the cross is: x to the right, y down, slice from 0. */
    Optional<int[]> mark() {
        return mark;
    }

    boolean isMap() {
        return ip instanceof FloatProcessor
                && ip.getMinThreshold() == ImageProcessor.NO_THRESHOLD
                && width == screen.width()
                && height == screen.height()
                && getStackSize() == screen.depth();
    }

    @Override
    public Image getImage() {
        return isMap() ? new ZoomedPicture(width, height, () -> plain(1), this::paint) : super.getImage();
    }

    /** Its values, too, may be others, unless it is another slice that is to be seen. */
    @Override
    public void updateImage() {
        super.updateImage();
        boolean isSameSlice;
        synchronized (this) {
            outdated = true;
            isSameSlice = painted.filter(p -> p.slice == getCurrentSlice()).isPresent();
            if (isSameSlice) changes++;
        }
        if (isSameSlice) model.change(ViewerState::withoutClusters);
    }

    /** What is seen, for those who save a picture. */
    @Override
    public BufferedImage getBufferedImage() {
        return isMap() ? plain(1) : super.getBufferedImage();
    }

    /** What is seen with overlay and selection, as an RGB image. */
    @Override
    public ImagePlus flatten() {
        if (!isMap()) return super.flatten();
        ImagePlus picture = new ImagePlus(getTitle(), plain(1));
        picture.setOverlay(getOverlay());
        picture.setRoi(getRoi());
        picture.setCalibration(getCalibration());
        return picture.flatten();
    }

    private BufferedImage paint(int zoom) {
        BufferedImage picture = plain(zoom);
        Optional<int[]> cross = mark.filter(pixel -> pixel[2] == getCurrentSlice() - 1);
        if (cross.isEmpty()) return picture;
        BufferedImage marked = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = marked.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.setColor(Color.GREEN);
        int x = (int) ((cross.get()[0] + 0.5) * zoom),
                y = (int) ((cross.get()[1] + 0.5) * zoom),
                gap = Math.max(3, zoom);
        g.drawLine(0, y, x - gap, y);
        g.drawLine(x + gap, y, marked.getWidth(), y);
        g.drawLine(x, 0, x, y - gap);
        g.drawLine(x, y + gap, x, marked.getHeight());
        g.dispose();
        return marked;
    }

    private synchronized BufferedImage plain(int zoom) {
        int slice = getCurrentSlice();
        Optional<Painted> same = painted.filter(p -> p.slice == slice && p.zoom == zoom);
        if (same.isPresent() && !outdated) return same.get().picture;
        MapPainter painter = new MapPainter(screen, evidence, look);
        int[] under = same.filter(p -> p.background.equals(look.background()))
                .map(Painted::under)
                .orElseGet(() -> painter.background(slice - 1, zoom));
        BufferedImage picture = painter.paint((FloatProcessor) ip, under, zoom);
        painted = Optional.of(new Painted(slice, zoom, look.background(), under, picture));
        outdated = false;
        return picture;
    }

    /**
     * The position in mm by the affine, since ImageJ's own goes along the image's axes, which may be askew in space; and the
     * voxel as cluster tables count, in the order of the file, since the screen may show an axis the other way round.
     */
    @Override
    public String getLocationAsString(int x, int y) {
        if (!isMap()) return super.getLocationAsString(x, y);
        double[] mm = toMm(x, y);
        int voxel = screen.voxel(x, y, getCurrentSlice() - 1);
        return " " + ViewerState.words(mm, grid()) + ", I=" + grid().coordinate(voxel, 0) + ", J="
                + grid().coordinate(voxel, 1) + ", K=" + grid().coordinate(voxel, 2);
    }

    @Override
    public void mouseMoved(int x, int y) {
        super.mouseMoved(x, y);
        if (!isMap()) return;
        if (mark.isPresent()) {
            mark = Optional.empty();
            draw();
        }
        point(toMm(x, y));
    }

    /** Others follow through the stack, but not for a macro, which may look at their slices. */
    @Override
    public synchronized void setSlice(int n) {
        int before = getCurrentSlice();
        super.setSlice(n);
        if (n == before || following || getWindow() == null || IJ.isMacro() || !isMap()) return;
        int[] at = mark.orElse(new int[] {width / 2, height / 2});
        mark = mark.map(pixel -> new int[] {pixel[0], pixel[1], n - 1});
        point(toMm(at[0], at[1]));
    }

    /** Tells the viewer of a position in mm of this map. */
    void point(double[] mm) {
        model.change(state -> state.withCrosshair(this, mm));
    }

    @Override
    public void setActivated() {
        super.setActivated();
        // A window that is closed may still be told to come to the front.
        if (ip != null) model.change(state -> state.withFront(this).withImages(ImageJImages.titles()));
    }

    @Override
    public void setWindow(ImageWindow window) {
        super.setWindow(window);
        if (window != null) enter();
    }

    /** Leaves the viewer's state before the voxels go, unless the window that is closed gave way to another. */
    @Override
    public void flush() {
        if (WindowManager.getImage(getID()) == null) {
            model.forget(this);
            model.change(state -> state.without(this));
        }
        super.flush();
    }
}
