package cohort.design.formula;

import cohort.design.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads arithmetic, with R's precedence:
 *
 * <pre>
 * comparison = sum [("<" | "<=" | ">" | ">=" | "==" | "!=") sum]
 * sum        = product {("+" | "-") product}
 * product    = signed {("*" | "/") signed}
 * signed     = ("+" | "-") signed | power
 * power      = atom [("^" | "**") signed]
 * atom       = number | level | column | function "(" sum ")" | ["I"] "(" comparison ")"
 * </pre>
 */
final class ExpressionParser {
    private final Tokens tokens;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Expression comparison() {
        Expression left = sum();
        Optional<Relation> relation = Relation.of(tokens.peek());
        if (relation.isEmpty()) return left;
        Token sign = tokens.take();
        Expression right = sum();
        boolean levels = left instanceof Expression.Level || right instanceof Expression.Level;
        boolean column = left instanceof Expression.Column || right instanceof Expression.Column;
        if (levels && !(column && relation.get().isOfLevels()))
            throw tokens.wrong(sign, "a column and a level with == or != between them");
        return new Expression.Comparison(relation.get(), left, right);
    }

    Expression sum() {
        Expression left = product();
        while (tokens.is("+") || tokens.is("-")) left = pair(tokens.take(), left, product());
        return left;
    }

    private Expression product() {
        Expression left = signed();
        while (tokens.is("*") || tokens.is("/")) left = pair(tokens.take(), left, signed());
        return left;
    }

    private Expression signed() {
        if (tokens.take("-")) return negative(signed());
        return tokens.take("+") ? signed() : power();
    }

    private static Expression negative(Expression of) {
        return of instanceof Expression.Constant constant
                ? new Expression.Constant(0 - constant.value())
                : new Expression.Negative(of);
    }

    private Expression power() {
        Expression base = atom();
        return tokens.is("^") ? pair(tokens.take(), base, signed()) : base;
    }

    private Expression pair(Token sign, Expression left, Expression right) {
        if (left instanceof Expression.Level || right instanceof Expression.Level)
            throw tokens.wrong(sign, "numbers on both sides");
        return new Expression.Arithmetic(sign.text().charAt(0), left, right);
    }

    Expression atom() {
        Token token = tokens.peek();
        if (token.kind() == Kind.NUMBER) return number(tokens.take());
        if (token.kind() == Kind.TEXT) return new Expression.Level(tokens.take().text());
        if (tokens.take("(")) return closed(comparison());
        if (!tokens.isCall() || token.text().equals("Q")) return new Expression.Column(tokens.column());
        if (token.text().equals(FactorParser.MAP))
            throw tokens.wrong("numbers; a map is a term of its own, as it is or by center(map(...))");
        Optional<NumberFunction> function = NumberFunction.of(token.text());
        boolean plain = token.text().equals("I");
        if (function.isEmpty() && !plain) throw tokens.unknown(names());
        tokens.take();
        tokens.take();
        return closed(plain ? comparison() : call(function.orElseThrow()));
    }

    private Expression call(NumberFunction function) {
        Token first = tokens.peek();
        Expression of = sum();
        if (of instanceof Expression.Level) throw tokens.wrong(first, "a number");
        return new Expression.Call(function, of);
    }

    private Expression closed(Expression expression) {
        tokens.expect(")");
        return expression;
    }

    private Expression number(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) throw tokens.wrong(token, "a smaller number");
        return new Expression.Constant(value);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(NumberFunction.names());
        names.addAll(List.of("I", "Q"));
        return names;
    }
}
