package cohort.report;

import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.permute.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A contrast as a question.
 *
 * @param design subjects x regressors
 * @param tested the contrast and its tail
 */
record Question(DesignMatrix design, ContrastResults tested) {
    private static final double SAME = 1e-12;

    /** Where is what, in one sentence. */
    String text() {
        List<String> others = others();
        String given = others.isEmpty() ? "" : ", allowing for " + Words.list(others);
        return "Where is " + effect() + " " + comparison() + given + "?";
    }

    /** What is tested against 0. */
    String effect() {
        Contrast contrast = tested.contrast();
        if (contrast.isF()) return "any of " + contrast.text().replaceAll("\\s*;\\s*", ", ");
        if (isMean()) return "the mean of the " + design.rows() + " maps";
        boolean single = weighted().length == 1 && contrast.rows()[0][weighted()[0]] > 0;
        return single ? "the effect of " + design.columns().get(weighted()[0]) : "the contrast " + contrast.text();
    }

    /** How it compares with 0. */
    String comparison() {
        if (tested.contrast().isF()) return "different from zero";
        return switch (tested.tail()) {
            case POSITIVE -> "greater than zero";
            case NEGATIVE -> "less than zero";
            case BOTH -> "different from zero";
        };
    }

    /** Whether one group's mean is tested, without covariates. */
    private boolean isMean() {
        double[] first = design.values()[0];
        double[] row = tested.contrast().rows()[0];
        return design.size() == 1 && design.isConstant(0) && Math.abs(first[0] * row[0] - 1) < SAME;
    }

    /** The regressors with a weight. */
    private int[] weighted() {
        double[][] rows = tested.contrast().rows();
        return IntStream.range(0, design.size())
                .filter(c -> Arrays.stream(rows).anyMatch(row -> row[c] != 0))
                .toArray();
    }

    /** The regressors that the contrast gives no weight, but for an intercept. */
    private List<String> others() {
        int[] weighted = weighted();
        return IntStream.range(0, design.size())
                .filter(c -> Arrays.stream(weighted).noneMatch(w -> w == c) && !design.isConstant(c))
                .mapToObj(design.columns()::get)
                .toList();
    }

    /** The side in a few words. */
    static String sides(Tail tail) {
        return switch (tail) {
            case POSITIVE -> "one-sided (positive)";
            case NEGATIVE -> "one-sided (negative)";
            case BOTH -> "two-sided";
        };
    }
}
