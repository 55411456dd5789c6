package cohort.report;

import cohort.permute.ClusterForming;
import java.util.OptionalDouble;

/** The threshold above which voxels formed clusters. */
final class FormingLevel {

    private FormingLevel() {}

    /** Of a contrast; nothing if no cluster statistic was asked for. */
    static OptionalDouble of(RunRecord run, ContrastResults contrast) {
        boolean clusters = contrast.test("size").isPresent();
        return clusters ? OptionalDouble.of(at(p(run), run, contrast)) : OptionalDouble.empty();
    }

    /** The cluster-forming p. */
    static double p(RunRecord run) {
        return Double.parseDouble(run.parameter("cluster_p"));
    }

    /** The statistic whose uncorrected p, shared by both tails if both count, is the given one. */
    static double at(double p, RunRecord run, ContrastResults contrast) {
        return ClusterForming.level(p, contrast.tail(), contrast.contrast().rows().length, run.degreesOfFreedom());
    }
}
