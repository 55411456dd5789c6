package cohort.design.formula;

import cohort.InputException;

/** Points at the character where a formula or contrast stops making sense. */
public final class ParseError {
    private ParseError() {}

    /**
     * @param kind what the text is, e.g. {@code formula}
     * @param text the whole text
     * @param at index of the offending character, from 0; the text's length for its end
     * @param found the offending piece; empty at the end
     * @param expected what should stand there
     */
    public static InputException of(String kind, String text, int at, String found, String expected) {
        String what = found.isEmpty() ? "ends" : "has \"" + found + "\"";
        return new InputException("The " + kind + " \"" + text + "\" " + what + " at character " + (at + 1)
                + ", expected " + expected + ".");
    }
}
