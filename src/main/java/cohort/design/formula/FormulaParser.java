package cohort.design.formula;

import cohort.InputException;
import cohort.design.formula.Terms.Intercept;
import cohort.design.formula.Token.Kind;
import cohort.subjects.Cohort;
import cohort.table.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * Reads a formula:
 *
 * <pre>
 * formula     = ["~"] sum
 * sum         = ["+" | "-"] product {("+" | "-") product}
 * product     = interaction {"*" interaction}
 * interaction = atom {":" atom}
 * atom        = "0" | "1" | column | "C(" column ["," "ref" "=" level] ")" | numbers | "(" sum ")"
 * numbers     = "center(" n ")" | "zscore(" n ")" | "poly(" n "," degree ")"    with n = column or numbers but poly
 * column      = name | "`" name "`" | 'Q("' name '")'
 * </pre>
 */
public final class FormulaParser {
    private static final List<String> FUNCTIONS = List.of("C", "center", "zscore", "poly", "Q");

    private final String formula;
    private final List<String> columns;
    private final List<Token> tokens;
    private int next;

    private FormulaParser(String formula, List<String> columns) {
        this.formula = formula;
        this.columns = columns;
        this.tokens = Lexer.tokens(formula);
    }

    /**
     * @param formula the text
     * @param columns the names it may use
     */
    public static Terms parse(String formula, List<String> columns) {
        FormulaParser parser = new FormulaParser(formula, columns);
        if (parser.peek().is('~')) parser.next++;
        Terms terms = parser.sum();
        if (parser.peek().kind() != Kind.END) throw parser.wrong("one of + - * : or its end");
        return terms;
    }

    private Terms sum() {
        Terms terms = Terms.NONE;
        if (!peek().is('+') && !peek().is('-')) terms = product();
        while (peek().is('+') || peek().is('-'))
            terms = take().is('+') ? terms.plus(product()) : terms.minus(product());
        return terms;
    }

    private Terms product() {
        Terms left = interaction();
        while (peek().is('*')) {
            Token sign = peek();
            next++;
            Terms right = interaction();
            left = left.plus(right).plus(interactions(left, sign, right));
        }
        return left;
    }

    private Terms interaction() {
        Terms left = atom();
        while (peek().is(':')) {
            Token sign = take();
            left = interactions(left, sign, atom());
        }
        return left;
    }

    private Terms interactions(Terms left, Token sign, Terms right) {
        if (left.intercept() != Intercept.UNSAID || right.intercept() != Intercept.UNSAID)
            throw ParseError.of("formula", formula, sign.at(), sign.text(), "+ or - beside 0 or 1");
        return left.interactions(right);
    }

    private Terms atom() {
        Token token = peek();
        if (token.is('(')) {
            next++;
            Terms terms = sum();
            expect(')');
            return terms;
        }
        if (token.kind() == Kind.NUMBER) {
            if (!token.text().equals("0") && !token.text().equals("1")) throw wrong("0 or 1 or a column");
            next++;
            return token.text().equals("0") ? Terms.ZERO : Terms.ONE;
        }
        return Terms.of(isCall("C") ? levels() : isCall("poly") ? polynomial() : numbers());
    }

    private Factor levels() {
        next += 2;
        String column = column();
        Optional<String> reference = Optional.empty();
        if (peek().is(',')) {
            next++;
            if (!peek().text().equals("ref")) throw wrong("ref='LEVEL'");
            next++;
            expect('=');
            if (peek().kind() == Kind.SIGN || peek().kind() == Kind.END) throw wrong("a level");
            reference = Optional.of(take().text());
        }
        expect(')');
        return new Factor.Levels(column, reference);
    }

    private Factor polynomial() {
        next += 2;
        Factor of = numbers();
        expect(',');
        if (!peek().text().matches("[1-9]\\d?")) throw wrong("the degree, 1 to 99");
        int degree = Integer.parseInt(take().text());
        expect(')');
        return new Factor.Polynomial(of, degree);
    }

    private Factor numbers() {
        boolean center = isCall("center");
        if (!center && !isCall("zscore")) return new Factor.Column(column());
        next += 2;
        Factor of = numbers();
        expect(')');
        return center ? new Factor.Centered(of) : new Factor.Standardized(of);
    }

    private String column() {
        if (isCall("Q")) {
            next += 2;
            if (peek().kind() != Kind.TEXT) throw wrong("a column's name in quotes");
            String column = known(take());
            expect(')');
            return column;
        }
        if (peek().kind() == Kind.NAME && tokens.get(next + 1).is('('))
            throw wrong("one of the functions " + String.join(", ", Nearest.first(peek().text(), FUNCTIONS)));
        if (peek().kind() != Kind.NAME && peek().kind() != Kind.QUOTED_NAME) throw wrong("a column");
        return known(take());
    }

    private String known(Token name) {
        if (columns.contains(name.text())) return name.text();
        List<String> known = Nearest.first(name.text(), columns);
        throw ParseError.of(
                "formula",
                formula,
                name.at(),
                name.text(),
                known.isEmpty()
                        ? "no column, as there is no table"
                        : "one of the columns "
                                + String.join(
                                        ", ", known.stream().map(Lexer::written).toList())
                                + (known.equals(List.of(Cohort.PARTICIPANT))
                                        ? ", or the table that has it by table=FILE"
                                        : ""));
    }

    private boolean isCall(String function) {
        return peek().kind() == Kind.NAME
                && peek().text().equals(function)
                && tokens.get(next + 1).is('(');
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private void expect(char sign) {
        if (!take().is(sign)) {
            next--;
            throw wrong("a " + sign);
        }
    }

    private InputException wrong(String expected) {
        return ParseError.of("formula", formula, peek().at(), peek().text(), expected);
    }
}
