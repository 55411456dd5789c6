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
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A contrast as a question.
 *
 * @param results the run
 * @param tested the contrast and its tail
 */
public record Question(GroupResults results, ContrastResults tested) {
    private static final double SAME = 1e-12;

    /** Tables have six digits or so. */
    private static final double CENTRED = 1e-6;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*");

    /** Where is what, in one sentence: in words of the data where the contrast compares levels or follows a number. */
    public String text() {
        return text("Where ", "map");
    }

    /** The same question of regions. */
    public String ofRegions() {
        return text("In which regions ", "value");
    }

    private String text(String where, String changing) {
        List<ModelTerm> terms = ModelTerm.of(results.design());
        return where + maps()
                + DataQuestion.of(results, tested, terms, changing).orElseGet(() -> plain(terms)) + given(terms) + "?";
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

    private String plain(List<ModelTerm> terms) {
        return "is " + effect(terms) + " " + comparison();
    }

    /** What is tested against 0. */
    private String effect(List<ModelTerm> terms) {
        Contrast contrast = tested.contrast();
        if (contrast.isF()) return "any of " + contrast.text().replaceAll("\\s*;\\s*", ", ");
        if (isMean()) return mean();
        boolean single = weighted().length == 1 && contrast.rows()[0][weighted()[0]] > 0;
        if (!single) return "the contrast " + contrast.text();
        String regressor = results.design().columns().get(weighted()[0]);
        if (!isIntercept()) return "the effect of " + regressor;
        return hasNumbersOnly(terms) ? meanAtZero(terms) : "the intercept";
    }

    private String mean() {
        return "the mean of the "
                + (maps().isEmpty() ? results.maps() : tested.how().subjects())
                + (results.run().hasMaps() ? " maps" : " subjects");
    }

    /** Whether a model has but numbers, so that its intercept is the mean of the maps where each of them is 0. */
    private boolean hasNumbersOnly(List<ModelTerm> terms) {
        return !terms.isEmpty() && terms.stream().allMatch(term -> isCentred(term) || isPlain(term));
    }

    /** Whether a term is a number as the table has it, which 0 and 1 may not be. */
    private boolean isPlain(ModelTerm term) {
        if (!term.isNumber()) return false;
        int column = term.columns().get(0);
        return PLAIN.matcher(term.words()).matches()
                && results.design().columns().get(column).equals(term.words())
                && Arrays.stream(results.design().column(column)).anyMatch(x -> x != 0 && x != 1);
    }

    /** Whether a term's regressors are 0 on average. */
    private boolean isCentred(ModelTerm term) {
        return term.isNumber()
                && term.columns().stream()
                        .map(results.design()::column)
                        .allMatch(column -> Math.abs(Arrays.stream(column).sum())
                                <= CENTRED
                                        * Arrays.stream(column).map(Math::abs).sum());
    }

    /** Whether the question names a term as being 0. */
    private boolean isAtZero(ModelTerm term, List<ModelTerm> terms) {
        return isIntercept() && hasNumbersOnly(terms) && !isCentred(term);
    }

    /** Whether the intercept alone is tested. */
    private boolean isIntercept() {
        int[] weighted = weighted();
        return !tested.contrast().isF()
                && weighted.length == 1
                && tested.contrast().rows()[0][weighted[0]] > 0
                && results.design().columns().get(weighted[0]).equals(RegressorNames.INTERCEPT);
    }

    /** The mean of the maps that the intercept is. */
    private String meanAtZero(List<ModelTerm> terms) {
        List<String> numbers = terms.stream()
                .filter(term -> !isCentred(term))
                .map(term -> term.words() + " 0")
                .toList();
        return mean() + (numbers.isEmpty() ? "" : " at " + Words.list(numbers));
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
                .filter(term -> !isAtZero(term, terms))
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
