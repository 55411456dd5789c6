package cohort.data.localizer;

import cohort.InputException;
import cohort.table.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the contrasts of the Brainomics localizer.
 *
 * @param friendly what a reader calls it
 * @param internal what the study calls it
 * @param archived what its files are called
 */
public record LocalizerContrast(String friendly, String internal, String archived) {
    private static final String TABLE = "localizer-contrasts.tsv";

    /**
     * A contrast by its friendly, internal or archived name; case does not matter.
     *
     * @throws InputException if there is none of the name; the message lists those there are, nearest first
     */
    public static LocalizerContrast named(String name) {
        String wanted = name.strip();
        List<LocalizerContrast> all = all();
        return all.stream()
                .filter(c -> c.names().anyMatch(wanted::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> unknown(wanted, all));
    }

    /** The 32 contrasts, in the order of the table. */
    public static List<LocalizerContrast> all() {
        try (InputStream in = LocalizerContrast.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new LocalizerContrast(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> names() {
        return Stream.of(friendly, internal, archived);
    }

    private static InputException unknown(String wanted, List<LocalizerContrast> all) {
        List<String> nearest = Nearest.first(
                wanted, all.stream().map(LocalizerContrast::friendly).toList());
        return new InputException("The localizer has no contrast \"" + wanted + "\", expected one of: "
                + String.join("; ", nearest) + ".");
    }
}
