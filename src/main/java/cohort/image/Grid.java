package cohort.image;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/**
 * A lattice of voxels in space: its size in voxels and the affine that takes the voxel (i, j, k), counted from 0, to the
 * position of its centre in mm, in the orientation RAS+ of NIfTI (x to the right, y to the front, z up).
 */
public final class Grid implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Voxels that lie apart by less than this part of their size lie in one place: affines in files are rounded. */
    private static final double ROUNDING = 0.01;
    /** Finer positions, of this many a mm, are a rounding error. */
    private static final double FINEST = 1e6;

    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private final int nx, ny, nz;
    private final double[] affine;

    /**
     * @param nx voxels along i, at least 1
     * @param ny voxels along j, at least 1
     * @param nz voxels along k, at least 1
     * @param affine the first three rows of the 4 x 4 matrix, row by row: 12 finite numbers, invertible
     * @throws IllegalArgumentException if a size is below 1, the product exceeds 2^31 - 1 or the affine is unusable
     */
    public Grid(int nx, int ny, int nz, double... affine) {
        if (nx < 1 || ny < 1 || nz < 1 || (long) nx * ny * nz > Integer.MAX_VALUE || (long) nx * ny > Integer.MAX_VALUE)
            throw new IllegalArgumentException("found a grid of " + nx + " x " + ny + " x " + nz
                    + " voxels, expected sizes of at least 1 and fewer than 2^31 voxels in all");
        if (affine.length != 12)
            throw new IllegalArgumentException("found an affine of " + affine.length + " numbers, expected 12");
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.affine = affine.clone();
        double det = determinant(), offset = affine(0, 3) + affine(1, 3) + affine(2, 3);
        if (!Double.isFinite(det) || !Double.isFinite(offset) || Math.abs(det) < 1e-30)
            throw new IllegalArgumentException(
                    "found an affine that maps voxels to no volume, expected finite numbers and an inverse: "
                            + affineText());
    }

    /**
     * A grid of axis-aligned voxels of the given size (mm) whose voxel (0, 0, 0) lies at the origin.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public static Grid ofVoxelSize(int nx, int ny, int nz, double dx, double dy, double dz) {
        return new Grid(nx, ny, nz, dx, 0, 0, 0, 0, dy, 0, 0, 0, 0, dz, 0);
    }

    public int nx() {
        return nx;
    }

    public int ny() {
        return ny;
    }

    public int nz() {
        return nz;
    }

    /** Size in voxels along axis 0, 1 or 2. */
    public int size(int axis) {
        return axis == 0 ? nx : axis == 1 ? ny : nz;
    }

    /** The three sizes, as ImgLib2 takes them. */
    public long[] dimensions() {
        return new long[] {nx, ny, nz};
    }

    /** Number of voxels. */
    public int voxels() {
        return nx * ny * nz;
    }

    /** The first three rows of the affine, row by row (12 numbers, a copy). */
    public double[] affine() {
        return affine.clone();
    }

    /** Entry of the affine: row 0 to 2 (x, y, z), column 0 to 3 (i, j, k, offset). */
    public double affine(int row, int column) {
        return affine[4 * row + column];
    }

    /** Distance in mm between neighbours along a voxel axis: the norm of the affine's column. */
    public double voxelSize(int axis) {
        double x = affine(0, axis), y = affine(1, axis), z = affine(2, axis);
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * A position in mm, rounded for display to a power of ten that is at most a tenth of the shortest edge of a voxel, so that
     * rounding errors of the affine do not show.
     */
    public double readable(double mm) {
        return readable(mm, Math.min(Math.min(voxelSize(0), voxelSize(1)), voxelSize(2)));
    }

    /**
     * The same along one axis.
     *
     * @param edge distance between neighbours in mm, above 0
     */
    public static double readable(double mm, double edge) {
        double steps = Math.pow(10, 1 - Math.floor(Math.log10(edge) + 1e-9));
        return Math.round(Math.round(mm * FINEST) / FINEST * steps) / steps;
    }

    /**
     * A position in mm without the noise of an affine in float32, such as 0.15 for 0.150000118: rounded to a power of
     * ten that is at most a ten thousandth of the shortest edge of a voxel.
     */
    public double tidy(double mm) {
        double edge = Math.min(Math.min(voxelSize(0), voxelSize(1)), voxelSize(2));
        int decimals = 4 - (int) Math.floor(Math.log10(edge) + 1e-9);
        return new BigDecimal(mm).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Volume of a voxel in mm³. */
    public double voxelVolume() {
        return Math.abs(determinant());
    }

    /**
     * The coordinate of a voxel along an axis.
     *
     * @param index of the voxel, as {@link #index} has it; not checked
     * @param axis 0, 1 or 2
     */
    public int coordinate(int index, int axis) {
        return axis == 0 ? index % nx : axis == 1 ? index / nx % ny : index / nx / ny;
    }

    /**
     * The position of the centre of a voxel.
     *
     * @param index of the voxel, as {@link #index} has it; not checked
     * @return x, y and z in mm
     */
    public double[] toMm(int index) {
        return toMm(coordinate(index, 0), coordinate(index, 1), coordinate(index, 2));
    }

    /**
     * The position of a voxel coordinate, which may lie between voxels or outside the grid.
     *
     * @return x, y and z in mm
     */
    public double[] toMm(double i, double j, double k) {
        double[] mm = new double[3];
        for (int r = 0; r < 3; r++) mm[r] = affine(r, 0) * i + affine(r, 1) * j + affine(r, 2) * k + affine(r, 3);
        return mm;
    }

    /**
     * The voxel coordinate of a position in mm, in general between voxels.
     *
     * @return i, j and k, counted from 0; outside the grid if the position is
     */
    public double[] toVoxel(double x, double y, double z) {
        double[] p = {x - affine(0, 3), y - affine(1, 3), z - affine(2, 3)};
        double det = determinant();
        double[] voxel = new double[3];
        for (int c = 0; c < 3; c++) { // Cramer's rule
            double d = 0;
            for (int r = 0; r < 3; r++) {
                int r1 = (r + 1) % 3, r2 = (r + 2) % 3, c1 = (c + 1) % 3, c2 = (c + 2) % 3;
                d += p[r] * (affine(r1, c1) * affine(r2, c2) - affine(r1, c2) * affine(r2, c1));
            }
            voxel[c] = d / det;
        }
        return voxel;
    }

    /** For each axis of space (x, y, z) the voxel axis that runs along it most nearly; each is taken once. */
    public int[] nearestAxes() {
        int[] best = ORDERS[0];
        double most = -1;
        for (int[] order : ORDERS) {
            double cosines = 0;
            for (int space = 0; space < 3; space++)
                cosines += Math.abs(affine(space, order[space])) / voxelSize(order[space]);
            if (cosines > most + 1e-9) {
                most = cosines;
                best = order;
            }
        }
        return best.clone();
    }

    /** Index of a voxel in the order of the file: i fastest, k slowest. Coordinates outside the grid are not checked. */
    public int index(int i, int j, int k) {
        return i + nx * (j + ny * k);
    }

    /**
     * Whether each voxel lies where the same voxel of the other grid does, up to rounding: nowhere more than a hundredth of a
     * voxel apart.
     */
    public boolean sameSpace(Grid other) {
        double smallest = Math.min(Math.min(voxelSize(0), voxelSize(1)), voxelSize(2));
        return nx == other.nx && ny == other.ny && nz == other.nz && distance(other) <= ROUNDING * smallest;
    }

    /** How far apart, in mm, the same corner of this grid lies in this and in the affine of another, at most. */
    double distance(Grid other) {
        double most = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = (corner & 1) * (nx - 1), j = (corner >> 1 & 1) * (ny - 1), k = (corner >> 2) * (nz - 1);
            double[] here = toMm(i, j, k), there = other.toMm(i, j, k);
            most = Math.max(most, Math.hypot(Math.hypot(here[0] - there[0], here[1] - there[1]), here[2] - there[2]));
        }
        return most;
    }

    /** How another grid differs from this one, in words for a message: sizes, voxel sizes, axes or the distance. */
    public String difference(Grid found) {
        return GridDifference.between(found, this);
    }

    private double determinant() {
        return affine(0, 0) * (affine(1, 1) * affine(2, 2) - affine(1, 2) * affine(2, 1))
                - affine(0, 1) * (affine(1, 0) * affine(2, 2) - affine(1, 2) * affine(2, 0))
                + affine(0, 2) * (affine(1, 0) * affine(2, 1) - affine(1, 1) * affine(2, 0));
    }

    private String affineText() {
        StringBuilder text = new StringBuilder("[");
        for (int e = 0; e < 12; e++)
            text.append(e == 0 ? "" : e % 4 == 0 ? "; " : " ")
                    .append(String.format(Locale.ROOT, "%.6g", affine[e]).replaceAll("(\\.\\d*?)0+$", "$1"));
        return text.append("]").toString().replace(".;", ";").replace(". ", " ").replace(".]", "]");
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Grid other
                && nx == other.nx
                && ny == other.ny
                && nz == other.nz
                && Arrays.equals(affine, other.affine);
    }

    @Override
    public int hashCode() {
        return 31 * (nx + 31 * (ny + 31 * nz)) + Arrays.hashCode(affine);
    }

    /** E.g. {@code 53 x 63 x 46 voxels, affine [3 0 0 -78; 0 3 0 -112; 0 0 3 -50]}. */
    @Override
    public String toString() {
        return nx + " x " + ny + " x " + nz + " voxels, affine " + affineText();
    }
}
