package cohort.threshold;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import cohort.region.Atlas;
import cohort.table.Table;
import cohort.text.Numbers;
import cohort.text.Words;
import cohort.threshold.LocalMaxima.Maximum;
import cohort.threshold.rule.GivenLevel;
import cohort.threshold.rule.TestedMap;
import cohort.threshold.rule.VoxelCluster;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Lists the clusters of a map and their peaks. */
public final class ClusterTables {
    private static final int MOST_PEAKS = 4;

    private ClusterTables() {}

    /**
     * Finds the clusters of the voxels strictly beyond a threshold, and in each the peak and up to three sub-peaks: the
     * local maxima that lie further than the given distance from every higher one that is listed.
     *
     * <p>Differences from nilearn 0.14.1, whose table this is otherwise: a sub-peak too near to one that is listed is
     * left out for good, there a third one may bring it back; clusters are numbered without gaps, there the negative ones
     * go on from the number of rows; the peak of a negative cluster is negative also where the threshold is; the volume
     * is not cut to whole mm³; extent counts voxels strictly beyond the threshold; of equal peaks, and of voxels
     * equally near to the centre of a plateau, the first in the order of the file is taken.
     *
     * @param map a statistic
     * @param mask the voxels that take part, on the grid of the map
     * @param statistic what the values of the map are; if it is not known, {@link Statistics#UNKNOWN}
     * @param threshold of the statistic; below 0 it means the negative side
     * @param options sides, extent, distance and connectivity
     * @return the clusters, none if no voxel is beyond the threshold
     * @throws InputException if the threshold is not a number, or is negative for both sides, map and mask differ in
     *     size or no value in the mask is finite
     */
    public static ClusterTable find(
            RandomAccessibleInterval<? extends RealType<?>> map,
            Mask mask,
            Statistic statistic,
            Double threshold,
            TableOptions options) {
        TestedMap tested = TestedMap.of(map, mask, statistic);
        Tail tail = tail(statistic, threshold, options);
        List<Cluster> clusters = new ArrayList<>();
        for (List<VoxelCluster> side : sides(tested, statistic, threshold, options))
            clusters.addAll(clusters(statistic, mask.grid(), side, options.distance()));
        String beyond =
                " beyond the threshold " + Numbers.plain(Math.abs(threshold)) + " (" + statistic.sides(tail) + ")";
        String sentence = clusters.isEmpty()
                ? "no " + options.extent().words() + beyond + "; " + tested.reach(tail) + "."
                : Words.count(clusters.size(), "cluster") + beyond + ".";
        return new ClusterTable(clusters, sentence);
    }

    /**
     * A map of the clusters' numbers as {@link #find} numbers them: 1 in each voxel of cluster 1 and so on, 0 elsewhere. The
     * arguments are the same.
     *
     * @throws InputException as there
     */
    public static Volume labels(
            RandomAccessibleInterval<? extends RealType<?>> map,
            Mask mask,
            Statistic statistic,
            double threshold,
            TableOptions options) {
        double[] labels = new double[mask.grid().voxels()];
        int number = 0;
        for (List<VoxelCluster> side : sides(TestedMap.of(map, mask, statistic), statistic, threshold, options))
            for (VoxelCluster cluster : side) {
                number++;
                for (int index : cluster.indices()) labels[index] = number;
            }
        return Volume.of(mask.grid(), labels);
    }

    /** What the header of such a map says: NIfTI's intent of labels. */
    public static HeaderNotes labelNotes(String title) {
        return HeaderNotes.of("clusters of " + title).withIntent(HeaderNotes.LABELS, 0, 0, "clusters");
    }

    private static Tail tail(Statistic statistic, double threshold, TableOptions options) {
        if (!Double.isFinite(threshold))
            throw new InputException("threshold: found " + threshold + ", expected a number such as 3.1.");
        return statistic.side(GivenLevel.side("threshold", threshold, options.tail()));
    }

