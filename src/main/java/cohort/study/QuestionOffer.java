package cohort.study;

import cohort.permute.nulls.Tail;
import cohort.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions that a table has columns for, and the one that a study asks.
 *
 * @param all the columns of the subjects' table
 * @param cards those that may be asked
 * @param asked the one that model and contrast come from; {@link QuestionCard#OWN} if none
 * @param columns its columns, one for each slot
 * @param tail the side that is tested
 */
public record QuestionOffer(
        QuestionCard.Columns all, List<QuestionCard> cards, QuestionCard asked, List<String> columns, Tail tail) {

    /** The same questions, with a formula of the user's own asked. */
    public QuestionOffer own() {
        return new QuestionOffer(all, cards, QuestionCard.OWN, List.of(), tail);
    }

    /** What is asked, as a sentence. */
    public String asks() {
        return asked.asks(columns, all, tail);
    }

    /** The columns suitable for one of the slots of the card that is asked. */
    public List<String> choices(int slot) {
        return asked.slots().get(slot).columns(all);
    }

    /**
     * What a card fills in.
     *
     * @param chosen a column for each of its slots; empty for the first suitable ones
     */
    public Map<String, String> keys(QuestionCard card, List<String> chosen) {
        return card.keys(chosen.isEmpty() ? card.first(all) : chosen, all);
    }

    /** Looks at all columns of the table. */
    static QuestionOffer of(Study study, Table table) {
        QuestionCard.Columns all = new QuestionCard.Columns(table);
        Optional<Map.Entry<QuestionCard, List<String>>> found = QuestionCard.of(study, all);
        return new QuestionOffer(
                all,
                Arrays.stream(QuestionCard.values())
                        .filter(card -> card.suits(all))
                        .toList(),
                found.map(Map.Entry::getKey).orElse(QuestionCard.OWN),
                found.map(Map.Entry::getValue).orElse(List.of()),
                tail(study.get("tail")));
    }

    /** Of several contrasts, each with a side of its own, both are spoken of. */
    private static Tail tail(String key) {
        return Arrays.stream(Tail.values())
                .filter(tail -> tail.toString().equals(key.strip()))
                .findFirst()
                .orElse(Tail.BOTH);
    }
}
