package cohort.figure.chart;

import cohort.figure.colour.ColourMap;
import cohort.figure.colour.ColourRange;
import cohort.matrix.VoxelMatrix;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The coloured cells of a carpet: subjects downwards, voxels across.
 *
 * @param image a pixel a cell
 * @param range its colours
 * @param voxels how many there are
 * @param every one of how many voxels is shown
 */
record CarpetCells(BufferedImage image, ColourRange range, int voxels, int every) {
    private static final int MOST_COLUMNS = 900, NOT_FINITE = 0xFF9A9A9A;
    /** Standard deviations at the ends of the colours. */
    private static final double REACH = 3;

    /** @param rows the maps that are shown */
    static CarpetCells of(VoxelMatrix maps, List<Integer> rows, int voxels) {
        int every = (voxels - 1) / MOST_COLUMNS + 1;
        double[][] deviations = deviations(maps, rows, voxels, every);
        double sigma = sigma(deviations);
        ColourRange range = ColourRange.of(
                -REACH * sigma,
                REACH * sigma,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(ColourMap.RDBU));
        BufferedImage image = new BufferedImage(deviations[0].length, deviations.length, BufferedImage.TYPE_INT_ARGB);
        for (int s = 0; s < deviations.length; s++)
            for (int c = 0; c < deviations[s].length; c++)
                image.setRGB(c, s, Double.isFinite(deviations[s][c]) ? range.rgb(deviations[s][c]) : NOT_FINITE);
        return new CarpetCells(image, range, voxels, every);
    }

    /** Shown subjects x shown voxels: the distance from the voxel's median over all subjects. */
    private static double[][] deviations(VoxelMatrix maps, List<Integer> shown, int voxels, int every) {
        double[][] deviations = new double[shown.size()][(voxels - 1) / every + 1];
        double[] one = new double[maps.maps()];
        maps.forEach((first, n, rows) -> {
            for (int v = Math.floorMod(-first, every); v < n; v += every) {
                for (int s = 0; s < one.length; s++) one[s] = rows[s][v];
                Arrays.sort(one);
                double median = (one[(one.length - 1) / 2] + one[one.length / 2]) / 2;
                for (int s = 0; s < deviations.length; s++)
                    deviations[s][(first + v) / every] = rows[shown.get(s)][v] - median;
            }
        });
        return deviations;
    }

    /** Of most values, however far the others lie; above 0. */
    private static double sigma(double[][] deviations) {
        double[] sizes = Arrays.stream(deviations)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(size -> size > 0 && size <= Double.MAX_VALUE)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : sizes[sizes.length / 2] / 0.6745;
    }
}
