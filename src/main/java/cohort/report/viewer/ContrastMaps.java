package cohort.report.viewer;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ShownThreshold;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.report.words.ClusterListing;
import cohort.report.words.Significance;
import cohort.threshold.statistic.MapWords;
import cohort.threshold.statistic.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The maps of a contrast on their way into the viewer.
 *
 * @param results of the run
 * @param tested the contrast
 * @param listing its clusters
 * @param order the voxels of the mask in the order of the viewer's lattice, as indices in the order of the file
 */
record ContrastMaps(GroupResults results, ContrastResults tested, ClusterListing listing, int[] order) {
    private static final double UNCORRECTED = 0.001;

    PackedContrast packed() {
        boolean[] exact = exact();
        List<PackedMap> maps = new ArrayList<>();
        String statistic = tested.statistic();
        maps.add(statistic(statistic, exact));
        tested.maps().keySet().stream()
                .filter(name -> !name.equals(statistic) && !isP(name))
                .forEach(name -> maps.add(statistic(name, exact)));
        for (CorrectedMap test : tested.tests()) {
            String by = test.info().symbol();
            maps.add(p(test.logPName(), "Corrected p by " + by, Significance.ALPHA, by, exact));
            if (tested.maps().containsKey(test.jointLogPName()))
                maps.add(p(
                        test.jointLogPName(),
                        "Corrected p by " + by + ", over all contrasts",
                        Significance.ALPHA,
                        by + ", all contrasts",
                        exact));
        }
        if (tested.maps().containsKey("logpUncorrected"))
            maps.add(p("logpUncorrected", "Uncorrected p (permutation)", UNCORRECTED, "", exact));
        if (tested.maps().containsKey("logpFdr"))
            maps.add(p("logpFdr", "False discovery rate q (permutation)", Significance.ALPHA, "FDR", exact));
        if (tested.maps().containsKey("logp"))
            maps.add(p("logp", "Uncorrected p (parametric)", UNCORRECTED, "", exact));
        tested.bonferroni(results.mask())
                .ifPresent(logP -> maps.add(p(
                        logP,
                        "Corrected p by Bonferroni (parametric)",
                        Significance.ALPHA,
                        tested.tests().isEmpty() ? "Bonferroni" : "",
                        exact)));
        int kept = (int) IntStream.range(0, exact.length).filter(v -> exact[v]).count();
        int side = IntStream.of(tested.tail().signs()).sum();
        return new PackedContrast(
                tested.contrast().text(), side, Packing.pack(Packing.bits(exact)), kept, List.copyOf(maps));
    }

    private static boolean isP(String name) {
        return name.equals("p") || name.startsWith("logp");
    }

    private PackedMap statistic(String name, boolean[] exact) {
        String title = tested.test(name)
                .map(test -> test.info().headingWithUnit())
                .orElseGet(() -> name.equals("z") ? "z (parametric)" : MapWords.title(name));
        String symbol = symbol(name);
        int decimals = tested.test(name).map(test -> test.info().decimals()).orElse(name.equals("variance") ? 4 : 2);
        return new PackedMap(
                title,
                symbol,
                PackedMap.Kind.VALUE,
                decimals,
                threshold(name, symbol),
                "",
                PackedValues.of(values(tested.maps().get(name)), exact));
    }

    /** That of the pictures. */
    private double threshold(String name, String symbol) {
        if (symbol.equals(listing.symbol())) return listing.level();
        if (name.equals(tested.statistic())) return ShownThreshold.of(tested).level();
        if (name.equals("z")) return Statistics.z().evidence(UNCORRECTED, tested.tail());
        return tested.test(name)
                .filter(test -> test.info().kind() == StatisticInfo.Kind.NEIGHBOURHOOD)
                .map(test -> test.nulls().critical(Significance.ALPHA).orElse(0))
                .orElse(0.0);
    }

    private PackedMap p(String name, String title, double alpha, String test, boolean[] exact) {
        return p(tested.maps().get(name), title, alpha, test, exact);
    }

    private PackedMap p(Volume logP, String title, double alpha, String test, boolean[] exact) {
        return new PackedMap(
                title, "p", PackedMap.Kind.P, 0, -Math.log10(alpha), test, PackedValues.of(values(logP), exact));
    }

    private double[] values(Volume map) {
        double[] values = map.values();
        return Arrays.stream(order).mapToDouble(index -> values[index]).toArray();
    }

    /** Where something is evidence against the null hypothesis: by a corrected p, by its own p, or in a cluster that is listed. */
    private boolean[] exact() {
        boolean[] exact = new boolean[order.length];
        mark(exact, tested.map(), ShownThreshold.of(tested).level());
        tested.maps().forEach((name, map) -> {
            if (name.startsWith("logpMax") || name.equals("logpFdr")) mark(exact, map, -Math.log10(Significance.ALPHA));
            if (symbol(name).equals(listing.symbol())) mark(exact, map, listing.level());
        });
        if (tested.maps().containsKey("z")) mark(exact, tested.maps().get("z"), threshold("z", "z"));
        tested.bonferroni(results.mask()).ifPresent(logP -> mark(exact, logP, -Math.log10(Significance.ALPHA)));
        return exact;
    }

    private String symbol(String name) {
        return tested.test(name).map(test -> test.info().symbol()).orElseGet(() -> MapWords.symbol(name));
    }

    /** Voxels two steps of the picture below the level keep their values, too, so that no rounding lifts others above it. */
    private void mark(boolean[] exact, Volume map, double level) {
        double[] values = values(map);
        double least = level - 2 * PackedValues.step(values);
        for (int v = 0; v < values.length; v++) exact[v] |= Math.abs(values[v]) >= least;
    }
}
