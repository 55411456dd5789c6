package cohort.analysis.results;

import cohort.permute.CorrectedMap;
import cohort.permute.Hypothesis;
import cohort.permute.PermutedContrast;
import cohort.permute.model.StatisticInfo;
import cohort.permute.statistic.MapStatistic;
import cohort.threshold.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The maps that a permutation test makes of a contrast. */
public final class PermutationMaps {

    /** The maps of p of each voxel alone, and of its false discovery rate. */
    static final List<String> UNCORRECTED = List.of("logpUncorrected", "logpFdr");

    /** Statistics that are read by the degrees of freedom in the header of their map. */
    private static final Set<String> OF_ONE_FREEDOM = Set.of("t", "F");

    private PermutationMaps() {}

    /**
     * All maps in mask order by the names of their files, those of p as −log10 p. A z stands for t or F whose degrees of freedom
     * differ from voxel to voxel, which no header could tell.
     *
     * @param signed whether the corrected p of a statistic with two sides bear its sign
     */
    public static Map<String, double[]> of(PermutedContrast result, boolean signed) {
        double[] statistic = result.statistics().get(0).map();
        Map<String, double[]> maps = new LinkedHashMap<>();
        result.untransformed()
                .filter(map -> !OF_ONE_FREEDOM.contains(map.info().name()))
                .ifPresent(map -> maps.put(map.info().name(), map.map()));
        for (CorrectedMap map : result.statistics()) {
            maps.put(map.name(), map.map());
            maps.put(map.logPName(), signed ? signed(map.logP(), statistic) : map.logP());
            map.jointLogP()
                    .ifPresent(joint -> maps.put(map.jointLogPName(), signed ? signed(joint, statistic) : joint));
        }
        result.uncorrected().ifPresent(p -> {
            maps.put(UNCORRECTED.get(0), logarithms(p));
            maps.put(UNCORRECTED.get(1), logarithms(Thresholds.adjusted(p)));
        });
        return maps;
    }

    private static double[] signed(double[] logP, double[] statistic) {
        return IntStream.range(0, logP.length)
                .mapToDouble(v -> statistic[v] < 0 ? 0 - logP[v] : logP[v])
                .toArray();
    }

    /**
     * The names of the files' maps, before there are any: of a statistic of voxels, whose name may be another one as long, and
     * of all others.
     *
     * @param tests one for each contrast
     * @param ofVoxel the longest name that the statistic of voxels may have
     * @param uncorrected whether p of each voxel alone are asked for
     */
    public static List<String> names(List<Hypothesis> tests, String ofVoxel, boolean uncorrected) {
        List<String> names = new ArrayList<>();
        Stream.concat(Stream.of(ofVoxel), tests.stream().flatMap(test -> test.statistics().stream()
                        .map(MapStatistic::info)
                        .filter(info -> info.kind() != StatisticInfo.Kind.IMAGE)
                        .map(StatisticInfo::name)))
                .distinct()
                .forEach(statistic -> {
                    String logP = CorrectedMap.logPName(statistic);
                    names.addAll(List.of(statistic, tests.size() > 1 ? CorrectedMap.jointName(logP) : logP));
                });
        if (uncorrected) names.addAll(UNCORRECTED);
        return names;
    }

    /** The names of the maps of statistics that are corrected over the image and over contrasts. */
    public static List<String> names(List<String> statistics) {
        return statistics.stream()
                .flatMap(name -> Stream.of(name, CorrectedMap.jointName(CorrectedMap.logPName(name))))
                .toList();
    }

    private static double[] logarithms(double[] p) {
        return Arrays.stream(p).map(value -> -Math.log10(value) + 0.0).toArray();
    }
}
