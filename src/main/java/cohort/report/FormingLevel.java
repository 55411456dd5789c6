package cohort.report;

import cohort.permute.ClusterForming;
import java.util.OptionalDouble;

/** The threshold above which voxels formed clusters. */
final class FormingLevel {

    private FormingLevel() {}

    /** Of a contrast; nothing if its run formed no clusters. */
    static OptionalDouble of(HowTested how) {
        return how.forming() > 0 ? OptionalDouble.of(how.forming()) : OptionalDouble.empty();
    }

    /** The cluster-forming p. */
    static double p(RunRecord run) {
        return Double.parseDouble(run.parameter("cluster_p"));
    }

    /** The statistic whose uncorrected p, shared by both tails if both count, is the given one. */
    static double at(double p, ContrastResults contrast) {
        return contrast.isGrouped()
                ? ClusterForming.levelOfZ(p, contrast.tail())
                : ClusterForming.level(
                        p,
                        contrast.tail(),
                        contrast.contrast().rows().length,
                        contrast.how().degreesOfFreedom());
    }
}
