package cohort.threshold.statistic;

import cohort.InputException;
import cohort.effect.EffectSizes;
import cohort.image.HeaderNotes;
import cohort.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The statistics that a map may hold, and how a header, a name or a user says which it is. Codes are those of
 * {@code nifti1.h}: 2 correlation, 3 t, 4 F, 5 z, 6 χ², 22 p, 23 −ln p, 24 −log10 p, 1001 an estimate.
 */
public final class Statistics {
    static final int CORRELATION = 2, P = 22, LOGP = 24;
    private static final int T = 3, F = 4, Z = 5, CHI_SQUARED = 6, ESTIMATE = 1001;

    /** What the names of maps of −log10 of corrected p begin with. */
    static final String CORRECTED = "logpMax";

    /** Where nothing says what the values are. */
    public static final Statistic UNKNOWN = new PlainStatistic(
            "unknown kind",
            0,
            "neither its header nor its name nor a record beside it says what its values are; give statistic=z,"
                    + " t(15), F(2,15), p or logp, or a number as the threshold");

    /** What all-resolution inference makes: the proportion of true positives. */
    public static final Statistic PROPORTION = new PlainStatistic(
            "proportion", ESTIMATE, "it holds proportions of true positives already; give a number as the threshold");

    private static final Statistic NORMAL = new DistributedStatistic("z", Z, 0, 0, true, NormalDistribution.of(0, 1));

    private static final Pattern TEXT =
            Pattern.compile("\\s*([A-Za-z\\u03c7]+2?)\\s*(?:\\(\\s*([\\d.]+)\\s*(?:,\\s*([\\d.]+)\\s*)?\\))?\\s*");

    /** What SPM writes into its descriptions. */
    private static final Pattern SPM = Pattern.compile("SPM\\{([TF])_\\[([\\d.]+)(?:,\\s*([\\d.]+))?\\]\\}.*");

    /** Names of maps of z that other programs and people give: zstat1, zfstat1 (FSL), z_map, zscore. */
    private static final Pattern Z_NAME =
            Pattern.compile("(.*[ _-])?(z|(thresh_)?zf?stat\\d*|z[ _-]?(map|scores?|stat|values?))");

    /** The z of t and F by degrees of freedom of each voxel. */
    private static final Set<String> OWN_FREEDOM = Set.of("zt", "zF");

    private Statistics() {}

    /** The standard normal deviate. */
    public static Statistic z() {
        return NORMAL;
    }

    /** Student's t. */
    public static Statistic t(double degreesOfFreedom) {
        return new DistributedStatistic(
                "t(" + Numbers.plain(degreesOfFreedom) + ")",
                T,
                degreesOfFreedom,
                0,
                true,
                TDistribution.of(degreesOfFreedom));
    }

    /** F of this many degrees of freedom of numerator and denominator. */
    public static Statistic f(double numerator, double denominator) {
        return new DistributedStatistic(
                "F(" + Numbers.plain(numerator) + "," + Numbers.plain(denominator) + ")",
                F,
                numerator,
                denominator,
                false,
                FDistribution.of(numerator, denominator));
    }

    private static Statistic chiSquared(double degreesOfFreedom) {
        return new DistributedStatistic(
                "chi2(" + Numbers.plain(degreesOfFreedom) + ")",
                CHI_SQUARED,
                degreesOfFreedom,
                0,
                false,
                ChiSquaredDistribution.of(degreesOfFreedom));
    }

