package cohort.subjects;

import static cohort.subjects.Cohort.PARTICIPANT;

import cohort.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What distinguishes the rows of a table: {@code participant_id}, or that and the session as in BIDS' {@code sessions.tsv}. */
public final class RowKeys {
    private static final List<String> SESSIONS = List.of("session_id", "session", "ses");

    private RowKeys() {}

    public static boolean areDistinct(List<String> cells) {
        return new HashSet<>(cells).size() == cells.size();
    }

    /** The column of the sessions, if participants have several rows. */
    public static Optional<String> session(Table table) {
        return areDistinct(table.column(PARTICIPANT)) ? Optional.empty() : sessions(table);
    }

    /** The column that distinguishes the sessions of a participant. */
    public static Optional<String> sessions(Table table) {
        return table.columns().stream()
                .filter(column -> SESSIONS.contains(column.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** One key per row, such as {@code sub-01} or {@code sub-01_ses-1}; empty where the participant is missing. */
    public static List<String> of(Table table) {
        List<String> ids = table.column(PARTICIPANT);
        Optional<String> session = session(table);
        if (session.isEmpty()) return ids;
        List<String> sessions = table.column(session.get());
        return IntStream.range(0, ids.size())
                .mapToObj(row -> Table.isMissing(ids.get(row)) ? "" : key(ids.get(row), sessions.get(row)))
                .toList();
    }

    /** The participant of a key that names a session, or the key itself. */
    static String participant(String key) {
        int session = key.lastIndexOf("_ses-");
        return session > 0 ? key.substring(0, session) : key;
    }

    private static String key(String id, String session) {
        return id + "_" + (session.startsWith("ses-") ? session : "ses-" + session);
    }
}