    /** The clusters of each side that counts, the one with the highest peak first. */
    private static List<List<VoxelCluster>> sides(
            TestedMap tested, Statistic statistic, double threshold, TableOptions options) {
        Tail tail = tail(statistic, threshold, options);
        double level = statistic.evidenceOf(Math.abs(threshold));
        List<VoxelCluster> found =
                VoxelCluster.find(tested, tail, height -> height > level, options.extent(), options.connectivity());
        return Arrays.stream(tail.signs())
                .mapToObj(sign -> found.stream()
                        .filter(cluster -> cluster.sign() == sign)
                        .sorted(Comparator.comparingDouble(VoxelCluster::peak).reversed())
                        .toList())
                .toList();
    }

    private static List<Cluster> clusters(Statistic statistic, Grid grid, List<VoxelCluster> sorted, double distance) {
        List<List<Maximum>> maxima = new LocalMaxima(grid, sorted).find();
        List<Cluster> clusters = new ArrayList<>();
        for (int c = 0; c < sorted.size(); c++) {
            int sign = sorted.get(c).sign(), voxels = sorted.get(c).size();
            List<Peak> peaks = new ArrayList<>();
            for (Maximum maximum : maxima.get(c)) {
                Peak peak = Peak.at(grid, maximum.index(), statistic.valueOf(sign * maximum.height()));
                if (peaks.size() < MOST_PEAKS && peaks.stream().allMatch(higher -> higher.distance(peak) > distance))
                    peaks.add(peak);
            }
            clusters.add(new Cluster(voxels, voxels * grid.voxelVolume(), peaks));
        }
        return clusters;
    }

    /**
     * A table with a row for each peak: id of the cluster ({@code 1}, its sub-peaks {@code 1a}, {@code 1b}, {@code 1c}),
     * position in mm, voxel from 0, statistic, size of the cluster (empty for sub-peaks), and a column of corrected
     * p-values for each map of them, read at the peak. The p of size and mass is therefore that of the cluster which the
     * permutation test formed there, at its own threshold. Columns that nilearn's table has too have the same names.
     *
     * @param clusters as {@link #find} gives them
     * @param corrected maps of corrected p on the same grid, may be empty
     * @return the table, without rows if there is no cluster
     */
    public static Table toTable(ClusterTable clusters, List<CorrectedP> corrected) {
        return toTable(clusters, corrected, PeakEffects.NONE);
    }

    /**
     * The same table with the sizes of the effect at the peaks in columns behind all others.
     *
     * @param effects maps on the same grid
     */
    public static Table toTable(ClusterTable clusters, List<CorrectedP> corrected, PeakEffects effects) {
        return ClusterRows.table(clusters, corrected, effects);
    }

    /**
     * A table of clusters with the regions of an atlas in two more columns behind all others: see {@link ClusterRegions#add}.
     *
     * @param clusters as {@link #toTable} makes it
     * @param labels as {@link #labels} makes them of the same map
     * @param atlas on any grid
     * @throws InputException if the atlas has no region on the grid of the map
     */
    public static Table withRegions(Table clusters, Volume labels, Atlas atlas) {
        return ClusterRegions.add(clusters, labels, atlas.on(labels.grid()));
    }

    /**
     * Says which side was not tested, if there are clusters on it.
     *
     * @param clusters as {@link #find} gives them
     * @param corrected as {@link #toTable} takes them
     * @return one sentence; nothing if every cluster lies on a side that was tested
     */
    public static Optional<String> untested(ClusterTable clusters, List<CorrectedP> corrected) {
        List<Peak> peaks = clusters.clusters().stream()
                .map(cluster -> cluster.peaks().get(0))
                .toList();
        return corrected.stream()
                .filter(p -> !peaks.stream().allMatch(p::isTested))
                .map(CorrectedP::tail)
                .map(tail -> "The " + (tail == Tail.POSITIVE ? Tail.NEGATIVE : Tail.POSITIVE)
                        + " side was not tested (tail=" + tail + "): its cells of corrected p are empty.")
                .findFirst();
    }

    /**
     * Writes a table as text in UTF-8, cells between tabs, the names of the columns in the first line.
     *
     * @param table the table
     * @param path the file, replaced if it exists
     * @throws InputException if it cannot be written
     */
    public static void write(Table table, Path path) {
        table.write(path);
    }
}
