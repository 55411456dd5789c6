package cohort.study;

import cohort.design.formula.Lexer;
import cohort.permute.nulls.Tail;
import cohort.subjects.Cohort;
import cohort.subjects.found.MapCell;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A question that people ask of a study, with the columns that it needs. What it fills in are the keys of the commands. */
public enum QuestionCard {
    ONE_SAMPLE(
            "One sample",
            (chosen, tail) -> switch (tail) {
                case BOTH -> "Where does the mean of all subjects differ from zero?";
                case POSITIVE -> "Where is the mean of all subjects above zero?";
                case NEGATIVE -> "Where is the mean of all subjects below zero?";
            },
            List.of(),
            chosen -> keys("1", "")),
    TWO_GROUPS(
            "Two groups",
            (chosen, tail) -> "Where " + chosen.maps(tail) + "?",
            List.of(new Slot("Groups", Kind.TWO_LEVELS)),
            chosen -> keys(chosen.name(0), chosen.level(0, 1))),
    PAIRED(
            "Paired",
            (chosen, tail) -> "Within subjects, where " + chosen.maps(tail) + "?",
            List.of(new Slot("Measurement", Kind.TWO_LEVELS), new Slot("Subject", Kind.REPEATED)),
            chosen -> keys(chosen.name(0) + " + " + chosen.factor(1), chosen.level(0, 1))),
    CORRELATION(
            "Correlation",
            (chosen, tail) -> switch (tail) {
                        case BOTH -> "Where do maps rise or fall with ";
                        case POSITIVE -> "Where do maps rise with ";
                        case NEGATIVE -> "Where do maps fall with ";
                    }
                    + chosen.columns().get(0) + "?",
            List.of(new Slot("Covariate", Kind.NUMBER)),
            chosen -> keys(chosen.name(0), chosen.name(0))),
    GROUPS_WITH_COVARIATE(
            "Groups with a covariate",
            (chosen, tail) -> "Where " + chosen.maps(tail) + ", at equal "
                    + chosen.columns().get(1) + "?",
            List.of(new Slot("Groups", Kind.TWO_LEVELS), new Slot("Covariate", Kind.NUMBER)),
            chosen -> keys(chosen.name(0) + " + " + chosen.name(1), chosen.level(0, 1))),
    SEVERAL_GROUPS(
            "Several groups (F)",
            (chosen, tail) -> "Where does any group of " + chosen.columns().get(0) + " differ from another?",
            List.of(new Slot("Groups", Kind.LEVELS)),
            chosen -> keys(chosen.name(0), chosen.levels(0))),
    REPEATED_MEASURES(
            "Repeated measures (F)",
            (chosen, tail) ->
                    "Within subjects, where does any " + chosen.columns().get(0) + " differ from another?",
            List.of(new Slot("Measurement", Kind.LEVELS), new Slot("Subject", Kind.REPEATED)),
            chosen -> keys(chosen.name(0) + " + " + chosen.factor(1), chosen.levels(0))),
    INTERACTION(
            "Interaction",
            (chosen, tail) -> "Where " + chosen.slope(1, tail) + "?",
            List.of(new Slot("Groups", Kind.TWO_LEVELS), new Slot("Covariate", Kind.NUMBER)),
            chosen -> keys(chosen.name(0) + " * " + chosen.name(1), chosen.level(0, 1) + ":" + chosen.name(1))),
    /** Formula and contrast as the user writes them. */
    OWN(
            "Own formula",
            (chosen, tail) -> "A formula over the table's columns, and a contrast.",
            List.of(),
            chosen -> Map.of());

    private final String title;
    private final BiFunction<Chosen, Tail, String> asks;
    private final List<Slot> slots;
    private final Function<Chosen, Map<String, String>> fill;

    QuestionCard(
            String title,
            BiFunction<Chosen, Tail, String> asks,
            List<Slot> slots,
            Function<Chosen, Map<String, String>> fill) {
        this.title = title;
        this.asks = asks;
        this.slots = slots;
        this.fill = fill;
    }

    public String title() {
        return title;
    }

    /**
     * What it asks, as a sentence.
     *
     * @param columns one for each slot
     * @param tail the side that is tested
     */
    String asks(List<String> columns, Columns table, Tail tail) {
        return asks.apply(new Chosen(columns, table), tail);
    }

    /** The columns that it needs. */
    public List<Slot> slots() {
        return slots;
    }

    /** Whether a table has the columns that it needs. */
    public boolean suits(Columns table) {
        return first(table).size() == slots.size();
    }

    /** For each slot the first suitable column that no earlier slot has. */
    public List<String> first(Columns table) {
        List<String> chosen = new ArrayList<>();
        for (Slot slot : slots)
            slot.columns(table).stream()
                    .filter(column -> !chosen.contains(column))
                    .findFirst()
                    .ifPresent(chosen::add);
        return chosen;
    }

    /**
     * What it fills in: {@code model} and {@code contrast}, and the defaults of what else mentions the model.
     *
     * @param columns one for each slot
     */
    public Map<String, String> keys(List<String> columns, Columns table) {
        return fill.apply(new Chosen(columns, table));
    }

