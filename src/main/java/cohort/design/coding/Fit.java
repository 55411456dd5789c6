package cohort.design.coding;

import cohort.InputException;
import cohort.design.basis.BSplines;
import cohort.design.basis.LevelCoding;
import cohort.design.basis.OrthogonalPolynomials;
import cohort.design.formula.Expression;
import cohort.design.formula.Factor;
import cohort.design.formula.RegressorNames;
import cohort.table.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Settles what a factor takes from all subjects: its levels, means, polynomials and knots. */
final class Fit {
    private static final List<String> TRUTH = List.of("FALSE", "TRUE");

    private final Covariates subjects;

    /** @param subjects those in the analysis */
    Fit(Covariates subjects) {
        this.subjects = subjects;
    }

    FittedFactor of(Factor factor) {
        if (factor instanceof Factor.Levels levels) return levels(levels.column(), levels.coding(), levels.reference());
        if (factor instanceof Factor.Column column)
            return subjects.isText(column.column())
                    ? levels(column.column(), LevelCoding.TREATMENT, Optional.empty())
                    : number(RegressorNames.safe(column.column()), new Expression.Column(column.column()));
        if (factor instanceof Factor.Number number) {
            boolean called = number.of() instanceof Expression.Call;
            return number(called ? number.of().name() : "I(" + number.of().name() + ")", number.of());
        }
        if (factor instanceof Factor.CovariateMap map) return map(map);
        if (factor instanceof Factor.Polynomial poly) return polynomial(poly);
        if (factor instanceof Factor.Splines splines) return splines(splines);
        return condition((Factor.Condition) factor);
    }

    private FittedFactor number(String name, Expression of) {
        FittedNumber number = FittedNumber.of(of, subjects);
        number.of(subjects);
        return new FittedFactor.Numeric(List.of(name), rows -> new double[][] {number.of(rows)});
    }

    /** For the subjects the stand-ins of their files; in a cell, the mean: of a centered map 0, else 1 in its place. */
    private FittedFactor map(Factor.CovariateMap map) {
        double[] standIns = StandIns.of(subjects.cells(map.column()), map.column(), map.centered());
        return new FittedFactor.Voxelwise(map, rows -> {
            if (rows == subjects) return standIns;
            double[] mean = new double[rows.size()];
            Arrays.fill(mean, map.centered() ? 0 : 1);
            return mean;
        });
    }

    private FittedFactor polynomial(Factor.Polynomial poly) {
        FittedNumber of = FittedNumber.of(poly.of(), subjects);
        double[] x = of.of(subjects);
        String name = poly.of().name();
        requireDistinct(x, poly.degree(), "poly(" + name + ", " + poly.degree() + ")", "the degree");
        OrthogonalPolynomials polynomials = new OrthogonalPolynomials(x, poly.degree());
        return new FittedFactor.Numeric(numbered("poly." + name, poly.degree()), rows -> polynomials.at(of.of(rows)));
    }

    private FittedFactor splines(Factor.Splines splines) {
        FittedNumber of = FittedNumber.of(splines.of(), subjects);
        double[] x = of.of(subjects);
        String name = splines.of().name();
        int size = splines.df() > 0
                ? splines.df()
                : splines.degree() + splines.knots().size();
        requireDistinct(x, size, "bs(" + name + ", df=" + size + ")", "df");
        BSplines fitted = splines.df() > 0
                ? BSplines.ofFreedom(x, size, splines.degree())
                : BSplines.ofKnots(x, splines.knots(), splines.degree());
        for (double knot : splines.knots())
            if (!(knot > fitted.from() && knot < fitted.to()))
                throw new InputException("model: found the knot " + knot + " of bs(" + name
                        + ", ...), expected knots between " + fitted.from() + " and " + fitted.to()
                        + ", the smallest and the largest " + name + ".");
        String expected = "numbers between " + fitted.from() + " and " + fitted.to() + ", outside which the splines bs("
                + name + ", ...) are not defined";
        return new FittedFactor.Numeric(numbered("bs." + name, size), rows -> {
            double[] values = of.of(rows);
            rows.refuse(values, v -> v < fitted.from() || v > fitted.to(), name, expected);
            return fitted.at(values);
        });
    }

    private static void requireDistinct(double[] x, int columns, String text, String lower) {
        long points = Arrays.stream(x).distinct().count();
        if (columns >= points)
            throw new InputException(text + " needs more than " + columns + " distinct values, found " + points
                    + "; lower " + lower + ".");
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(c -> name + "." + c).toList();
    }

    private FittedFactor levels(String column, LevelCoding coding, Optional<String> wanted) {
        List<String> levels = subjects.levels(column);
        if (levels.size() < 2)
            throw new InputException("Column \"" + column + "\" of " + subjects.source() + " has \""
                    + String.join("", levels) + "\" for every subject, expected at least two levels; drop it from the"
                    + " formula.");
        int reference = wanted.map(levels::indexOf).orElse(0);
        if (reference < 0)
            throw new InputException("Column \"" + column + "\" of " + subjects.source() + " has no level \""
                    + wanted.orElseThrow() + "\" for ref, expected one of "
                    + String.join(", ", Nearest.first(wanted.orElseThrow(), levels)) + ".");
        return new FittedFactor.Categorical(column, levels, reference, coding, rows -> rows.cells(column).stream()
                .mapToInt(levels::indexOf)
                .toArray());
    }

    private FittedFactor condition(Factor.Condition condition) {
        Expression.Comparison is = condition.of();
        FittedNumber holds = FittedNumber.of(is, subjects);
        double[] values = holds.of(subjects);
        if (Arrays.stream(values).distinct().count() < 2)
            throw new InputException("model: found (" + written(is) + ") to be " + TRUTH.get((int) values[0])
                    + " for every subject, expected both values to occur; drop it or change its limit.");
        return new FittedFactor.Categorical(
                is.name(), TRUTH, 0, LevelCoding.TREATMENT, rows -> Arrays.stream(holds.of(rows))
                        .mapToInt(v -> (int) v)
                        .toArray());
    }

    private static String written(Expression.Comparison is) {
        return is.left().name() + " " + is.relation().sign() + " " + is.right().name();
    }
}
