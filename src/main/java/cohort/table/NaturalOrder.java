package cohort.table;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The order in which people number things: {@code S2} before {@code S10}. */
public final class NaturalOrder implements Comparator<String> {
    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String a, String b) {
        List<String> left = pieces(a), right = pieces(b);
        for (int p = 0; p < Math.min(left.size(), right.size()); p++) {
            int order = comparePieces(left.get(p), right.get(p));
            if (order != 0) return order;
        }
        int order = Integer.compare(left.size(), right.size());
        return order != 0 ? order : a.compareTo(b);
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int comparePieces(String a, String b) {
        boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
