package cohort.threshold.statistic;

import cohort.effect.EffectSizes;
import cohort.files.MapName;
import cohort.image.HeaderNotes;
import cohort.permute.several.Combination;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the maps in a folder of results are called where people read it: by the name that a map has in its file, e.g. {@code t}
 * or {@code logpMaxSize}.
 */
public final class MapWords {
    private static final String LOG_P = "\u2212log10 ";
    private static final Pattern CORRECTED = Pattern.compile(
            Statistics.CORRECTED + "(?<tested>.+?)(?<thresholds>AllThresholds)?(?<contrasts>AllContrasts)?");
    /** The least of a statistic over several maps. */
    private static final Pattern LEAST = Pattern.compile("min(?<of>[TFZP].*)");

    private static final Pattern EFFECT = Pattern.compile("(?<size>.+?)(?<unpooled>Unpooled)?(?<limit>Lower|Upper)?");

    /** Short and long, where a name is not both. */
    private static final Map<String, Words> WORDS = Map.ofEntries(
            words("p", "p", "Uncorrected p"),
            words("effect", "effect", "Effect"),
            words("variance", "variance", "Variance of the effect"),
            words("size", "voxels", "Cluster size (voxels)"),
            words("mass", "mass", "Cluster mass"),
            words("tfce", "TFCE", "TFCE"),
            words("pseudoT", "pseudo-t", "Pseudo-t"),
            words("pseudoF", "pseudo-F", "Pseudo-F"),
            words("n", "n", "Number of subjects"),
            words("proportion", "proportion", "Proportion of true positives"),
            words("d", "d", "Cohen's d"),
            words("g", "g", "Hedges' g"),
            words("r", "r", "Partial correlation r"),
            words("partialR2", "partial R\u00b2", "Partial R\u00b2"),
            words("R2", "R\u00b2", "R\u00b2 of the model"),
            words("sd", "SD", "Residual standard deviation"),
            words("logp", LOG_P + "p", LOG_P + "p, uncorrected"),
            words("logpUncorrected", LOG_P + "p", LOG_P + "p, uncorrected (permutation)"),
            words("logpFdr", LOG_P + "q", LOG_P + "FDR q (permutation)"),
            words("logpBonferroni", LOG_P + "p Bonferroni", LOG_P + "corrected p, Bonferroni (parametric)"));

    /** Of what a p is, where that is not a voxel. */
    private static final Map<String, String> LEVELS =
            Map.of("size", "cluster size", "mass", "cluster mass", "tfce", "TFCE");

    private record Words(String symbol, String title) {}

    private MapWords() {}

    private static Map.Entry<String, Words> words(String name, String symbol, String title) {
        return Map.entry(name, new Words(symbol, title));
    }

    /**
     * As a heading has it, e.g. {@code Cohen's d} or {@code −log10 corrected p, cluster size}.
     *
     * @param name of a statistic; one that is not known stands for itself
     */
    public static String title(String name) {
        return of(name).title;
    }

    /** The same with what was tested, e.g. {@code t (patients > controls)}. */
    public static String title(String name, String contrast) {
        return title(name) + " (" + contrast + ")";
    }

    /**
     * Of an image's title that says contrast and statistic as files or results have them, the same in words; any other title as it is.
     *
     * @param title such as {@code intercept logpMaxT}, whose header names the statistic, or a file's name
     * @param notes the header's
     */
    public static String title(String title, HeaderNotes notes) {
        return named(title, notes)
                .map(name -> title(name.statistic(), name.contrast()))
                .orElse(title);
    }

    /** The same with the short name of the statistic behind the contrast, e.g. {@code intercept \u2212log10 p t}. */
    public static String symbol(String title, HeaderNotes notes) {
        return named(title, notes)
                .map(name -> name.contrast() + " " + symbol(name.statistic()))
                .orElse(title);
    }

    /** NIfTI cuts the names of intents short. */
    private static Optional<MapName> named(String title, HeaderNotes notes) {
        int last = title.lastIndexOf(' ');
        return MapName.of(title).or(() -> Optional.of(last)
                .filter(at -> at > 0 && !notes.intentName().isBlank())
                .filter(at -> title.startsWith(notes.intentName(), at + 1))
                .map(at -> new MapName(title.substring(0, at), title.substring(at + 1))));
    }

    /** As an axis or a narrow column has it, e.g. {@code d} or {@code −log10 p size}. */
    public static String symbol(String name) {
        return of(name).symbol;
    }

    private static Words of(String name) {
        return Optional.ofNullable(WORDS.get(name))
                .or(() -> combined(name))
                .or(() -> least(name))
                .or(() -> corrected(name))
                .or(() -> effect(name))
                .orElseGet(() -> new Words(name, name));
    }

    private static Optional<Words> combined(String name) {
        return Arrays.stream(Combination.values())
                .filter(combination -> combination.toString().equals(name))
                .findFirst()
                .map(combination -> new Words(combination.symbol(), combination.title()));
    }

    private static Optional<Words> least(String name) {
        Matcher matcher = LEAST.matcher(name);
        if (!matcher.matches()) return Optional.empty();
        String symbol = "minimum " + symbol(symbolOf(matcher.group("of")));
        return Optional.of(new Words(symbol, "Conjunction (" + symbol + ")"));
    }

    private static Optional<Words> corrected(String name) {
        Matcher matcher = CORRECTED.matcher(name);
        if (!matcher.matches()) return Optional.empty();
        String of = symbolOf(matcher.group("tested"));
        String level = LEVELS.getOrDefault(of, of.length() == 1 ? "voxel level" : "voxel level (" + symbol(of) + ")");
        String title = LOG_P + "corrected p, " + level
                + (matcher.group("thresholds") == null ? "" : " over all thresholds")
                + (matcher.group("contrasts") == null ? "" : ", over all contrasts");
        return Optional.of(new Words(LOG_P + "p " + (of.equals("size") ? of : symbol(of)), title));
    }

    /** The name of a statistic, of whose first letter that of its p is the capital. */
    private static String symbolOf(String capital) {
        boolean isCapital = List.of("F", "G").contains(capital);
        return isCapital ? capital : capital.substring(0, 1).toLowerCase(Locale.ROOT) + capital.substring(1);
    }

    private static Optional<Words> effect(String name) {
        Matcher matcher = EFFECT.matcher(name);
        if (!EffectSizes.NAMES.contains(name) || !matcher.matches()) return Optional.empty();
        Words size = of(matcher.group("size"));
        String pooled = matcher.group("unpooled") == null ? "" : ", variances not pooled";
        String limit = matcher.group("limit") == null
                ? ""
                : ", " + matcher.group("limit").toLowerCase(Locale.ROOT) + " 95 % limit";
        return Optional.of(new Words(size.symbol + limit, size.title + pooled + limit));
    }
}