    private static Map<String, String> keys(String model, String contrast) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("model", model);
        keys.put("contrast", contrast);
        keys.put("design", "");
        keys.put("blocks", "");
        return keys;
    }

    /** What a column must be like. */
    enum Kind {
        TWO_LEVELS(values -> values.levels().size() == 2),
        LEVELS(values -> values.levels().size() > 2 && values.levels().size() < values.rows() && !values.areNumbers()),
        NUMBER(values -> values.areNumbers() && values.levels().size() > 2),
        REPEATED(values -> values.levels().size() > 1 && 2 * values.levels().size() <= values.rows());

        private final Predicate<Values> fits;

        Kind(Predicate<Values> fits) {
            this.fits = fits;
        }
    }

    /** @param levels the distinct values that are there, in the order of the alphabet */
    private record Values(int rows, List<String> levels, boolean areNumbers) {
        static Values of(List<String> cells) {
            List<String> there =
                    cells.stream().filter(cell -> !Table.isMissing(cell)).toList();
            List<String> levels = there.stream().distinct().sorted().toList();
            return new Values(there.size(), levels, levels.stream().allMatch(Table::isNumber));
        }
    }

    /** The columns of a table that a question may ask for; each is looked at once. */
    public static final class Columns {
        private final Table table;
        private final Map<String, Values> values = new LinkedHashMap<>();

        /** Looks at every cell. */
        public Columns(Table table) {
            this.table = table;
            for (String column : table.columns())
                if (!column.equals(Cohort.MAP) && !namesImages(table.column(column)))
                    values.put(column, Values.of(table.column(column)));
        }

        private static boolean namesImages(List<String> cells) {
            return cells.stream()
                    .filter(cell -> !Table.isMissing(cell))
                    .limit(1)
                    .anyMatch(MapCell::namesImage);
        }

        private List<String> like(Kind kind) {
            return values.keySet().stream()
                    .filter(column -> kind.fits.test(values.get(column)))
                    .toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Columns columns && table.equals(columns.table);
        }

        @Override
        public int hashCode() {
            return table.hashCode();
        }
    }

    /**
     * A column that a question needs.
     *
     * @param label what it is called
     * @param kind what it must be like
     */
    public record Slot(String label, Kind kind) {
        /** The suitable columns of a table. */
        public List<String> columns(Columns table) {
            return table.like(kind);
        }
    }

    /** The columns chosen, as formulas and contrasts write them. */
    private record Chosen(List<String> columns, Columns table) {
        /** The column's name, in backticks where it is no plain name. */
        String name(int slot) {
            return Lexer.written(columns.get(slot));
        }

        /** The column as a factor, whether its values are words or numbers. */
        String factor(int slot) {
            return areNumbers(slot) ? "C(" + name(slot) + ")" : name(slot);
        }

        private boolean areNumbers(int slot) {
            return values(slot).areNumbers();
        }

        /** The regressor of a level; that of the first is the reference. Of numbers the regressor is the column. */
        String level(int slot, int level) {
            return areNumbers(slot)
                    ? name(slot)
                    : regressor(slot, values(slot).levels().get(level));
        }

        /** The regressors of all levels but the reference, one per row. */
        String levels(int slot) {
            return String.join(
                    "; ",
                    values(slot).levels().stream()
                            .skip(1)
                            .map(level -> regressor(slot, level))
                            .toList());
        }

        private String regressor(int slot, String level) {
            return Lexer.written(columns.get(slot) + "." + level);
        }

        /** How maps of the second level of the first column compare with those of the first, which is the reference. */
        String maps(Tail tail) {
            return switch (tail) {
                case BOTH -> "do maps differ between " + second() + " and " + first();
                case POSITIVE -> "are maps higher in " + second() + " than in " + first();
                case NEGATIVE -> "are maps lower in " + second() + " than in " + first();
            };
        }

        /** How the slopes of a column compare. */
        String slope(int slot, Tail tail) {
            String slope = " the slope of " + columns.get(slot) + " ";
            return switch (tail) {
                case BOTH -> "does" + slope + "differ between " + second() + " and " + first();
                case POSITIVE -> "is" + slope + "higher in " + second() + " than in " + first();
                case NEGATIVE -> "is" + slope + "lower in " + second() + " than in " + first();
            };
        }

        private String first() {
            return values(0).levels().get(0) + " (" + columns.get(0) + ")";
        }

        private String second() {
            return values(0).levels().get(1);
        }

        private Values values(int slot) {
            return table.values.get(columns.get(slot));
        }
    }

    /** The card and its columns that a study's model and contrast come from; nothing if they are a formula of its own. */
    static Optional<Map.Entry<QuestionCard, List<String>>> of(Study study, Columns table) {
        for (QuestionCard card : values())
            for (List<String> columns : choices(card, table)) {
                Map<String, String> keys = card.keys(columns, table);
                if (!keys.isEmpty()
                        && keys.entrySet().stream()
                                .allMatch(key -> key.getValue().equals(study.get(key.getKey()))))
                    return Optional.of(Map.entry(card, columns));
            }
        return Optional.empty();
    }

    private static List<List<String>> choices(QuestionCard card, Columns table) {
        List<List<String>> choices = List.of(List.of());
        for (Slot slot : card.slots) {
            List<List<String>> longer = new ArrayList<>();
            List<String> columns = slot.columns(table);
            for (List<String> before : choices)
                for (String column : columns)
                    longer.add(IntStream.rangeClosed(0, before.size())
                            .mapToObj(i -> i < before.size() ? before.get(i) : column)
                            .toList());
            choices = longer;
        }
        return choices;
    }

    @Override
    public String toString() {
        return title;
    }
}
