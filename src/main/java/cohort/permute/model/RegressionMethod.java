package cohort.permute.model;

import cohort.InputException;
import cohort.design.matrix.Columns;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a permutation test treats the nuisance (Winkler et al. 2014, NeuroImage 92:381, Table 2).
 *
 * <p>With data Y, effect X, nuisance Z, the whole model M = [X Z], projections H, residual-forming matrices R = I − H and
 * a shuffle P, each method shuffles data and fits a model again:
 *
 * <table>
 * <caption>What each method fits, and what it takes of the data y of a voxel</caption>
 * <tr><th>method</th><th>model</th><th>ỹ ∝</th><th>b</th><th>a</th></tr>
 * <tr><td>Freedman–Lane</td><td>(P R_Z + H_Z) Y = Xβ + Zγ</td><td>R_Z y</td><td>(Sx)·ỹ</td><td>(Sz)·ỹ</td></tr>
 * <tr><td>Kennedy</td><td>P R_Z Y = R_Z Xβ</td><td>R_Z y</td><td>(Sx)·ỹ</td><td>none</td></tr>
 * <tr><td>Manly</td><td>P Y = Xβ + Zγ</td><td>R_I y</td><td>(Sx)·ỹ</td><td>(Sz)·ỹ</td></tr>
 * <tr><td>ter Braak</td><td>(P R_M + H_M) Y = Xβ + Zγ, β − β̂ tested</td><td>R_M y</td><td>(Sx)·ỹ</td><td>(Sz)·ỹ</td></tr>
 * <tr><td>Draper–Stoneman</td><td>Y = S X β + Zγ</td><td>R_Z y</td><td>orth(R_Z S X)·ỹ</td><td>none</td></tr>
 * </table>
 *
 * <p>Here x and z are orthonormal columns that span R_Z X and Z, S = P' shuffles the design instead of the data, and ỹ has
 * unit length. Then t = b √(ν / (1 − |a|² − b²)) and F = |b|² ν / (q (1 − |a|² − |b|²)) with ν = n − rank(M). I is the part
 * of Z that no shuffle changes (Sz = z, the intercept of a permutation): what ỹ has of it is the same for all shuffles,
 * so that it leaves the data once and for all, and a is summed over the rest of z alone. Kennedy's ν, which counts Z too,
 * makes the unshuffled statistic the usual one; the same number divides every shuffle, so that no p depends on it.
 */
public enum RegressionMethod {
    /** Residuals of the reduced model are shuffled; nearly exact, and the reference's method. */
    FREEDMAN_LANE("Freedman-Lane"),
    /** Residuals of data and design are shuffled as if no nuisance had been; liberal in small samples. */
    KENNEDY("Kennedy"),
    /** The data are shuffled as they are; sensitive to outliers in the nuisance. */
    MANLY("Manly"),
    /** Residuals of the full model are shuffled about the estimate. */
    TER_BRAAK("ter Braak"),
    /** The tested columns of the design are shuffled alone; breaks their correlation with the nuisance. */
    DRAPER_STONEMAN("Draper-Stoneman");

    private static final double[][] NONE = {};

    private final String words;

    RegressionMethod(String words) {
        this.words = words;
    }

    /**
     * @param name the authors in lower case with hyphens, such as {@code freedman-lane}
     * @throws InputException if there is no such method
     */
    public static RegressionMethod of(String name) {
        return Arrays.stream(values())
                .filter(method -> method.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("method: found " + name + ", expected one of "
                        + Arrays.stream(values()).map(Object::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** The authors. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What is taken from the data and what is shuffled.
     *
     * @param model effect and nuisance
     * @param invariants columns that no shuffle changes
     */
    public ShuffledModel prepare(ModelPartition model, double[][] invariants) {
        double[][] x = model.effect(), z = model.nuisance();
        double[][] shuffled = model.nuisanceBeyond(invariants);
        int dof = model.degreesOfFreedom();
        return switch (this) {
            case FREEDMAN_LANE -> ShuffledModel.of(z, x, shuffled, dof);
            case KENNEDY -> ShuffledModel.of(z, x, NONE, dof);
            case MANLY -> ShuffledModel.of(model.nuisanceWithin(invariants), x, shuffled, dof);
            case TER_BRAAK ->
                ShuffledModel.of(Stream.concat(Stream.of(z), Stream.of(x)).toArray(double[][]::new), x, shuffled, dof)
                        .observedWithout(z);
            case DRAPER_STONEMAN ->
                ShuffledModel.of(z, tested(model, invariants), NONE, dof).clearedOf(z);
        };
    }

    /** The tested columns without what leaves them after every shuffle: so mirrored labels give mirrored columns. */
    private static double[][] tested(ModelPartition model, double[][] invariants) {
        double[][] fixed = model.nuisanceWithin(invariants);
        double[][] tested = Columns.copy(model.tested());
        for (int c = 0; c < tested.length; c++) {
            Columns.removeProjection(tested[c], fixed);
            tested[c] = Columns.unit(tested[c]);
        }
        return ModelPartition.orthonormalize(tested);
    }
}
