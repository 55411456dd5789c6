package cohort.design.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How two numbers, or a level and another, are compared in a condition. */
public enum Relation {
    LESS("<", "lt"),
    LESS_OR_EQUAL("<=", "le"),
    GREATER(">", "gt"),
    GREATER_OR_EQUAL(">=", "ge"),
    EQUAL("==", "eq"),
    UNEQUAL("!=", "ne");

    private final String sign;
    private final String word;

    Relation(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    /** The relation of a sign. */
    static Optional<Relation> of(Token token) {
        return Arrays.stream(values()).filter(r -> token.is(r.sign)).findFirst();
    }

    /** The signs of all. */
    static List<String> signs() {
        return Arrays.stream(values()).map(r -> r.sign).toList();
    }

    /** The sign as R and Python write it. */
    public String sign() {
        return sign;
    }

    /** What represents the sign in regressors' names, which hold no {@code =}. */
    public String word() {
        return word;
    }

    /** Whether it asks if both are the same, which levels can be, too. */
    public boolean isOfLevels() {
        return this == EQUAL || this == UNEQUAL;
    }

    /** Whether it holds for two numbers. */
    public boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> left == right;
            case UNEQUAL -> left != right;
        };
    }
}
