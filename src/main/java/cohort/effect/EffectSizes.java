package cohort.effect;

import cohort.design.matrix.Columns;
import cohort.design.matrix.IndependentRegressors;
import cohort.glm.ContrastMaps;
import cohort.glm.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * How large the effect of a contrast is, in a model whose errors all have one variance σ². With n rows and ν degrees of freedom
 * of the residuals:
 *
 * <ul>
 *   <li>d (Cohen 1988) of a mean or a difference of means is the estimate over the residual standard deviation s; g is d without
 *       its bias (Hedges 1981). d is proportional to t, so that the limits of the noncentrality of t are those of δ, which d and
 *       g both estimate (Steiger &amp; Fouladi 1997).
 *   <li>r of any other contrast of one row is its partial correlation, t / √(t² + ν), with the limits δ / √(δ² + n).
 *   <li>partialR2 is the share that the contrast of q rows explains of the variance that the nuisance regressors leave, q F / (q
 *   F + ν); R2 is the share of the variance about the mean that the model explains; both have the limits λ / (λ + n) (Steiger
 *   2004, Psychological Methods 9:164), the
 *       regressors being fixed.
 *   <li>sd is s.
 * </ul>
 */
public final class EffectSizes {
    /** The names of the maps that there may be, in the order in which they are written. */
    public static final List<String> NAMES = List.of(
            "d",
            "dLower",
            "dUpper",
            "g",
            "dUnpooled",
            "dUnpooledLower",
            "dUnpooledUpper",
            "gUnpooled",
            "r",
            "rLower",
            "rUpper",
            "partialR2",
            "partialR2Lower",
            "partialR2Upper",
            "R2",
            "R2Lower",
            "R2Upper",
            "sd");

    private final IndependentRegressors regressors;
    private final DMatrixRMaj contrast;
    private final Optional<Double> ofMeans;
    private final Optional<Double> unit;

    private EffectSizes(
            IndependentRegressors regressors, DMatrixRMaj contrast, Optional<Double> ofMeans, Optional<Double> unit) {
        this.regressors = regressors;
        this.contrast = contrast;
        this.ofMeans = ofMeans;
        this.unit = unit;
    }

    /**
     * The effect sizes of a contrast, before there are data.
     *
     * @param design rows x regressors
     * @param contrast contrast rows x regressors, which the design determines
     * @param independent whether each row is of a subject of its own; if not, s is no standard deviation of subjects, and d is
     *     left out
     * @param unit what the values are multiplied by to be in the units of the maps; nothing if they have no such unit, and sd
     *     is left out
     */
    public static EffectSizes of(DMatrixRMaj design, DMatrixRMaj contrast, boolean independent, Optional<Double> unit) {
        Optional<Double> ofMeans = independent && contrast.numRows == 1
                ? ContrastOfMeans.of(design, contrast).map(ContrastOfMeans::size)
                : Optional.empty();
        return new EffectSizes(IndependentRegressors.of(design), contrast.copy(), ofMeans, unit);
    }

    /** The names of the maps, in their order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (ofMeans.isPresent()) {
            names.addAll(List.of("d", "dLower", "dUpper"));
            if (regressors.degreesOfFreedom() >= HedgesCorrection.FEWEST) names.add("g");
        } else if (contrast.numRows == 1) names.addAll(List.of("r", "rLower", "rUpper"));
        names.addAll(List.of("partialR2", "partialR2Lower", "partialR2Upper"));
        if (explaining() > 0) names.addAll(List.of("R2", "R2Lower", "R2Upper"));
        if (unit.isPresent()) names.add("sd");
        return List.copyOf(names);
    }

    /** Number of regressors beside the mean; 0 if the model has none, so that there is no share of variance about it. */
    private int explaining() {
        return regressors.hasConstant() ? regressors.rank() - 1 : 0;
    }

    /**
     * The maps.
     *
     * @param fit the model of the design
     * @param tested the contrast's maps in it
     * @return by name, in mask order
     */
    public Map<String, double[]> maps(LeastSquares fit, ContrastMaps tested) {
        Map<String, double[]> maps = new LinkedHashMap<>();
        int rows = contrast.numRows;
        if (rows == 1) ofT(tested.statistic(), maps);
        shares("partialR2", rows == 1 ? each(tested.statistic(), t -> t * t) : tested.statistic(), rows, maps);
        if (explaining() > 0) shares("R2", model(fit), explaining(), maps);
        unit.ifPresent(u -> maps.put("sd", each(fit.dispersion(), dispersion -> u * Math.sqrt(dispersion))));
        return maps;
    }

    private void ofT(double[] t, Map<String, double[]> maps) {
        int dof = regressors.degreesOfFreedom(), n = regressors.subjects();
        NoncentralityLimits limits = new LimitsOfT(dof).tabulated(greatest(t));
        if (ofMeans.isEmpty()) {
            maps.put("r", each(t, x -> x / Math.sqrt(x * x + dof)));
            maps.put("rLower", each(t, x -> correlation(limits.lower(x), n)));
            maps.put("rUpper", each(t, x -> correlation(limits.upper(x), n)));
            return;
        }
        double scale = Columns.norm(regressors.inBasis(contrast.data)) / ofMeans.get();
        maps.put("d", each(t, x -> scale * x));
        maps.put("dLower", each(t, x -> scale * limits.lower(x)));
        maps.put("dUpper", each(t, x -> scale * limits.upper(x)));
        if (dof >= HedgesCorrection.FEWEST) {
            double unbiased = scale * HedgesCorrection.of(dof);
            maps.put("g", each(t, x -> unbiased * x));
        }
    }

    private static double correlation(double noncentrality, int n) {
        return noncentrality / Math.sqrt(noncentrality * noncentrality + n);
    }

    /** A share of variance with its limits. */
    private void shares(String name, double[] f, int numerator, Map<String, double[]> maps) {
        int dof = regressors.degreesOfFreedom(), n = regressors.subjects();
        NoncentralityLimits limits = new LimitsOfF(numerator, dof).tabulated(greatest(f));
        maps.put(name, each(f, x -> share(numerator * x, dof)));
        maps.put(name + "Lower", each(f, x -> share(limits.lower(x), n)));
        maps.put(name + "Upper", each(f, x -> share(limits.upper(x), n)));
    }

    private static double share(double size, int rest) {
        return size / (size + rest);
    }

    /** F of all regressors but the mean, which is the first of the basis. */
    private double[] model(LeastSquares fit) {
        double[] f = new double[fit.voxels()];
        for (int k = 1; k < fit.coefficients().length; k++)
            for (int v = 0; v < f.length; v++) f[v] += fit.coefficients()[k][v] * fit.coefficients()[k][v];
        for (int v = 0; v < f.length; v++) f[v] /= explaining() * fit.dispersion()[v];
        return f;
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private static double[] each(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }
}
