package cohort.report.question;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.formula.RegressorNames;
import cohort.design.matrix.Contrast;
import cohort.design.strata.ErrorStratum;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A contrast as a question.
 *
 * @param results the run
 * @param tested the contrast and its tail
 */
public record Question(GroupResults results, ContrastResults tested) {
    private static final double SAME = 1e-12;

    /** Where is what, in one sentence: in words of the data where the contrast compares levels or follows a number. */
    public String text() {
        return text("Where ");
    }

    /** The same question of regions. */
    public String ofRegions() {
        return text("In which regions ");
    }

    private String text(String where) {
        List<ModelTerm> terms = ModelTerm.of(results.design());
        return where + maps() + DataQuestion.of(results, tested, terms).orElseGet(this::plain) + given(terms) + "?";
    }

    /** In which of several maps of each subject. */
    private String maps() {
        String text = tested.contrast().text();
        int end = text.indexOf(": ");
        if (end < 0 || tested.how().kind().isEmpty()) return "";
        return switch (tested.how().kind().orElseThrow()) {
            case MAP, TOGETHER -> "in " + text.substring(0, end) + " ";
            default -> "";
        };
    }

    /** The side that was asked for; of several maps together, whose number has none, that of each map. */
    static Tail side(GroupResults results, ContrastResults tested) {
        return tested.isTogether() ? Tail.of(results.run().parameter("tail")) : tested.tail();
    }

    private String plain() {
        return "is " + effect() + " " + comparison();
    }

    /** What is tested against 0. */
    private String effect() {
        Contrast contrast = tested.contrast();
        if (contrast.isF()) return "any of " + contrast.text().replaceAll("\\s*;\\s*", ", ");
        if (isMean())
            return "the mean of the "
                    + (maps().isEmpty() ? results.maps() : tested.how().subjects())
                    + (results.run().hasMaps() ? " maps" : " subjects");
        boolean single = weighted().length == 1 && contrast.rows()[0][weighted()[0]] > 0;
        if (!single) return "the contrast " + contrast.text();
        String regressor = results.design().columns().get(weighted()[0]);
        return regressor.equals(RegressorNames.INTERCEPT) ? "the intercept" : "the effect of " + regressor;
    }

    /** How it compares with 0. */
    private String comparison() {
        if (tested.contrast().isF()) return "different from zero";
        return switch (side(results, tested)) {
            case POSITIVE -> "greater than zero";
            case NEGATIVE -> "less than zero";
            case BOTH -> "different from zero";
        };
    }

    /** Whether one group's mean is tested, without covariates. */
    private boolean isMean() {
        double[] first = results.design().values()[0];
        double[] row = tested.contrast().rows()[0];
        return results.design().size() == 1 && results.design().isConstant(0) && Math.abs(first[0] * row[0] - 1) < SAME;
    }

    /** The regressors with a weight. */
    private int[] weighted() {
        double[][] rows = tested.contrast().rows();
        return IntStream.range(0, results.design().size())
                .filter(c -> Arrays.stream(rows).anyMatch(row -> row[c] != 0))
                .toArray();
    }

    /** The terms that the contrast gives no weight; a test within subjects has nothing to do with what distinguishes them. */
    private String given(List<ModelTerm> terms) {
        int[] weighted = weighted();
        List<String> tested = terms.stream()
                .filter(term -> IntStream.of(weighted).anyMatch(term.columns()::contains))
                .flatMap(term -> term.names().stream())
                .toList();
        List<String> others = terms.stream()
                .filter(term -> IntStream.of(weighted).noneMatch(term.columns()::contains))
                .filter(term -> !isSubject(term))
                .filter(term ->
                        term.names().size() > 1 || !tested.contains(term.names().get(0)))
                .map(ModelTerm::words)
                .toList();
        return others.isEmpty() ? "" : ", allowing for " + Words.list(others);
    }

    /** Whether a term distinguishes the subjects whose maps are compared. */
    private boolean isSubject(ModelTerm term) {
        boolean within = tested.how()
                .kind()
                .filter(kind -> kind == ErrorStratum.Kind.WITHIN)
                .isPresent();
        return within
                && term.isFactor()
                && term.levels().size() == results.sample().subjects();
    }

    /** The side in a few words. */
    public static String sides(Tail tail) {
        return switch (tail) {
            case POSITIVE -> "one-sided (positive)";
            case NEGATIVE -> "one-sided (negative)";
            case BOTH -> "two-sided";
        };
    }
}
