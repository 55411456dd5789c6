package cohort.design.coding;

import cohort.InputException;
import cohort.design.formula.Expression;
import cohort.design.formula.NumberFunction;
import cohort.design.formula.Relation;
import cohort.table.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A number of each row as a formula reckons it. What depends on all subjects, such as a mean, is that of the subjects it was
 * made with, whatever rows it is asked for.
 */
@FunctionalInterface
interface FittedNumber {
    /** What is left of a constant column after centring, relative to its length. */
    double CONSTANT = 1e-10;

    /** A finite number for each row. */
    double[] of(Covariates rows);

    /**
     * @param expression what is reckoned
     * @param subjects the subjects in the analysis
     */
    static FittedNumber of(Expression expression, Covariates subjects) {
        if (expression instanceof Expression.Column column) return rows -> rows.numbers(column.column());
        if (expression instanceof Expression.Constant constant)
            return rows -> {
                double[] values = new double[rows.size()];
                Arrays.fill(values, constant.value());
                return values;
            };
        if (expression instanceof Expression.Negative negative)
            return of(negative.of(), subjects).then(x -> 0 - x);
        if (expression instanceof Expression.Arithmetic pair)
            return arithmetic(pair, of(pair.left(), subjects), of(pair.right(), subjects));
        if (expression instanceof Expression.Call call) return call(call, of(call.of(), subjects), subjects);
        return comparison((Expression.Comparison) expression, subjects);
    }

    private static FittedNumber arithmetic(Expression.Arithmetic pair, FittedNumber left, FittedNumber right) {
        return rows -> {
            double[] a = left.of(rows), b = right.of(rows);
            if (pair.sign() == '/')
                rows.refuse(b, x -> x == 0, "a divisor " + pair.right().name(), "other numbers in " + pair.name());
            double[] values = IntStream.range(0, a.length)
                    .mapToDouble(s -> result(pair.sign(), a[s], b[s]))
                    .toArray();
            rows.refuse(values, x -> !Double.isFinite(x), pair.name(), "a finite number");
            return values;
        };
    }

    /** No negative zero, which would be shown as such. */
    private static double result(char sign, double a, double b) {
        return 0.0
                + switch (sign) {
                    case '+' -> a + b;
                    case '-' -> a - b;
                    case '*' -> a * b;
                    case '/' -> a / b;
                    default -> Math.pow(a, b);
                };
    }

    private static FittedNumber call(Expression.Call call, FittedNumber of, Covariates subjects) {
        NumberFunction function = call.function();
        String inner = call.of().name(), text = function.text() + "(" + inner + ")";
        return switch (function) {
            case CENTER, ZSCORE, SCALE -> standardized(text, function, of, of.of(subjects));
            case LOG -> of.positive(text, inner).then(Math::log);
            case LOG10 -> of.positive(text, inner).then(Math::log10);
            case LOG2 -> of.positive(text, inner).then(x -> Math.log(x) / Math.log(2));
            case SQRT ->
                of.where(x -> x >= 0, inner, "numbers of at least 0 for " + text)
                        .then(Math::sqrt);
            case EXP ->
                of.where(x -> x < 709, inner, "numbers below 709 for " + text).then(Math::exp);
            case ABS -> of.then(Math::abs);
        };
    }

    private static FittedNumber standardized(String text, NumberFunction function, FittedNumber of, double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        if (function == NumberFunction.CENTER) return of.then(v -> v - mean);
        double length =
                Math.sqrt(Arrays.stream(x).map(v -> v - mean).map(v -> v * v).sum());
        if (length <= CONSTANT * Math.sqrt(Arrays.stream(x).map(v -> v * v).sum()))
            throw new InputException(
                    text + " divides by a standard deviation of 0, expected a column that differs between subjects.");
        double sd = length / Math.sqrt(x.length - (function == NumberFunction.SCALE ? 1 : 0));
        return of.then(v -> (v - mean) / sd);
    }

    private static FittedNumber comparison(Expression.Comparison is, Covariates subjects) {
        Relation relation = is.relation();
        if (relation.isOfLevels()) {
            if (is.left() instanceof Expression.Column column && isLevel(column, is.right(), subjects))
                return levels(column.column(), relation, level(is.right()), subjects);
            if (is.right() instanceof Expression.Column column && isLevel(column, is.left(), subjects))
                return levels(column.column(), relation, level(is.left()), subjects);
        }
        FittedNumber left = of(is.left(), subjects), right = of(is.right(), subjects);
        return rows -> {
            double[] a = left.of(rows), b = right.of(rows);
            return IntStream.range(0, a.length)
                    .mapToDouble(s -> relation.holds(a[s], b[s]) ? 1 : 0)
                    .toArray();
        };
    }

    /** Whether a column is compared with one of its levels, which of a column of names a number may be. */
    private static boolean isLevel(Expression.Column column, Expression other, Covariates subjects) {
        return other instanceof Expression.Level
                || other instanceof Expression.Constant && subjects.isText(column.column());
    }

    private static String level(Expression level) {
        return level instanceof Expression.Level text ? text.level() : level.name();
    }

    private static FittedNumber levels(String column, Relation relation, String level, Covariates subjects) {
        List<String> levels = subjects.levels(column);
        if (!levels.contains(level))
            throw new InputException("Column \"" + column + "\" of " + subjects.source() + " has no level \"" + level
                    + "\" for " + column + " " + relation.sign() + " '" + level + "', expected one of "
                    + String.join(", ", Nearest.first(level, levels)) + ".");
        return rows -> rows.cells(column).stream()
                .mapToDouble(cell -> cell.equals(level) == (relation == Relation.EQUAL) ? 1 : 0)
                .toArray();
    }

    private FittedNumber then(DoubleUnaryOperator function) {
        return rows -> Arrays.stream(of(rows)).map(function).toArray();
    }

    private FittedNumber positive(String text, String inner) {
        return where(
                x -> x > 0,
                inner,
                "numbers above 0 for " + text + "; add a number, as in " + text.replaceFirst("\\)$", " + 1)")
                        + ", or leave them out");
    }

    /** The same where a number is in a function's domain, and a refusal elsewhere. */
    private FittedNumber where(DoublePredicate allowed, String inner, String expected) {
        return rows -> {
            double[] values = of(rows);
            rows.refuse(values, x -> !allowed.test(x), inner, expected);
            return values;
        };
    }
}
