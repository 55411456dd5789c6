package cohort.threshold.rule;

import cohort.image.Volume;
import cohort.permute.nulls.Tail;
import cohort.text.Numbers;
import cohort.text.Words;
import cohort.threshold.statistic.Statistic;
import java.util.List;

/**
 * A rule that keeps what is at least as high as a level; a value equal to it is kept, as in nilearn 0.14.1.
 */
interface HeightRule extends ThresholdRule {

    /**
     * The level at or above which a voxel is kept.
     *
     * @param evidence of all tests, in any order
     * @param statistic what the evidence is of
     * @param tail the side or sides on which it counts
     * @param alpha the error rate, above 0 and at most 0.5, which both sides share
     * @return at least 0; infinite if no voxel is to be kept
     */
    double level(double[] evidence, Statistic statistic, Tail tail, double alpha);

    @Override
    default ThresholdedMap apply(TestedMap map, ThresholdOptions options) {
        Statistic statistic = map.statistic();
        Tail tail = options.tail();
        double level = level(map.evidence(tail), statistic, tail, options.alpha());
        List<VoxelCluster> clusters =
                VoxelCluster.find(map, tail, height -> height >= level, options.extent(), options.connectivity());
        double[] kept = new double[map.mask().grid().voxels()];
        int voxels = 0;
        for (VoxelCluster cluster : clusters) {
            voxels += cluster.size();
            for (int i = 0; i < cluster.size(); i++)
                kept[cluster.indices()[i]] = statistic.valueOf(cluster.sign() * cluster.heights()[i]);
        }
        String sides = " (" + statistic.sides(tail) + ")";
        String threshold = level < Double.POSITIVE_INFINITY
                ? "the threshold " + Numbers.plain(statistic.valueOf(level)) + sides
                : "no threshold" + sides + " keeps the error rate: the map";
        String left = voxels == 0
                ? " leaves no " + options.extent().words() + "; " + map.reach(tail) + "."
                : " leaves " + Words.count(voxels) + " of " + map.tests() + " in "
                        + Words.count(clusters.size(), "cluster") + ".";
        return new ThresholdedMap(
                Volume.of(map.mask().grid(), kept), statistic, statistic.valueOf(level), tail, threshold + left);
    }
}
