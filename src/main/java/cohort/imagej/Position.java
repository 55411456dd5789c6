package cohort.imagej;

import cohort.image.Grid;
import ij.ImagePlus;
import ij.gui.PointRoi;

/** Moves an image to a position in space. */
final class Position {
    private Position() {}

    /** Shows the slice of a position in mm and marks its pixel; a position outside the image is left alone. */
    static void show(ImagePlus image, double x, double y, double z) {
        Grid grid = ImageVolumes.grid(image);
        double[] voxel = grid.toVoxel(x, y, z);
        for (int axis = 0; axis < 3; axis++) {
            voxel[axis] = Math.rint(voxel[axis]);
            if (!(voxel[axis] >= 0 && voxel[axis] < grid.size(axis))) return;
        }
        int[] pixel = new ScreenAxes(grid).pixel((int) voxel[0], (int) voxel[1], (int) voxel[2]);
        image.setPosition(image.getC(), pixel[2] + 1, image.getT());
        image.setRoi(new PointRoi(pixel[0] + 0.5, pixel[1] + 0.5));
    }
}
