package cohort.report.comparison;

import java.util.stream.IntStream;

/**
 * How two maps of the same voxels agree.
 *
 * @param voxels number of voxels with a finite value in both
 * @param correlation Pearson's r over these; NaN if one of the maps has one value everywhere
 * @param meanDifference second less first
 * @param rmsDifference root of the mean squared difference
 * @param largestDifference second less first, where that is farthest from 0; NaN without voxels
 */
record Agreement(
        int voxels, double correlation, double meanDifference, double rmsDifference, double largestDifference) {

    /** Compares two maps, voxel by voxel. */
    static Agreement of(double[] first, double[] second) {
        int[] both = IntStream.range(0, first.length)
                .filter(v -> Double.isFinite(first[v]) && Double.isFinite(second[v]))
                .toArray();
        double meanA = IntStream.of(both).mapToDouble(v -> first[v]).average().orElse(Double.NaN);
        double meanB = IntStream.of(both).mapToDouble(v -> second[v]).average().orElse(Double.NaN);
        double aa = 0, bb = 0, ab = 0, squares = 0, largest = Double.NaN;
        for (int v : both) {
            double a = first[v] - meanA, b = second[v] - meanB, difference = second[v] - first[v];
            aa += a * a;
            bb += b * b;
            ab += a * b;
            squares += difference * difference;
            if (!(Math.abs(difference) <= Math.abs(largest))) largest = difference;
        }
        return new Agreement(
                both.length,
                aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN,
                meanB - meanA,
                Math.sqrt(squares / both.length),
                largest);
    }
}
