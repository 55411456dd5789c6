package cohort.report;

import cohort.permute.ClusterForming;
import cohort.permute.ClusterSize;
import cohort.permute.MapStatistic;
import cohort.permute.Tail;
import java.util.List;
import java.util.OptionalDouble;

/** The threshold above which voxels formed clusters. */
final class FormingLevel {

    private FormingLevel() {}

    /** Of a contrast; nothing if no cluster statistic was asked for. */
    static OptionalDouble of(RunRecord run, ContrastResults contrast) {
        boolean clusters = contrast.test("size").isPresent();
        return clusters ? OptionalDouble.of(at(p(run), run, contrast)) : OptionalDouble.empty();
    }

    /** Of a contrast by its record; nothing if no cluster statistic was asked for. */
    static OptionalDouble of(RunRecord run, TestedContrast contrast) {
        return contrast.statistics().contains("size")
                ? OptionalDouble.of(
                        at(p(run), run.tail(contrast), contrast.rows().size(), run))
                : OptionalDouble.empty();
    }

    /** The cluster-forming p. */
    static double p(RunRecord run) {
        return Double.parseDouble(run.parameter("cluster_p"));
    }

    /** The statistic whose uncorrected p, shared by both tails if both count, is the given one. */
    static double at(double p, RunRecord run, ContrastResults contrast) {
        return at(p, contrast.tail(), contrast.contrast().rows().length, run);
    }

    private static double at(double p, Tail tail, int rows, RunRecord run) {
        return ClusterForming.level(p, tail, rows, run.degreesOfFreedom());
    }

    /** Of the statistics that a contrast is tested by; nothing if none is of clusters. */
    static OptionalDouble among(List<MapStatistic> statistics) {
        return statistics.stream()
                .filter(ClusterSize.class::isInstance)
                .mapToDouble(statistic -> ((ClusterSize) statistic).level())
                .findFirst();
    }
}
