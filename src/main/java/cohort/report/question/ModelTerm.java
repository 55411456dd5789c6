package cohort.report.question;

import cohort.design.basis.LevelCoding;
import cohort.design.matrix.DesignMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A term of a model, as a formula has it: a factor or a number, or what several of them have in common.
 *
 * @param names of the factors and numbers, several for an interaction
 * @param levels of the factor, the reference first; none for a number or an interaction
 * @param columns the numbers of its regressors
 */
public record ModelTerm(List<String> names, List<String> levels, List<Integer> columns) {
    /** The terms of a design in the order of their first regressors, without the intercept. */
    public static List<ModelTerm> of(DesignMatrix design) {
        Map<List<String>, List<Integer>> terms = new LinkedHashMap<>();
        for (int c = 0; c < design.size(); c++)
            if (!design.isConstant(c) || design.voxelwise(c).isPresent())
                terms.computeIfAbsent(names(design, c), names -> new ArrayList<>())
                        .add(c);
        return terms.entrySet().stream()
                .map(term -> new ModelTerm(
                        term.getKey(),
                        term.getKey().size() > 1
                                ? List.of()
                                : design.factors().getOrDefault(term.getKey().get(0), List.of()),
                        term.getValue()))
                .toList();
    }

    /** Whether it has levels. */
    boolean isFactor() {
        return !levels.isEmpty();
    }

    /** Whether it is of one number, not a factor or an interaction. */
    boolean isNumber() {
        return !isFactor() && names.size() == 1;
    }

    /** Whether each level has a regressor of its own. */
    boolean isFull() {
        return columns.size() == levels.size();
    }

    /**
     * What a row of a contrast asks of the levels' means.
     *
     * @param row weights of all regressors
     * @return a weight for each level
     */
    double[] ofLevels(DesignMatrix design, double[] row) {
        double[] weights = new double[isFull() ? levels.size() : levels.size() - 1];
        for (int c : columns) weights[suffixes(design).indexOf(suffix(design, c))] = row[c];
        return isFull() ? weights : coding(design).ofLevels(weights, 0);
    }

    private List<String> suffixes(DesignMatrix design) {
        return isFull() ? levels : coding(design).suffixes(levels, 0);
    }

    private LevelCoding coding(DesignMatrix design) {
        return coding(levels, suffix(design, columns.get(0))).orElseThrow();
    }

    private String suffix(DesignMatrix design, int column) {
        return design.columns().get(column).substring(names.get(0).length() + 1);
    }

    /** Whether it says where a condition holds. */
    boolean isCondition() {
        return isFactor() && RegressorWords.isCondition(names.get(0));
    }

    /** Whether it is made of what a factor or number is, so that the effect of neither can be told alone. */
    boolean isAbout(ModelTerm other) {
        String name = other.names.get(0);
        return names.contains(name) || names.stream().anyMatch(mine -> RegressorWords.isAbout(mine, name));
    }

    /** Its name, e.g. {@code group × age}. */
    String words() {
        return names.stream().map(RegressorWords::factor).collect(Collectors.joining(" × "));
    }

    /** Its name and how many levels it has. */
    public String counted(DesignMatrix design) {
        if (isCondition()) return words();
        if (isFactor()) return words() + " (" + levels.size() + " levels)";
        if (columns.size() == 1 || names.size() > 1) return words();
        boolean splines = design.columns().get(columns.get(0)).startsWith("bs.");
        return words() + " (" + columns.size() + (splines ? " B-splines)" : " regressors)");
    }

    private static List<String> names(DesignMatrix design, int column) {
        String name = design.columns().get(column);
        List<String> whole = factors(design, name);
        if (!whole.isEmpty()) return whole;
        String[] parts = name.split(":");
        boolean known =
                Arrays.stream(parts).anyMatch(part -> !factors(design, part).isEmpty());
        if (!known || parts.length == 1) return List.of(number(design, column));
        return Arrays.stream(parts)
                .map(part -> factors(design, part).stream().findFirst().orElse(RegressorWords.number(part)))
                .toList();
    }

    /** The factor that a name is a level of, if it is one. */
    private static List<String> factors(DesignMatrix design, String name) {
        return design.factors().entrySet().stream()
                .filter(factor -> name.startsWith(factor.getKey() + ".")
                        && isOf(
                                factor.getValue(),
                                name.substring(factor.getKey().length() + 1)))
                .map(Map.Entry::getKey)
                .limit(1)
                .toList();
    }

    /** Centred or as polynomials, a number is still the same; a column of zeros and ones is neither. */
    private static String number(DesignMatrix design, int column) {
        String name = design.columns().get(column);
        boolean indicates = Arrays.stream(design.column(column)).allMatch(x -> x == 0 || x == 1);
        return indicates ? name : RegressorWords.number(name);
    }

    /** Whether what stands behind a factor's name is a level, or what a coding makes of levels. */
    private static boolean isOf(List<String> levels, String suffix) {
        return levels.contains(suffix) || coding(levels, suffix).isPresent();
    }

    private static Optional<LevelCoding> coding(List<String> levels, String suffix) {
        return Arrays.stream(LevelCoding.values())
                .filter(coding -> coding.suffixes(levels, 0).contains(suffix))
                .findFirst();
    }
}
