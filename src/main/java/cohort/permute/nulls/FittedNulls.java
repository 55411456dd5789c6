package cohort.permute.nulls;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Nulls whose p follows from curves where counting ends. A p of 1 / (1 + shuffles) or more is never below the counted one, which
 * is valid whatever the curve is worth; below it, where no shuffle reaches the value, the curve that gives the largest p counts.
 * There p ends at a hundredth of the least counted one: smaller values would be a matter of the curve alone, not of the data.
 */
final class FittedNulls implements NullModel {
    private static final double LEAST = 0.01;

    private final NullDistribution nulls;
    private final List<NullModel> curves;

    FittedNulls(NullDistribution nulls, List<NullModel> curves) {
        this.nulls = nulls;
        this.curves = curves;
    }

    @Override
    public double p(double observed) {
        double fitted =
                curves.stream().mapToDouble(curve -> curve.p(observed)).max().orElseThrow();
        return Math.max(fitted, nulls.reach(observed) > 0 ? nulls.p(observed) : LEAST / (1 + nulls.size()));
    }

    @Override
    public String words() {
        return curves.stream().map(NullModel::words).collect(Collectors.joining(", or if that gives the larger p, "));
    }
}
