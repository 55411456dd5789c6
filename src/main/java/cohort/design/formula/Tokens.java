package cohort.design.formula;

import cohort.InputException;
import cohort.design.formula.Token.Kind;
import cohort.subjects.Cohort;
import cohort.table.Nearest;
import java.util.List;

/** A formula's words, read one by one. */
final class Tokens {
    private final String formula;
    private final List<String> columns;
    private final List<Token> tokens;
    private int next;

    /**
     * @param formula the text
     * @param columns the names it may use
     */
    Tokens(String formula, List<String> columns) {
        this.formula = formula;
        this.columns = columns;
        this.tokens = Lexer.tokens(formula);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) next++;
        return token;
    }

    /** Whether there is a sign here. */
    boolean is(String sign) {
        return peek().is(sign);
    }

    /** Takes a sign if there is one here. */
    boolean take(String sign) {
        if (!is(sign)) return false;
        next++;
        return true;
    }

    void expect(String sign) {
        if (!take(sign)) throw wrong("a " + sign);
    }

    /** Whether there is a name with a parenthesis behind it here. */
    boolean isCall() {
        return peek().kind() == Kind.NAME && tokens.get(next + 1).is("(");
    }

    /** Whether there is a call here whose argument begins with a call of a function. */
    boolean isCallOf(String function) {
        return isCall()
                && tokens.get(next + 2).kind() == Kind.NAME
                && tokens.get(next + 2).text().equals(function)
                && tokens.get(next + 3).is("(");
    }

    /** Whether there is a name here that is followed by a sign {@code =}. */
    boolean isOption() {
        return peek().kind() == Kind.NAME && tokens.get(next + 1).is("=");
    }

    /** Whether the parenthesis that opens here holds a comparison that stands in no other parenthesis. */
    boolean isComparison() {
        int open = 0;
        for (int t = next; t < tokens.size(); t++) {
            if (tokens.get(t).is("(")) open++;
            else if (tokens.get(t).is(")") && --open == 0) return false;
            else if (open == 1 && Relation.of(tokens.get(t)).isPresent()) return true;
        }
        return false;
    }

    /** A column, bare, in backticks or as {@code Q("name")}. */
    String column() {
        if (isCall() && peek().text().equals("Q")) {
            next += 2;
            if (peek().kind() != Kind.TEXT) throw wrong("a column's name in quotes");
            String column = known(take());
            expect(")");
            return column;
        }
        if (peek().kind() != Kind.NAME && peek().kind() != Kind.QUOTED_NAME) throw wrong("a column");
        return known(take());
    }

    private String known(Token name) {
        if (columns.contains(name.text())) return name.text();
        List<String> known = Nearest.first(name.text(), columns);
        throw wrong(
                name,
                known.isEmpty()
                        ? "no column, as there is no table"
                        : "one of the columns "
                                + String.join(
                                        ", ", known.stream().map(Lexer::written).toList())
                                + (known.equals(List.of(Cohort.PARTICIPANT))
                                        ? ", or the table that has it with table=FILE"
                                        : ""));
    }

    /** The refusal of an unknown function. */
    InputException unknown(List<String> functions) {
        String name = peek().text();
        return wrong("one of the functions " + String.join(", ", Nearest.first(name, functions))
                + Nearest.to(name, functions)
                        .map(near -> " (did you mean " + near + "?)")
                        .orElse(""));
    }

    /** The refusal of the word that stands here. */
    InputException wrong(String expected) {
        return wrong(peek(), expected);
    }

    InputException wrong(Token token, String expected) {
        return ParseError.of("formula", formula, token.at(), token.text(), expected);
    }
}
