package cohort.imagej.io;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.screen.ScreenAxes;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Areas that were drawn on an image, as a mask on its grid. */
public final class RoiMask {
    private RoiMask() {}

    /**
     * What lies within the image's ROI or, if it has none, within any of those in the ROI Manager. One that belongs to a slice
     * counts there alone, any other in all slices.
     *
     * @return 1 within and 0 elsewhere, on the image's grid
     * @throws InputException if there is no ROI, one is no area, they hold no voxel, or the image lies in no unit of length
     */
    public static Volume of(ImagePlus image) {
        List<Roi> rois = rois(image);
        Grid grid = ImageVolumes.grid(image);
        ScreenAxes screen = new ScreenAxes(grid);
        float[] within = new float[grid.voxels()];
        int count = 0;
        for (Roi roi : rois) {
            ByteProcessor area = area(roi, screen);
            for (int z = 0; z < screen.depth(); z++) {
                if (slice(roi) != 0 && slice(roi) != z + 1) continue;
                for (int y = 0; y < screen.height(); y++)
                    for (int x = 0; x < screen.width(); x++) {
                        if (area.get(x, y) == 0) continue;
                        within[screen.voxel(x, y, z)] = 1;
                        count++;
                    }
            }
        }
        if (count == 0)
            throw new InputException("The ROI of \"" + image.getTitle() + "\" contains no voxel, expected an area.");
        return Volume.of(grid, within);
    }

    private static List<Roi> rois(ImagePlus image) {
        List<Roi> rois = Optional.ofNullable(image.getRoi()).map(List::of).orElseGet(RoiMask::managed);
        if (rois.isEmpty())
            throw new InputException("The image \"" + image.getTitle()
                    + "\" has no ROI, expected an area; draw one, or add those of several slices to the ROI Manager.");
        for (Roi roi : rois)
            if (!roi.isArea())
                throw new InputException("The ROI of \"" + image.getTitle() + "\" is a " + roi.getTypeAsString()
                        + ", expected an area, such as a polygon.");
        return rois;
    }

    private static List<Roi> managed() {
        RoiManager manager = RoiManager.getInstance();
        return manager == null ? List.of() : Stream.of(manager.getRoisAsArray()).toList();
    }

    private static int slice(Roi roi) {
        return roi.hasHyperStackPosition() ? roi.getZPosition() : roi.getPosition();
    }

    private static ByteProcessor area(Roi roi, ScreenAxes screen) {
        ByteProcessor area = new ByteProcessor(screen.width(), screen.height());
        area.setValue(1);
        area.fill(roi);
        return area;
    }
}
