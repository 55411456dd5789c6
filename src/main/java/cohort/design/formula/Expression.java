package cohort.design.formula;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** A number of each subject, reckoned from columns of the table. */
public sealed interface Expression {
    /** Of signs: how tightly they bind what stands beside them. */
    int SUM = 1, PRODUCT = 2, SIGN = 3, POWER = 4, WHOLE = 5;

    /** A column of numbers, or in a comparison of levels. */
    record Column(String column) implements Expression {}

    record Constant(double value) implements Expression {
        private String text() {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /** A level, between quotes; in comparisons alone. */
    record Level(String level) implements Expression {}

    record Negative(Expression of) implements Expression {}

    /** @param sign one of {@code + - * / ^} */
    record Arithmetic(char sign, Expression left, Expression right) implements Expression {}

    record Call(NumberFunction function, Expression of) implements Expression {}

    /** 1 where it holds, 0 elsewhere. */
    record Comparison(Relation relation, Expression left, Expression right) implements Expression {}

    /** The columns that it reads. */
    default Stream<String> columns() {
        if (this instanceof Column column) return Stream.of(column.column);
        if (this instanceof Negative negative) return negative.of.columns();
        if (this instanceof Call call) return call.of.columns();
        if (this instanceof Arithmetic pair) return Stream.concat(pair.left.columns(), pair.right.columns());
        if (this instanceof Comparison pair) return Stream.concat(pair.left.columns(), pair.right.columns());
        return Stream.empty();
    }

    /** As it stands in regressors' names: without blanks, no parentheses but those that it needs. */
    default String name() {
        if (this instanceof Column column) return RegressorNames.safe(column.column);
        if (this instanceof Constant constant) return constant.text();
        if (this instanceof Level level) return RegressorNames.safe(level.level);
        if (this instanceof Negative negative) return "-" + negative.of.within(SIGN);
        if (this instanceof Call call) {
            boolean simple = call.of instanceof Column || call.of instanceof Call;
            return call.function.text() + (simple ? "." + call.of.name() : "(" + call.of.name() + ")");
        }
        if (this instanceof Comparison is)
            return is.left.within(SUM) + "." + is.relation.word() + "." + is.right.within(SUM);
        Arithmetic pair = (Arithmetic) this;
        int binds = binds();
        boolean power = binds == POWER;
        return pair.left.within(power ? binds + 1 : binds) + pair.sign + pair.right.within(power ? binds : binds + 1);
    }

    private String within(int least) {
        return binds() < least ? "(" + name() + ")" : name();
    }

    private int binds() {
        if (this instanceof Comparison) return 0;
        if (this instanceof Negative || this instanceof Constant constant && constant.value < 0) return SIGN;
        if (!(this instanceof Arithmetic pair)) return WHOLE;
        return switch (pair.sign) {
            case '+', '-' -> SUM;
            case '*', '/' -> PRODUCT;
            default -> POWER;
        };
    }
}
