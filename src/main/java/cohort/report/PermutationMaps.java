package cohort.report;

import cohort.permute.ContrastResult;
import cohort.permute.CorrectedMap;
import cohort.threshold.Thresholds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The maps that a permutation test makes of a contrast. */
public final class PermutationMaps {

    private PermutationMaps() {}

    /** All maps in mask order by the names of their files, those of p as −log10 p. */
    public static Map<String, double[]> of(ContrastResult result) {
        Map<String, double[]> maps = new LinkedHashMap<>();
        for (CorrectedMap map : result.statistics()) {
            maps.put(map.name(), map.map());
            maps.put(map.logPName(), map.logP());
            map.jointLogP().ifPresent(joint -> maps.put(map.jointLogPName(), joint));
        }
        result.uncorrected().ifPresent(p -> {
            maps.put("logpUncorrected", logarithms(p));
            maps.put("logpFdr", logarithms(Thresholds.adjusted(p)));
        });
        return maps;
    }

    private static double[] logarithms(double[] p) {
        return Arrays.stream(p).map(value -> -Math.log10(value) + 0.0).toArray();
    }
}
