package cohort.report.question;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.matrix.IndependentRegressors;
import cohort.design.strata.ErrorStratum;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** What follows the word where if a contrast asks for the levels of a factor, a slope, or whether one depends on the other. */
final class DataQuestion {
    private static final double SAME = 1e-9;
    private static final int MOST_NAMED = 4, LEAST_NUMBERS = 3, LONGEST_CODE = 2;
    private static final Set<String> UNTELLING = Set.of("true", "false", "yes", "no");
    private final GroupResults results;
    private final ContrastResults tested;
    private final List<ModelTerm> terms;
    private final String changing;

    private DataQuestion(GroupResults results, ContrastResults tested, List<ModelTerm> terms, String changing) {
        this.results = results;
        this.tested = tested;
        this.terms = terms;
        this.changing = changing;
    }

    /**
     * Nothing if the contrast is of another kind, or if a factor's or number's effect depends on others in the model.
     *
     * @param changing what changes with a number: the map, or the value of a region
     */
    static Optional<String> of(GroupResults results, ContrastResults tested, List<ModelTerm> terms, String changing) {
        DataQuestion question = new DataQuestion(results, tested, terms, changing);
        return question.words().or(question::cells);
    }

    private Optional<String> cells() {
        return CellWords.of(tested.contrast().text())
                .map(cells -> cells.isPair()
                        ? pair(cells.first(), cells.second())
                        : "is " + cells.first() + " "
                                + side("greater than zero", "less than zero", "different from zero"));
    }

    private Optional<String> words() {
        List<ModelTerm> weighted = terms.stream()
                .filter(term -> term.columns().stream().anyMatch(this::hasWeight))
                .toList();
        long elsewhere = IntStream.range(0, results.design().size())
                .filter(this::hasWeight)
                .filter(c -> weighted.stream().noneMatch(term -> term.columns().contains(c)))
                .count();
        if (weighted.size() != 1 || elsewhere > 0) return Optional.empty();
        ModelTerm term = weighted.get(0);
        if (term.names().size() > 1) return dependence(term);
        if (terms.stream().anyMatch(other -> other != term && (other.isAbout(term) || term.isAbout(other))))
            return Optional.empty();
        return term.isFactor() ? levels(term) : slope(term);
    }

    private boolean hasWeight(int column) {
        return Arrays.stream(rows()).anyMatch(row -> row[column] != 0);
    }

    private double[][] rows() {
        return tested.contrast().rows();
    }

    private Optional<String> levels(ModelTerm factor) {
        double[][] weights = Arrays.stream(rows())
                .map(row -> factor.ofLevels(results.design(), row))
                .toArray(double[][]::new);
        boolean differences = Arrays.stream(weights)
                .allMatch(row -> Math.abs(Arrays.stream(row).sum())
                        <= SAME * Arrays.stream(row).map(Math::abs).sum());
        if (tested.contrast().isF())
            return differences && isOfAll(factor, weights) ? Optional.of(all(factor)) : Optional.empty();
        int[] compared = IntStream.range(0, weights[0].length)
                .filter(level -> Math.abs(weights[0][level]) > SAME)
                .toArray();
        if (compared.length == 1 && factor.isFull() && terms.size() == 1 && weights[0][compared[0]] > 0)
            return Optional.of("is the mean of " + label(factor, compared[0]) + " "
                    + side("greater than zero", "less than zero", "different from zero"));
        if (compared.length != 2 || !differences) return Optional.empty();
        boolean ascending = weights[0][compared[0]] < 0;
        return Optional.of(
                pair(label(factor, compared[ascending ? 1 : 0]), label(factor, compared[ascending ? 0 : 1])));
    }

    private static boolean isOfAll(ModelTerm factor, double[][] weights) {
        int levels = factor.levels().size();
        DMatrixRMaj columns = new DMatrixRMaj(levels, weights.length);
        for (int r = 0; r < weights.length; r++) for (int l = 0; l < levels; l++) columns.set(l, r, weights[r][l]);
        return IndependentRegressors.of(columns).rank() == levels - 1;
    }

    private static String all(ModelTerm factor) {
        int levels = factor.levels().size();
        return "do "
                + (levels > MOST_NAMED
                        ? "the " + levels + " levels of " + factor.words()
                        : Words.list(IntStream.range(0, levels)
                                .mapToObj(level -> label(factor, level))
                                .toList()))
                + " differ";
    }

    private String pair(String more, String less) {
        boolean within = tested.how()
                .kind()
                .filter(kind -> kind == ErrorStratum.Kind.WITHIN)
                .isPresent();
        return side(
                "is " + more + " greater than " + less,
                "is " + more + " less than " + less,
                within ? "does " + more + " differ from " + less : "do " + more + " and " + less + " differ");
    }

    /** A level's name, with its factor's where it says little by itself. */
    private static String label(ModelTerm factor, int level) {
        String name = factor.levels().get(level);
        if (factor.isCondition()) return RegressorWords.condition(factor.names().get(0), name.equals("TRUE"));
        boolean telling = name.length() > LONGEST_CODE
                && name.chars().anyMatch(Character::isLetter)
                && !UNTELLING.contains(name.toLowerCase(Locale.ROOT));
        return telling ? name : factor.words() + " " + name;
    }

    private Optional<String> slope(ModelTerm number) {
        int column = number.columns().get(0);
        long values = Arrays.stream(results.design().column(column)).distinct().count();
        if (values < LEAST_NUMBERS || number.words().chars().noneMatch(Character::isLetter)) return Optional.empty();
        if (tested.contrast().isF() && rows().length == number.columns().size())
            return Optional.of("does the " + changing + " change with " + number.words());
        if (tested.contrast().isF() || number.columns().size() > 1) return Optional.empty();
        boolean up = rows()[0][column] > 0;
        return Optional.of("does the " + changing + " "
                + side(up ? "increase" : "decrease", up ? "decrease" : "increase", "change") + " with "
                + number.words());
    }

    /** Of an interaction of two effects that both are in the model, where it has one regressor and no side. */
    private Optional<String> dependence(ModelTerm interaction) {
        boolean whole = interaction.names().size() == 2
                && interaction.columns().size() == 1
                && interaction.names().stream().allMatch(name -> terms.stream()
                        .anyMatch(term -> term.names().equals(List.of(name))));
        if (!whole
                || Question.side(results, tested) != Tail.BOTH
                || tested.contrast().isF()) return Optional.empty();
        List<String> names =
                interaction.names().stream().map(RegressorWords::factor).toList();
        return Optional.of("does the effect of " + names.get(1) + " depend on " + names.get(0));
    }

    private String side(String positive, String negative, String both) {
        return switch (Question.side(results, tested)) {
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
            case BOTH -> both;
        };
    }
}
