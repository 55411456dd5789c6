package cohort.subjects;

import cohort.InputException;
import cohort.table.Condition;
import cohort.table.Nearest;
import cohort.table.Table;
import cohort.table.TableText;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whom an analysis does without.
 *
 * @param kept the rows that stay, in order
 * @param rules what each rule did
 */
public record Exclusion(List<Integer> kept, List<LeftOut> rules) {
    /** Semicolons and commas that do not stand between backticks. */
    private static final Pattern SEPARATOR = Pattern.compile("[;,](?=([^`]*`[^`]*`)*[^`]*$)");

    private static final int NAMED = 8;

    /**
     * @param text ids, with {@code sub-} or without, and conditions, separated by {@code ;} or {@code ,}; any of them
     *     leaves a subject out
     * @param table one row per subject
     * @param ids the ids of the rows
     * @param strangers ids of maps that no row is about; they may be left out by their ids
     * @throws InputException if an id names nobody, a condition cannot be met, or fewer than two rows would stay
     */
    public static Exclusion of(String text, Table table, List<String> ids, List<String> strangers) {
        boolean[] out = new boolean[ids.size()];
        List<LeftOut> rules = new ArrayList<>();
        for (String item : SEPARATOR.split(TableText.plain(text))) {
            String rule = item.strip();
            if (rule.isEmpty()) continue;
            Optional<LeftOut> named = byId(rule, ids, strangers, out).or(() -> byParticipant(rule, table, ids, out));
            rules.add(
                    named.isPresent()
                            ? named.get()
                            : byCondition(
                                    Condition.parse(rule).orElseThrow(() -> nobody(rule, table, ids, strangers)),
                                    table,
                                    ids,
                                    out));
        }
        List<Integer> kept =
                IntStream.range(0, out.length).filter(row -> !out[row]).boxed().toList();
        if (kept.size() < 2 && !rules.isEmpty())
            throw new InputException("leave_out leaves " + kept.size() + " of the " + Words.count(ids.size())
                    + " subjects of " + table.source() + ", expected at least two.");
        return new Exclusion(kept, rules);
    }

    /** Ids for a sentence, of which it holds only the first ones. */
    public static String named(List<String> ids) {
        return Words.first(ids, NAMED);
    }

    private static Optional<LeftOut> byId(String rule, List<String> ids, List<String> strangers, boolean[] out) {
        List<Predicate<String>> ways = List.of(
                rule::equals,
                id -> SubjectIds.label(id).equals(SubjectIds.label(rule)),
                id -> SubjectIds.isSameNumber(SubjectIds.label(id), SubjectIds.label(rule)));
        for (Predicate<String> way : ways) {
            List<String> found = new ArrayList<>(strangers.stream().filter(way).toList());
            for (int row = 0; row < out.length; row++)
                if (way.test(ids.get(row))) {
                    out[row] = true;
                    found.add(ids.get(row));
                }
            if (!found.isEmpty()) return Optional.of(new LeftOut(rule, found, List.of()));
        }
        return Optional.empty();
    }

    /** All sessions of a participant. */
    private static Optional<LeftOut> byParticipant(String rule, Table table, List<String> ids, boolean[] out) {
        if (!table.has(Cohort.PARTICIPANT)) return Optional.empty();
        List<String> participants = table.column(Cohort.PARTICIPANT), left = new ArrayList<>();
        for (int row = 0; row < out.length; row++)
            if (SubjectIds.label(participants.get(row)).equals(SubjectIds.label(rule))) {
                out[row] = true;
                left.add(ids.get(row));
            }
        return left.isEmpty() ? Optional.empty() : Optional.of(new LeftOut(rule, left, List.of()));
    }

    private static LeftOut byCondition(Condition condition, Table table, List<String> ids, boolean[] out) {
        Predicate<String> test = condition.test(table);
        List<String> cells = table.column(condition.column()), left = new ArrayList<>(), unknown = new ArrayList<>();
        for (int row = 0; row < out.length; row++)
            if (test.test(cells.get(row))) {
                out[row] = true;
                left.add(ids.get(row));
            } else if (condition.needsValue() && Table.isMissing(cells.get(row))) unknown.add(ids.get(row));
        return new LeftOut(condition.text(), left, unknown);
    }

    private static InputException nobody(String rule, Table table, List<String> ids, List<String> strangers) {
        List<String> all = new ArrayList<>(ids);
        all.addAll(strangers);
        return new InputException("leave_out: " + rule + " is neither a subject of " + table.source()
                + " nor a condition, expected ids such as "
                + String.join(", ", Nearest.first(rule, all))
                + ", or conditions such as age is n/a, motion > 0.5 or group = pilot.");
    }
}
