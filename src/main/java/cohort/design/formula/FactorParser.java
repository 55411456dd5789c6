package cohort.design.formula;

import cohort.design.basis.LevelCoding;
import cohort.design.formula.Token.Kind;
import cohort.subjects.Cohort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what stands for regressors:
 *
 * <pre>
 * factor  = column | "(" condition ")" | "I(" sum or condition ")" | function "(" sum ")"
 *         | "C(" column ["," coding] ["," "ref" "=" level] ")"
 *         | "map(" column ")" | "center(map(" column "))"
 *         | "poly(" sum "," degree ")" | "bs(" sum {"," [option "="] value} ")"
 * coding  = ("Treatment" ["(" level ")"] | "Sum" | "Helmert" | "Poly" | "Diff"), in R's spelling, too
 * column  = name | "`" name "`" | 'Q("' name '")'
 * </pre>
 */
final class FactorParser {
    private static final List<String> FACTOR = List.of("C", "factor", "as.factor");
    static final String MAP = "map";
    private static final int MOST = 99, CUBIC = 3;

    private final Tokens tokens;
    private final ExpressionParser expressions;

    FactorParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    Factor factor() {
        if (tokens.is("(")) return of(closed());
        if (!tokens.isCall()) return new Factor.Column(tokens.column());
        String name = tokens.peek().text();
        if (FACTOR.contains(name)) return levels();
        if (name.equals(MAP)) return map(false);
        if (name.equals("center") && tokens.isCallOf(MAP)) return centered();
        if (name.equals("poly")) return polynomial();
        if (name.equals("bs")) return splines();
        if (name.equals("Q")) return new Factor.Column(tokens.column());
        if (name.equals("I")) {
            tokens.take();
            return of(closed());
        }
        if (NumberFunction.of(name).isEmpty()) throw tokens.unknown(names());
        return of(expressions.atom());
    }

    private Expression closed() {
        tokens.take();
        Token first = tokens.peek();
        Expression expression = expressions.comparison();
        if (expression instanceof Expression.Level) throw tokens.wrong(first, "a number");
        tokens.expect(")");
        return expression;
    }

    private static Factor of(Expression expression) {
        return expression instanceof Expression.Comparison comparison
                ? new Factor.Condition(comparison)
                : new Factor.Number(expression);
    }

    private Factor levels() {
        open();
        String column = tokens.column();
        LevelCoding coding = LevelCoding.TREATMENT;
        Optional<String> reference = Optional.empty();
        if (tokens.take(",")) {
            if (!tokens.isOption()) {
                coding = coding();
                if (coding == LevelCoding.TREATMENT && tokens.take("(")) {
                    if (!tokens.is(")")) reference = Optional.of(level());
                    tokens.expect(")");
                }
            } else reference = Optional.of(level());
        }
        tokens.expect(")");
        return new Factor.Levels(column, coding, reference);
    }

    private LevelCoding coding() {
        Token name = tokens.peek();
        LevelCoding coding = LevelCoding.of(name.kind() == Kind.NAME ? name.text() : "")
                .orElseThrow(() -> tokens.wrong("ref='LEVEL' or a coding: "
                        + String.join(
                                ", ",
                                Arrays.stream(LevelCoding.values())
                                        .map(LevelCoding::title)
                                        .toList())));
        tokens.take();
        return coding;
    }

    /** A level, perhaps behind {@code ref=}, as patsy and formulaic call it in longer words, too. */
    private String level() {
        if (tokens.isOption()) {
            if (!List.of("ref", "reference", "base").contains(tokens.peek().text())) throw tokens.wrong("ref='LEVEL'");
            tokens.take();
            tokens.take();
        }
        if (tokens.peek().kind() == Kind.SIGN || tokens.peek().kind() == Kind.END) throw tokens.wrong("a level");
        return tokens.take().text();
    }

    private Factor centered() {
        open();
        Factor map = map(true);
        tokens.expect(")");
        return map;
    }

    private Factor map(boolean centered) {
        open();
        Token name = tokens.peek();
        String column = tokens.column();
        if (column.equals(Cohort.MAP)) throw tokens.wrong(name, "a column of other maps than those that are analysed");
        tokens.expect(")");
        return new Factor.CovariateMap(column, centered);
    }

    private Factor polynomial() {
        open();
        Expression of = number();
        tokens.expect(",");
        int degree = count("the degree", 1);
        tokens.expect(")");
        return new Factor.Polynomial(of, degree);
    }

    private Factor splines() {
        open();
        Expression of = number();
        int df = 0, degree = CUBIC;
        List<Double> knots = List.of();
        Token said = tokens.peek();
        while (tokens.take(",")) {
            said = tokens.peek();
            String option = tokens.isOption() ? tokens.take().text() : "df";
            if (!said.text().equals(option) || !List.of("df", "degree", "knots").contains(option))
                if (said.kind() != Kind.NUMBER) throw tokens.wrong(said, "df=, degree= or knots=");
            tokens.take("=");
            if (option.equals("knots")) knots = knots();
            else if (option.equals("degree")) degree = count("the degree", 1);
            else df = count("the number of splines", 1);
        }
        if (df > 0 && !knots.isEmpty()) throw tokens.wrong(said, "df= or knots=, not both");
        if (df > 0 && df < degree) throw tokens.wrong(said, "no fewer splines than the degree, " + degree);
        tokens.expect(")");
        return new Factor.Splines(of, knots.isEmpty() ? Math.max(df, degree) : 0, degree, knots);
    }

    /** {@code c(30, 50)} as in R, {@code (30, 50)} as in Python, or one number. */
    private List<Double> knots() {
        if (tokens.isCall() && tokens.peek().text().equals("c")) tokens.take();
        boolean several = tokens.take("(");
        List<Double> knots = new ArrayList<>();
        do {
            boolean negative = tokens.take("-");
            if (tokens.peek().kind() != Kind.NUMBER) throw tokens.wrong("a number, as in knots=c(30, 50)");
            double knot = Double.parseDouble(tokens.take().text());
            knots.add(negative ? -knot : knot);
        } while (several && tokens.take(","));
        if (several) tokens.expect(")");
        return List.copyOf(knots);
    }

    private Expression number() {
        Token first = tokens.peek();
        Expression number = expressions.sum();
        if (number instanceof Expression.Level) throw tokens.wrong(first, "a number");
        return number;
    }

    private int count(String what, int least) {
        if (!tokens.peek().text().matches("[1-9]\\d?")) throw tokens.wrong(what + ", " + least + " to " + MOST);
        return Integer.parseInt(tokens.take().text());
    }

    private void open() {
        tokens.take();
        tokens.take();
    }

    private static List<String> names() {
        return Stream.concat(Stream.of("C", "I", "Q", MAP, "poly", "bs"), NumberFunction.names().stream())
                .toList();
    }
}
