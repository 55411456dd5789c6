package cohort.command;

import cohort.analysis.record.HowTested;
import cohort.analysis.record.MapHeaders;
import cohort.analysis.record.TestedContrast;
import cohort.permute.ContrastResult;
import cohort.permute.Hypothesis;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The tests that are asked for, as the engine, the maps' headers and the record have them.
 *
 * @param question what is asked
 * @param how how each contrast is tested
 * @param tfce whether threshold-free cluster enhancement is one of the statistics
 */
record AskedTests(Question question, List<HowTested> how, boolean tfce) {

    /** For the engine. */
    List<Hypothesis> tests() {
        return IntStream.range(0, how.size()).mapToObj(this::test).toList();
    }

    private Hypothesis test(int contrast) {
        HowTested tested = how.get(contrast);
        List<MapStatistic> statistics = new ArrayList<>();
        if (tested.forming() > 0)
            statistics.addAll(List.of(new ClusterSize(tested.forming()), new ClusterMass(tested.forming())));
        if (tfce) statistics.add(EnhancedStatistic.DEFAULT);
        return new Hypothesis(
                new DMatrixRMaj(question.contrasts().get(contrast).rows()),
                statistics,
                Optional.of(Tail.of(tested.tail())),
                question.stratum(contrast));
    }

    /** For the maps. */
    List<MapHeaders> headers() {
        return IntStream.range(0, how.size())
                .mapToObj(c -> MapHeaders.ofTest(question.contrasts().get(c).rows().length, how.get(c)))
                .toList();
    }

    /** For the record. */
    List<TestedContrast> tested(List<ContrastResult> results) {
        return IntStream.range(0, how.size())
                .mapToObj(c -> TestedContrast.of(question.contrasts().get(c), results.get(c), how.get(c)))
                .toList();
    }
}
