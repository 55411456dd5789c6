package cohort.imagej.viewer;

import cohort.InputException;
import cohort.command.viewer.ClusterSelection;
import cohort.image.screen.ScreenAxes;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Clusters as ImageJ's regions of interest on the slices of an image that lies as the clusters do: for each cluster its peaks,
 * {@code peak 1}, {@code peak 1a}, and its outline in each slice that it reaches, {@code cluster 1 slice 24}.
 */
public final class ClusterRois {
    private static final int INSIDE = 255;

    private ClusterRois() {}

    /**
     * Adds them to the ROI Manager: the one that is open, that of a macro in batch mode, or a new one.
     *
     * @throws InputException if there is no screen, which the ROI Manager needs even where it is hidden
     */
    static void show(ClusterSelection clusters) {
        if (GraphicsEnvironment.isHeadless())
            throw new InputException(
                    "rois: found true without a display, which ImageJ's ROI Manager needs; use labels=true"
                            + " instead, or run with a virtual display.");
        RoiManager open = RoiManager.getInstance2();
        RoiManager manager = open == null ? RoiManager.getRoiManager() : open;
        for (Roi roi : of(clusters)) manager.addRoi(roi);
    }

    /** The regions in the order of the table's rows, each with its name and, from 1, its slice. */
    public static List<Roi> of(ClusterSelection clusters) {
        ScreenAxes screen = new ScreenAxes(clusters.labels().grid());
        Map<Integer, List<Roi>> outlines = outlines(screen, clusters.labels().values());
        List<String> ids = clusters.clusters().column("Cluster ID");
        double[] x = clusters.clusters().numbers("X"),
                y = clusters.clusters().numbers("Y"),
                z = clusters.clusters().numbers("Z");
        List<Roi> rois = new ArrayList<>();
        for (int r = 0; r < x.length; r++) {
            String id = ids.get(r);
            screen.pixelAt(x[r], y[r], z[r]).ifPresent(pixel -> rois.add(peak(id, pixel)));
            if (id.matches("\\d+")) rois.addAll(outlines.getOrDefault(Integer.valueOf(id), List.of()));
        }
        return rois;
    }

    private static Roi peak(String id, int[] pixel) {
        return named(new PointRoi(pixel[0], pixel[1]), "peak " + id, pixel[2]);
    }

    private static Roi named(Roi roi, String name, int slice) {
        roi.setName(name);
        roi.setPosition(slice + 1);
        return roi;
    }

    /** By the numbers of the clusters, from the first slice to the last. */
    private static Map<Integer, List<Roi>> outlines(ScreenAxes screen, double[] labels) {
        Map<Integer, List<Roi>> outlines = new TreeMap<>();
        for (int z = 0; z < screen.depth(); z++) {
            int slice = z;
            slices(screen, labels, z)
                    .forEach((number, pixels) -> outlines.computeIfAbsent(number, key -> new ArrayList<>())
                            .add(named(outline(pixels), "cluster " + number + " slice " + (slice + 1), slice)));
        }
        return outlines;
    }

    /** The pixels of each cluster that a slice meets. */
    private static Map<Integer, ByteProcessor> slices(ScreenAxes screen, double[] labels, int z) {
        Map<Integer, ByteProcessor> clusters = new TreeMap<>();
        for (int y = 0; y < screen.height(); y++)
            for (int x = 0; x < screen.width(); x++) {
                int number = (int) labels[screen.voxel(x, y, z)];
                if (number > 0)
                    clusters.computeIfAbsent(number, key -> new ByteProcessor(screen.width(), screen.height()))
                            .set(x, y, INSIDE);
            }
        return clusters;
    }

    private static Roi outline(ByteProcessor pixels) {
        pixels.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
        return new ThresholdToSelection().convert(pixels);
    }
}
