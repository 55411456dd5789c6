package cohort.threshold;

import cohort.image.Volume;
import cohort.permute.Tail;
import java.util.List;

/**
 * A rule that keeps what is at least as high as a level; a value equal to it is kept, as in nilearn 0.14.0. The map is
 * one of z unless the rule says otherwise.
 */
interface HeightRule extends ThresholdRule {

    /**
     * The level at or above which a voxel is kept.
     *
     * @param evidence of all tests, in any order
     * @param alpha the error rate, above 0 and at most 0.5, of one side
     * @return at least 0; infinite if no voxel is to be kept
     */
    double level(double[] evidence, double alpha);

    @Override
    default ThresholdedMap apply(TestedMap map, ThresholdOptions options) {
        Tail tail = options.tail();
        double level = level(map.evidence(tail), options.sideAlpha());
        List<VoxelCluster> clusters =
                VoxelCluster.find(map, tail, height -> height >= level, options.extent(), options.connectivity());
        double[] kept = new double[map.mask().grid().voxels()];
        int voxels = 0;
        for (VoxelCluster cluster : clusters) {
            voxels += cluster.size();
            for (int i = 0; i < cluster.size(); i++) kept[cluster.indices()[i]] = cluster.sign() * cluster.heights()[i];
        }
        String sides = " (" + Wording.sides(tail) + ")";
        String threshold = level < Double.POSITIVE_INFINITY
                ? "the threshold " + Wording.number(level) + sides
                : "no threshold" + sides + " keeps the error rate: the map";
        String left = voxels == 0
                ? " leaves no " + Wording.cluster(options.extent()) + "; " + Wording.reach(map, tail) + "."
                : " leaves " + voxels + " of " + Wording.tests(map) + " in " + Wording.clusters(clusters.size()) + ".";
        return new ThresholdedMap(Volume.of(map.mask().grid(), kept), level, threshold + left);
    }
}
