package cohort.study;

import cohort.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions that a table has columns for, and the one that a study asks.
 *
 * @param table the subjects', a row each
 * @param cards those that may be asked
 * @param asked the one that model and contrast come from; {@link QuestionCard#OWN} if none
 * @param columns its columns, one a slot
 * @param choices for each slot the columns that would do
 */
public record QuestionOffer(
        Table table, List<QuestionCard> cards, QuestionCard asked, List<String> columns, List<List<String>> choices) {

    /** The same questions, where a formula of one's own is asked, whatever it is now. */
    public QuestionOffer own() {
        return new QuestionOffer(table, cards, QuestionCard.OWN, List.of(), List.of());
    }

    /** Looks at all columns of the table. */
    static QuestionOffer of(Study study, Table table) {
        QuestionCard.Columns all = new QuestionCard.Columns(table);
        Optional<Map.Entry<QuestionCard, List<String>>> found = QuestionCard.of(study, all);
        QuestionCard asked = found.map(Map.Entry::getKey).orElse(QuestionCard.OWN);
        return new QuestionOffer(
                table,
                Arrays.stream(QuestionCard.values())
                        .filter(card -> card.suits(all))
                        .toList(),
                asked,
                found.map(Map.Entry::getValue).orElse(List.of()),
                asked.slots().stream().map(slot -> slot.columns(all)).toList());
    }
}
