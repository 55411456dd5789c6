package cohort.design.formula;

import cohort.design.basis.LevelCoding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What represents one or more regressors in a formula. Factors that say the same are equal. */
public sealed interface Factor {
    /** A column of the table: its numbers, or its texts as levels. */
    record Column(String column) implements Factor {}

    /** A column's values as levels, with one of them as the reference if the formula says so. */
    record Levels(String column, LevelCoding coding, Optional<String> reference) implements Factor {}

    /** Numbers reckoned from columns. */
    record Number(Expression of) implements Factor {}

    /** Orthonormal polynomials of degree 1 to {@code degree}. */
    record Polynomial(Expression of, int degree) implements Factor {}

    /**
     * B-splines of a degree.
     *
     * @param df how many; 0 if knots say that
     * @param knots the inner ones; none if {@code df} says how many
     */
    record Splines(Expression of, int df, int degree, List<Double> knots) implements Factor {}

    /**
     * A map of each subject, which a column names, with another value in each voxel.
     *
     * @param centered whether it is taken less its mean over the subjects, in each voxel
     */
    record CovariateMap(String column, boolean centered) implements Factor {
        /** As it stands in regressors' names. */
        public String name() {
            return (centered ? "center." : "") + "map(" + RegressorNames.safe(column) + ")";
        }

        /** As a formula has it. */
        public String text() {
            String map = "map(" + Lexer.written(column) + ")";
            return centered ? "center(" + map + ")" : map;
        }
    }

    /** Whether a comparison holds: a factor of two levels. */
    record Condition(Expression.Comparison of) implements Factor {}

    /** The columns that it reads. */
    default Stream<String> columns() {
        if (this instanceof Column column) return Stream.of(column.column);
        if (this instanceof Levels levels) return Stream.of(levels.column);
        if (this instanceof Number number) return number.of.columns();
        if (this instanceof CovariateMap map) return Stream.of(map.column);
        if (this instanceof Polynomial poly) return poly.of.columns();
        if (this instanceof Splines splines) return splines.of.columns();
        return ((Condition) this).of.columns();
    }
}
