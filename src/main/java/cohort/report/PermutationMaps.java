package cohort.report;

import cohort.permute.ContrastResult;
import cohort.permute.CorrectedMap;
import cohort.threshold.Thresholds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The maps that a permutation test makes of a contrast. */
public final class PermutationMaps {

    private PermutationMaps() {}

    /**
     * All maps in mask order by the names of their files, those of p as −log10 p.
     *
     * @param signed whether the corrected p of t or v bear its sign; those of F or G have none
     */
    public static Map<String, double[]> of(ContrastResult result, boolean signed) {
        double[] statistic = result.statistics().get(0).map();
        Map<String, double[]> maps = new LinkedHashMap<>();
        for (CorrectedMap map : result.statistics()) {
            maps.put(map.name(), map.map());
            maps.put(map.logPName(), signed ? signed(map.logP(), statistic) : map.logP());
            map.jointLogP()
                    .ifPresent(joint -> maps.put(map.jointLogPName(), signed ? signed(joint, statistic) : joint));
        }
        result.uncorrected().ifPresent(p -> {
            maps.put("logpUncorrected", logarithms(p));
            maps.put("logpFdr", logarithms(Thresholds.adjusted(p)));
        });
        return maps;
    }

    private static double[] signed(double[] logP, double[] statistic) {
        return IntStream.range(0, logP.length)
                .mapToDouble(v -> statistic[v] < 0 ? 0 - logP[v] : logP[v])
                .toArray();
    }

    private static double[] logarithms(double[] p) {
        return Arrays.stream(p).map(value -> -Math.log10(value) + 0.0).toArray();
    }
}
