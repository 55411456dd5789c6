package cohort.design.formula;

import cohort.design.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into words. */
public final class Lexer {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_.][\\p{L}\\p{N}_.]*");
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern SIGN = Pattern.compile("%in%|\\*\\*|[<>=!]=|[-+*/^:(),=~<>]");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words of a formula, the last of them an {@link Kind#END}. */
    static List<Token> tokens(String formula) {
        Lexer lexer = new Lexer(formula);
        while (lexer.at < formula.length()) lexer.next();
        lexer.tokens.add(new Token(Kind.END, "", formula.length()));
        return lexer.tokens;
    }

    /** A column's name as it is written in a formula: between backticks if it is no bare name. */
    public static String written(String column) {
        return NAME.matcher(column).matches() ? column : "`" + column + "`";
    }

    private void next() {
        char c = text.charAt(at);
        int blanks = length(BLANK);
        if (blanks > 0) at += blanks;
        else if (c == '`') quoted(Kind.QUOTED_NAME);
        else if (c == '"' || c == '\'') quoted(Kind.TEXT);
        else if (length(NUMBER) > 0) add(Kind.NUMBER, length(NUMBER));
        else if (length(NAME) > 0) add(Kind.NAME, length(NAME));
        else if (length(SIGN) > 0) add(Kind.SIGN, length(SIGN));
        else
            throw ParseError.of(
                    "formula",
                    text,
                    at,
                    String.valueOf(c),
                    "column names (others in backticks) and + - * / : ^ %in% ( )");
    }

    private int length(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() - at : 0;
    }

    private void add(Kind kind, int length) {
        tokens.add(new Token(kind, text.substring(at, at + length).replace("**", "^"), at));
        at += length;
    }

    private void quoted(Kind kind) {
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0)
            throw ParseError.of("formula", text, at, text.substring(at), "a second quote that closes the name");
        tokens.add(new Token(kind, text.substring(at + 1, end), at));
        at = end + 1;
    }
}
