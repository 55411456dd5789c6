package cohort.design.formula;

import cohort.design.formula.Terms.Intercept;
import cohort.design.formula.Token.Kind;
import java.util.List;

/**
 * Reads a formula:
 *
 * <pre>
 * formula     = ["~"] sum
 * sum         = ["+" | "-"] product {("+" | "-") product}
 * product     = nested {("*" | "/") nested}
 * nested      = interaction {"%in%" interaction}
 * interaction = power {":" power}
 * power       = atom [("^" | "**") number]
 * atom        = "0" | "1" | "(" sum ")" | factor
 * </pre>
 *
 * Factors are those of {@link FactorParser}.
 */
public final class FormulaParser {
    private final Tokens tokens;
    private final FactorParser factors;

    private FormulaParser(String formula, List<String> columns) {
        this.tokens = new Tokens(formula, columns);
        this.factors = new FactorParser(tokens);
    }

    /**
     * @param formula the text
     * @param columns the names it may use
     */
    public static Terms parse(String formula, List<String> columns) {
        FormulaParser parser = new FormulaParser(formula, columns);
        parser.tokens.take("~");
        Terms terms = parser.sum();
        parser.end();
        return terms;
    }

    private void end() {
        if (Relation.of(tokens.peek()).isPresent())
            throw tokens.wrong("parentheses around the condition, as in (age > 40)");
        if (tokens.peek().kind() != Kind.END) throw tokens.wrong("one of + - * / : ^ %in% or its end");
    }

    private Terms sum() {
        Terms terms = Terms.NONE;
        if (!tokens.is("+") && !tokens.is("-")) terms = product();
        while (tokens.is("+") || tokens.is("-"))
            terms = tokens.take().is("+") ? terms.plus(product()) : terms.minus(product());
        return terms;
    }

    private Terms product() {
        Terms left = nested();
        while (tokens.is("*") || tokens.is("/")) {
            Token sign = tokens.take();
            Terms right = nested();
            requireTerms(left, sign, right);
            left = sign.is("*") ? left.plus(right).plus(left.interactions(right)) : left.plus(left.within(right));
        }
        return left;
    }

    private Terms nested() {
        Terms left = interaction();
        while (tokens.is("%in%")) {
            Token sign = tokens.take();
            Terms right = interaction();
            requireTerms(left, sign, right);
            left = right.within(left);
        }
        return left;
    }

    private Terms interaction() {
        Terms left = power();
        while (tokens.is(":")) {
            Token sign = tokens.take();
            Terms right = power();
            requireTerms(left, sign, right);
            left = left.interactions(right);
        }
        return left;
    }

    private Terms power() {
        Terms base = atom();
        while (tokens.is("^")) {
            Token sign = tokens.take();
            requireTerms(base, sign, base);
            if (!tokens.peek().text().matches("[1-9]\\d?"))
                throw tokens.wrong("how many terms interact at most, 1 to 99");
            int order = Integer.parseInt(tokens.take().text());
            if (base.list().size() == 1 && order > 1)
                throw tokens.wrong(
                        sign, "several terms before it, as in (a + b)^2; write I(x^2) for a power of numbers");
            base = base.power(order);
        }
        return base;
    }

    private void requireTerms(Terms left, Token sign, Terms right) {
        if (left.intercept() != Intercept.UNSAID || right.intercept() != Intercept.UNSAID)
            throw tokens.wrong(sign, "+ or - beside 0 or 1");
    }

    private Terms atom() {
        Token token = tokens.peek();
        if (token.is("(") && !tokens.isComparison()) {
            tokens.take();
            Terms terms = sum();
            tokens.expect(")");
            return terms;
        }
        if (token.kind() == Kind.NUMBER) {
            if (!token.text().equals("0") && !token.text().equals("1")) throw tokens.wrong("0 or 1 or a column");
            tokens.take();
            return token.text().equals("0") ? Terms.ZERO : Terms.ONE;
        }
        return Terms.of(factors.factor());
    }
}
