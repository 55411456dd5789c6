package cohort;

import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Java's locales as the computer's own, one of all that write numbers and letters in the same way. */
public final class EveryLocale {
    private EveryLocale() {}

    /** One for each way to write numbers and to change the case of letters. */
    public static List<Locale> distinct() {
        Map<List<Object>, Locale> first = new LinkedHashMap<>();
        first.put(ways(Locale.US), Locale.US);
        Arrays.stream(Locale.getAvailableLocales())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(locale -> first.putIfAbsent(ways(locale), locale));
        return List.copyOf(first.values());
    }

    private static List<Object> ways(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        return List.of(
                symbols.getZeroDigit(),
                symbols.getDecimalSeparator(),
                symbols.getGroupingSeparator(),
                symbols.getMinusSign(),
                symbols.getExponentSeparator(),
                symbols.getNaN(),
                "TITIÌ".toLowerCase(locale),
                "titi".toUpperCase(locale));
    }

    /** What a step gives while a locale is the computer's. */
    public static <T> T in(Locale locale, Callable<T> step) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return step.call();
        } finally {
            Locale.setDefault(before);
        }
    }
}
