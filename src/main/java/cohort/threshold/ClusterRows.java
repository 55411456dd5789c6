package cohort.threshold;

import cohort.table.Table;
import cohort.text.Numbers;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes clusters as rows of text. */
final class ClusterRows {
    private static final List<String> COLUMNS = List.of(
            "Cluster ID", "X", "Y", "Z", "I", "J", "K", "Peak Stat", "Cluster Size (voxels)", "Cluster Size (mm3)");

    /** As many digits as maps in float32 may differ in. */
    private static final MathContext STATISTIC = new MathContext(9);

    private static final MathContext VOLUME = new MathContext(7);

    /** -log10 p in float32 gives p with fewer digits than it has itself. */
    private static final MathContext PROBABILITY = new MathContext(5);

    private ClusterRows() {}

    /** The limits of effect sizes are that exact. */
    private static final MathContext SIZE = new MathContext(6);

    static Table table(ClusterTable clusters, List<CorrectedP> corrected, PeakEffects effects) {
        List<String> columns = Stream.of(
                        COLUMNS.stream(),
                        corrected.stream().map(CorrectedP::column),
                        effects.columns().keySet().stream())
                .flatMap(names -> names)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < clusters.clusters().size(); c++) {
            Cluster cluster = clusters.clusters().get(c);
            for (int p = 0; p < cluster.peaks().size(); p++) rows.add(row(cluster, c, p, corrected, effects));
        }
        return Table.of("clusters", columns, rows);
    }

    private static List<String> row(Cluster cluster, int c, int p, List<CorrectedP> corrected, PeakEffects effects) {
        Peak peak = cluster.peaks().get(p);
        Stream<String> place = Stream.of(
                Cluster.id(c, p),
                Numbers.plain(peak.x(), STATISTIC),
                Numbers.plain(peak.y(), STATISTIC),
                Numbers.plain(peak.z(), STATISTIC),
                "" + peak.i(),
                "" + peak.j(),
                "" + peak.k(),
                Numbers.plain(peak.statistic(), STATISTIC));
        Stream<String> size =
                p > 0 ? Stream.of("", "") : Stream.of("" + cluster.voxels(), Numbers.plain(cluster.mm3(), VOLUME));
        Stream<String> probabilities = corrected.stream()
                .map(map -> map.at(peak))
                .map(value -> value.isPresent() ? Numbers.plain(value.getAsDouble(), PROBABILITY) : "");
        Stream<String> sizes = effects.at(peak).stream().map(value -> Numbers.plain(value, SIZE));
        return Stream.of(place, size, probabilities, sizes)
                .flatMap(cells -> cells)
                .toList();
    }
}
