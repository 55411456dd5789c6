package cohort.image.screen;

import cohort.image.Grid;

/**
 * What ImageJ knows of an image's place: sizes and a place of the origin. It knows no direction.
 *
 * @param width pixels to the right
 * @param height pixels down
 * @param depth slices
 * @param size of a pixel in mm: to the right, down, from slice to slice
 * @param origin the pixel at 0 mm, counted from 0, which may lie between pixels or outside
 */
public record PixelSpace(int width, int height, int depth, double[] size, double[] origin) {

    /** Files hold the size of a pixel to six digits. */
    private static final double ROUNDING = 1e-4;

    /**
     * The grid whose x runs to the right, y up the screen and z through the stack: pixel (x, y, z) is the voxel
     * (x, height - 1 - y, z).
     *
     * @throws IllegalArgumentException if a size is not above 0 or finite
     */
    public Grid grid() {
        for (double mm : size)
            if (!(mm > 0)) throw new IllegalArgumentException("found pixels of " + mm + " mm, expected a size above 0");
        return new Grid(width, height, depth, new double[] {
            size[0],
            0,
            0,
            -size[0] * origin[0], //
            0,
            size[1],
            0,
            size[1] * (origin[1] - (height - 1)), //
            0,
            0,
            size[2],
            -size[2] * origin[2]
        });
    }

    /**
     * Whether a pixel has the size and the place of another's, up to the rounding in files. Of a single slice ImageJ writes
     * no thickness.
     */
    boolean agreesWith(PixelSpace other) {
        boolean agrees = true;
        for (int axis = 0; axis < (depth == 1 && other.depth == 1 ? 2 : 3); axis++)
            agrees &= Math.abs(size[axis] - other.size[axis]) <= ROUNDING * other.size[axis]
                    && near(origin[axis], other.origin[axis]);
        return agrees;
    }

    /** Whether it has other sizes than another along some axis while the origin stayed where it was. */
    boolean isCutFrom(PixelSpace whole) {
        return width != whole.width && near(origin[0], whole.origin[0])
                || height != whole.height && near(origin[1], whole.origin[1])
                || depth != whole.depth && near(origin[2], whole.origin[2]);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(b));
    }
}
