package cohort.design.formula;

/**
 * A word of a formula.
 *
 * @param kind what it is
 * @param text what it says, without quotes
 * @param at index of its first character in the formula, from 0
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        /** A bare name: of a column or function. */
        NAME,
        /** A name between backticks: of a column. */
        QUOTED_NAME,
        /** Text between quotes. */
        TEXT,
        /** A number without sign. */
        NUMBER,
        /** An operator, a parenthesis, a comma. */
        SIGN,
        /** Behind the last word. */
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
