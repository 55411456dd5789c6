package cohort.image.itk;

import cohort.image.Grid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The directions of the axes that the positions in a header are counted along, as their first letters name them. */
enum PatientSpace {
    RAS("right-anterior-superior", 1, 1),
    LAS("left-anterior-superior", -1, 1),
    /** Of DICOM and ITK. */
    LPS("left-posterior-superior", -1, -1);

    private final String words;
    private final int x, y;

    PatientSpace(String words, int x, int y) {
        this.words = words;
        this.x = x;
        this.y = y;
    }

    /** The space of that name, in letters or in words; upper and lower case are one. */
    static Optional<PatientSpace> named(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(space -> lower.equals(space.words) || lower.equalsIgnoreCase(space.name()))
                .findFirst();
    }

    /**
     * The grid of voxels in this space.
     *
     * @param sizes the three sizes in voxels
     * @param steps from a voxel to the next along each of the three axes
     * @param origin the position of the first voxel
     * @param mm what a step of 1 is in mm
     * @throws IllegalArgumentException if that is no grid
     */
    Grid grid(int[] sizes, double[][] steps, double[] origin, double mm) {
        int[] signs = {x, y, 1};
        double[] affine = new double[12];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) affine[4 * r + c] = turned(signs[r], mm * steps[c][r]);
            affine[4 * r + 3] = turned(signs[r], mm * origin[r]);
        }
        try {
            return new Grid(sizes[0], sizes[1], sizes[2], affine);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; the header is damaged", e);
        }
    }

    /** Not by a product, which would make a -0 of 0. */
    private static double turned(int sign, double value) {
        return sign < 0 ? 0 - value : value;
    }
}
