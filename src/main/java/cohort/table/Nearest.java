package cohort.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user may have meant by a name that does not exist. */
public final class Nearest {
    private Nearest() {}

    /**
     * Sorts names by their edit distance (Levenshtein 1966) to a wrong one, case ignored; equally near ones keep their
     * order.
     *
     * @param wrong the name as it was written
     * @param names the names there are
     * @return the same names, nearest first
     */
    public static List<String> first(String wrong, List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(
                        name -> distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))))
                .toList();
    }

    /**
     * The name that a wrong one probably stands for: the nearest, if it is at most two letters, or a third of them, away, or the
     * only one that begins with it.
     */
    public static Optional<String> to(String wrong, List<String> names) {
        String plain = wrong.toLowerCase(Locale.ROOT);
        List<String> longer = names.stream()
                .filter(name ->
                        plain.length() > 1 && name.toLowerCase(Locale.ROOT).startsWith(plain))
                .toList();
        if (longer.size() == 1) return Optional.of(longer.get(0));
        int farthest = Math.min(plain.length() - 1, Math.max(2, plain.length() / 3));
        return first(wrong, names).stream()
                .limit(1)
                .filter(name -> distance(plain, name.toLowerCase(Locale.ROOT)) <= farthest)
                .findFirst();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