    /**
     * The statistic that a user names.
     *
     * @param text {@code z}, {@code t(15)}, {@code F(2,15)}, {@code chi2(2)}, {@code r(15)}, {@code p} or {@code logp}
     * @throws InputException if it names none, or degrees of freedom are missing or not above 0
     */
    public static Statistic parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .flatMap(m -> of(m.group(1).toLowerCase(Locale.ROOT), number(m.group(2)), number(m.group(3))))
                .orElseThrow(() -> new InputException("statistic: found " + text
                        + ", expected auto, z, t(15), F(2,15), chi2(2), r(15), p or logp, with the degrees of freedom of"
                        + " the map in brackets."));
    }

    private static double number(String text) {
        if (text == null) return 0;
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) { // such as 1.2.3
            return Double.NaN;
        }
    }

    private static Optional<Statistic> of(String name, double first, double second) {
        boolean one = first > 0 && first < Double.POSITIVE_INFINITY && second == 0;
        return switch (name) {
            case "z" -> given(first == 0, () -> NORMAL);
            case "p" -> given(first == 0, ProbabilityStatistic::new);
            case "logp" -> given(first == 0, () -> new LogPStatistic(false));
            case "t" -> given(one, () -> t(first));
            case "r" -> given(one, () -> new CorrelationStatistic(first));
            case "chi2", "\u03c72" -> given(one, () -> chiSquared(first));
            case "f" ->
                given(first > 0 && second > 0 && first + second < Double.POSITIVE_INFINITY, () -> f(first, second));
            default -> Optional.empty();
        };
    }

    private static Optional<Statistic> given(boolean valid, Supplier<Statistic> statistic) {
        return valid ? Optional.of(statistic.get()) : Optional.empty();
    }

    /** What a header says by NIfTI's intent or SPM's description; nothing if it leaves something open. */
    public static Optional<Statistic> ofHeader(HeaderNotes notes) {
        Matcher spm = SPM.matcher(notes.description());
        if (notes.intent() == 0 && spm.matches())
            return of(spm.group(1).toLowerCase(Locale.ROOT), number(spm.group(2)), number(spm.group(3)));
        return switch (notes.intent()) {
            case CORRELATION -> of("r", notes.p1(), 0);
            case T -> of("t", notes.p1(), 0);
            case F -> of("f", notes.p1(), notes.p2());
            case Z -> Optional.of(NORMAL);
            case CHI_SQUARED -> of("chi2", notes.p1(), 0);
            case P -> Optional.of(new ProbabilityStatistic());
            case LOGP -> Optional.of(new LogPStatistic(isCorrected(notes.intentName())));
            case 0, ESTIMATE -> ofEffect(notes.intentName()).or(() -> plain(notes.intentName()));
            default -> unread(notes.intent());
        };
    }

    /** The other distributions of NIfTI, and −ln p: no name may make something else of them. */
    private static Optional<Statistic> unread(int intent) {
        return intent <= CHI_SQUARED || intent > LOGP
                ? Optional.empty()
                : Optional.of(new PlainStatistic(
                        "NIfTI's intent " + intent,
                        intent,
                        "its p cannot be computed here; give a map of z, t, F, p or -log10 p, or a number as the"
                                + " threshold"));
    }

    /**
     * What the name of a map's statistic says, where degrees of freedom are known.
     *
     * @param name such as {@code t}, {@code logpMaxSize}
     * @param numerator degrees of freedom of F's numerator
     * @param denominator degrees of freedom of the residuals
     */
    public static Optional<Statistic> named(String name, double numerator, double denominator) {
        return switch (name) {
            case "t" -> of("t", denominator, 0);
            case "F" -> of("f", numerator, denominator);
            case "r" -> of("r", denominator, 0);
            default -> ofEffect(name).or(() -> named(name));
        };
    }

    /** What the name of a map's statistic says; nothing of t and F, whose degrees of freedom it leaves open. */
    public static Optional<Statistic> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("p")) return Optional.of(new ProbabilityStatistic());
        if (lower.startsWith("logp")) return Optional.of(new LogPStatistic(isCorrected(name)));
        if (Z_NAME.matcher(lower).matches() || OWN_FREEDOM.contains(name)) return Optional.of(NORMAL);
        return plain(name);
    }

    /** An effect size; a name alone, such as that of any map called g, does not tell. */
    private static Optional<Statistic> ofEffect(String name) {
        return EffectSizes.NAMES.contains(name)
                ? Optional.of(new PlainStatistic(
                        name,
                        ESTIMATE,
                        "its values are effect sizes, which have an interval but no p; threshold the map of t, F or z"
                                + " of the same contrast, or give a number as the threshold"))
                : Optional.empty();
    }

    private static Optional<Statistic> plain(String name) {
        if (name.equals(PROPORTION.spelling())) return Optional.of(PROPORTION);
        String reason =
                switch (name) {
                    case "effect", "variance" ->
                        "its values are in the units of the maps; threshold the map of z, t or F of the same contrast";
                    case "size", "mass", "tfce" ->
                        "its p comes from permutations only; threshold the map of logpMax of the same statistic at a level"
                                + " such as 1.301, which is p = 0.05";
                    case "pseudoT", "pseudoF" ->
                        "its variance is smoothed, so that its distribution is not known; threshold the map of"
                                + " logpMaxPseudoT or logpMaxPseudoF of the same contrast at a level such as 1.301, which is"
                                + " p = 0.05";
                    case "v", "G", "zv", "zG" ->
                        "its degrees of freedom differ from voxel to voxel and are exact only where each group has a mean"
                                + " of its own; threshold the map of logpMaxZv or logpMaxZG of the same contrast at a level"
                                + " such as 1.301, which is p = 0.05";
                    default -> "";
                };
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PlainStatistic(name, List.of("effect", "variance").contains(name) ? ESTIMATE : 0, reason));
    }

    private static boolean isCorrected(String name) {
        return name.startsWith(CORRECTED) || name.equals("logpBonferroni") || name.equals("logpFdr");
    }

    /** The name of the statistic in a title such as {@code intercept t} or {@code contrast-age_stat-t_statmap.nii.gz}. */
    public static String name(String title) {
        String plain = title.replaceFirst("\\.(nii(\\.gz)?|hdr|img)$", "");
        return plain.contains("stat-")
                ? plain.replaceFirst("_statmap.*", "").replaceFirst("(?s).*stat-", "")
                : Z_NAME.matcher(plain.toLowerCase(Locale.ROOT)).matches() ? "z" : plain.replaceFirst("(?s).* ", "");
    }
}
