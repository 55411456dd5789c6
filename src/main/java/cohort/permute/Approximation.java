package cohort.permute;

import cohort.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A curve that is fitted to a null distribution, so that p-values need not end where the number of shuffles does (Winkler
 * et al. 2016, NeuroImage 141:502). Where it does not fit, the shuffles are counted.
 */
public enum Approximation {
    /** The shuffles are counted. */
    NONE(nulls -> nulls),
    /** A generalised Pareto distribution for the tail; see {@link ParetoTail}. */
    TAIL(ParetoTail::fit),
    /** A gamma distribution for all; see {@link GammaCurve}. */
    GAMMA(GammaCurve::fit);

    private final Function<NullDistribution, NullModel> fit;

    Approximation(Function<NullDistribution, NullModel> fit) {
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

    /** Fits; what comes out counts the shuffles if the fit is poor. */
    NullModel fit(NullDistribution nulls) {
        return fit.apply(nulls);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
