package cohort.permute.nulls;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A curve that is fitted to a null distribution, so that p-values need not end where the number of shuffles does (Winkler
 * et al. 2016, NeuroImage 141:502). Where it does not fit, the shuffles are counted.
 */
public enum Approximation {
    /** The shuffles are counted. */
    NONE((nulls, all) -> nulls),
    /** A generalised Pareto distribution for the tail; see {@link ParetoTail}. */
    TAIL(ParetoTail::fit),
    /** A gamma distribution for all; see {@link GammaCurve}. */
    GAMMA(GammaCurve::fit);

    private final BiFunction<NullDistribution, NullDistribution, NullModel> fit;

    Approximation(BiFunction<NullDistribution, NullDistribution, NullModel> fit) {
        this.fit = fit;
    }

    /** @throws InputException if the name is none of {@code none}, {@code tail}, {@code gamma} */
    public static Approximation of(String name) {
        return Arrays.stream(values())
                .filter(approximation -> approximation.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("approximation: found " + name + ", expected one of "
                        + Arrays.stream(values()).map(Object::toString).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Fits; what comes out counts the shuffles if the fit is poor.
     *
     * @param nulls the maxima of the shuffles
     * @param observed the maximum of the unshuffled labelling, which the curve is fitted with, as PALM does: without it, p
     *     below 1 / (1 + shuffles) comes too often
     */
    public NullModel fit(NullDistribution nulls, double observed) {
        return fit.apply(nulls, nulls.with(observed));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
