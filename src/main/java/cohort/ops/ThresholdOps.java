package cohort.ops;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.threshold.ClusterTable;
import cohort.threshold.ClusterTables;
import cohort.threshold.TableOptions;
import cohort.threshold.Thresholds;
import cohort.threshold.rule.ClusterExtent;
import cohort.threshold.rule.ThresholdOptions;
import cohort.threshold.rule.ThresholdedMap;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/** Thresholds and tables of clusters as ops. */
public final class ThresholdOps {
    private ThresholdOps() {}

    /**
     * Keeps the voxels that pass a rule for many tests and lie in a cluster that is large enough. Values that are not finite
     * are not tested and are 0 in the result.
     *
     * @implNote op names='cohort.threshold.map'
     * @param map a 3D map of a statistic
     * @param control {@code fpr}, {@code fdr}, {@code bonferroni}, a number such as {@code 3.1}, or {@code ari} for the
     *     proportion of true positives (of clusters above 3, or above others as in {@code ari:2.5,3.5}); a number below 0
     *     means the negative side
     * @param statistic what the values are: {@code z}, {@code t(15)}, {@code F(2,15)}, {@code chi2(2)}, {@code r(15)},
     *     {@code p} or {@code logp}; a number as the control asks for none (nullable)
     * @param mask true in the voxels that are tested; by default those that are neither 0 nor NaN (nullable)
     * @param alpha the error rate, which both sides share; by default 0.001 for {@code fpr}, 0.05 for others (nullable)
     * @param tail {@code positive}, {@code negative} or {@code both} (the default) (nullable)
     * @param extent voxels of the smallest cluster that is kept, 0 by default (nullable)
     * @param connectivity which voxels are neighbours: 6 (sharing a face; the default), 18 (or an edge)
     *     or 26 (or a corner) (nullable)
     * @return the map that is left
     * @throws InputException if control, statistic or tail is unknown, the control needs p where the values give none, the
     *     mask is not of the map's size or no voxel can be tested
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> ThresholdedImage map(
            RandomAccessibleInterval<T> map,
            String control,
            String statistic,
            RandomAccessibleInterval<B> mask,
            Double alpha,
            String tail,
            Integer extent,
            Integer connectivity) {
        Grid grid = Images.grid(map);
        Volume volume = Images.volume(map, grid);
        Mask tested = mask == null ? Mask.of(grid, volume.voxels()) : Images.mask(mask, grid);
        ThresholdedMap left = Thresholds.apply(
                volume.voxels(),
                tested,
                statistic(statistic),
                control,
                new ThresholdOptions(
                        alpha == null ? Thresholds.usualAlpha(control) : alpha,
                        tail(tail),
                        extent(extent),
                        connectivity == null ? 6 : connectivity));
        return new ThresholdedImage(
                ArrayImgs.doubles(left.map().values(), grid.dimensions()), left.level(), left.summary());
    }

    /**
     * Finds the clusters of the voxels strictly beyond a threshold, and in each the peak and up to three sub-peaks: the local
     * maxima that lie further than the given distance from every higher one that is listed.
     *
     * @implNote op names='cohort.threshold.clusters'
     * @param map a 3D map of a statistic
     * @param affine from voxels, counted from 0, to mm: the rows of the matrix, 12 numbers or all 16
     * @param threshold of the statistic; below 0 it means the negative side
     * @param statistic what the values are: {@code z}, {@code t(15)}, {@code F(2,15)}, {@code chi2(2)}, {@code r(15)},
     *     {@code p} or {@code logp}; needed for p alone, whose small values count (nullable)
     * @param mask true in the voxels that take part, all by default (nullable)
     * @param tail {@code positive}, {@code negative} or {@code both} (the default) (nullable)
     * @param extent voxels of the smallest cluster that is listed, 0 by default (nullable)
     * @param distance mm that the peaks of one cluster lie apart; by default 8, or 10 voxels where that is less
     *     (nullable)
     * @param connectivity which voxels are neighbours: 6 (sharing a face; the default), 18 (or an edge)
     *     or 26 (or a corner) (nullable)
     * @return the clusters, none if no voxel is beyond the threshold
     * @throws InputException if the affine has no inverse, the threshold is no number, statistic or tail is unknown, the mask
     *     is not of the map's size or no value in it is finite
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> ClusterTable clusters(
            RandomAccessibleInterval<T> map,
            double[] affine,
            Double threshold,
            String statistic,
            RandomAccessibleInterval<B> mask,
            String tail,
            Integer extent,
            Double distance,
            Integer connectivity) {
        Grid grid = Images.grid("affine", map, affine);
        return ClusterTables.find(
                Images.volume(map, grid).voxels(),
                Images.mask(mask, grid),
                statistic(statistic),
                threshold,
                new TableOptions(
                        tail(tail),
                        extent(extent),
                        distance == null ? TableOptions.usualDistance(grid) : distance,
                        connectivity == null ? 6 : connectivity));
    }

    /**
     * Adjusts p-values for the false discovery rate (Benjamini &amp; Hochberg 1995, Journal of the Royal Statistical Society B
     * 57:289): a test is a discovery at the rate q if its adjusted p is at most q.
     *
     * @implNote op names='cohort.threshold.adjusted'
     * @param p the p-values
     * @return for each the smallest rate at which it is a discovery, at most 1
     */
    public static double[] adjusted(double[] p) {
        return Thresholds.adjusted(p);
    }

    private static Statistic statistic(String text) {
        return text == null ? Statistics.UNKNOWN : Statistics.parse(text);
    }

    private static Tail tail(String name) {
        return name == null ? Tail.BOTH : Tail.of(name);
    }

    private static ClusterExtent extent(Integer voxels) {
        if (voxels == null) return ClusterExtent.NONE;
        if (voxels < 0)
            throw new InputException("extent: found " + voxels + ", expected a number of voxels such as 20, or 0.");
        return new ClusterExtent(voxels, false);
    }
}
