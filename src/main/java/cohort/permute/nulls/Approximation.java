package cohort.permute.nulls;

import cohort.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A curve that is fitted to a null distribution, so that p-values need not end where the number of shuffles does (Winkler
 * et al. 2016, NeuroImage 141:502). Where it does not fit, the shuffles are counted.
 */
public enum Approximation {
    /** The shuffles are counted. */
    NONE("", List.of()),
    /** A generalised Pareto distribution for the tail; see {@link ParetoTail}. */
    TAIL(
            "a generalised Pareto distribution was fitted to the tail of the maxima",
            List.of(all -> ParetoTail.fit(all.sorted()))),
    /**
     * A gamma distribution for all; see {@link GammaCurve}. It is fitted where most maxima are, and may be too thin far out, so
     * that the tail is asked too.
     */
    GAMMA(
            "a gamma distribution and a generalised Pareto distribution of the tail were fitted to the maxima",
            List.of(GammaCurve::fit, all -> ParetoTail.fit(all.sorted())));

    private final String words;
    private final List<Function<NullDistribution, Optional<NullModel>>> curves;

    Approximation(String words, List<Function<NullDistribution, Optional<NullModel>>> curves) {
        this.words = words;
        this.curves = curves;
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
     * Fits; the shuffles are counted if the fit is poor.
     *
     * @param nulls the maxima of the shuffles
     * @param observed the maximum of the unshuffled labelling, which the curve is fitted with, as PALM does: without it, p
     *     below 1 / (1 + shuffles) comes too often
     */
    public NullModel fit(NullDistribution nulls, double observed) {
        if (curves.isEmpty()) return nulls;
        NullDistribution all = nulls.with(observed);
        List<NullModel> fitted = curves.stream()
                .map(curve -> curve.apply(all))
                .flatMap(Optional::stream)
                .toList();
        return fitted.size() < curves.size() ? nulls : new FittedNulls(nulls, fitted);
    }

    /** What was fitted, as a clause for a section on methods; empty for {@link #NONE}. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
