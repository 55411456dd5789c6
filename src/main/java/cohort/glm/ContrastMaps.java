package cohort.glm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The maps of one contrast, each in mask order.
 *
 * @param effect the estimate: for a t contrast the contrast of the coefficients, for F the norm of the whitened estimate
 * @param variance for t the variance of the effect, for F that of the residuals
 * @param statistic t or F
 * @param p the upper-tail probability of the statistic, one-sided for t; at least 1e-300
 * @param z the normal deviate with the same tail probability, within ±37.05
 */
public record ContrastMaps(double[] effect, double[] variance, double[] statistic, double[] p, double[] z) {
    /** The names under which the maps of t and F contrasts are written. */
    public static final List<String> NAMES =
            List.of("effect", "variance", "t", "F", "p", "z", "logp", "logpBonferroni");

    /**
     * The maps by their names, in the order in which they are written.
     *
     * @param isF whether the statistic is F
     */
    public Map<String, double[]> byName(boolean isF) {
        Map<String, double[]> maps = new LinkedHashMap<>();
        maps.put("effect", effect);
        maps.put("variance", variance);
        maps.put(isF ? "F" : "t", statistic);
        maps.put("p", p);
        maps.put("z", z);
        maps.put("logp", logP());
        maps.put("logpBonferroni", logPBonferroni());
        return maps;
    }

    /** −log10 of the uncorrected p, in mask order. */
    public double[] logP() {
        return minusLog10(1);
    }

    /** −log10 of the p after Bonferroni's correction for the number of voxels, in mask order; at least 0. */
    public double[] logPBonferroni() {
        return minusLog10(p.length);
    }

    private double[] minusLog10(double factor) {
        double[] log = new double[p.length];
        for (int v = 0; v < log.length; v++)
            log[v] = Double.isNaN(p[v]) ? 0 : -Math.log10(Math.min(1, factor * p[v])) + 0.0;
        return log;
    }
}
