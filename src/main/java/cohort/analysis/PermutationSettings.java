package cohort.analysis;

import cohort.InputException;
import cohort.analysis.several.TogetherTests;
import cohort.cluster.Neighbours;
import cohort.design.matrix.Contrast;
import cohort.design.strata.MapColumns;
import cohort.permute.EvidenceOptions;
import cohort.permute.PermutationOptions;
import cohort.permute.local.SmoothedVariance;
import cohort.permute.local.VoxelModels;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.SimesStatistic;
import cohort.text.MacroOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a permutation test is asked: the components, and those of the data, are the keys of <em>Permutation Inference</em> in
 * macros, with the same values.
 *
 * @param data the maps and the model
 * @param permutations number of permutations or sign flips, at least 1
 * @param seed of the random stream, 0 to 2^31 - 1
 * @param tail {@code positive}, {@code negative} or {@code both}; for several contrasts also one for each, separated by |
 * @param shuffle {@code auto}, {@code flips}, {@code permutations} or {@code both}
 * @param method how the nuisance is treated, e.g. {@code freedman-lane}
 * @param blocks a column of the table, a file, {@code auto} for repeated measures, or empty for none
 * @param within whether permutations stay within the blocks of one level instead of moving these as wholes
 * @param variance_groups a column of the table or a file of groups of unequal variance, {@code auto}, or empty for one variance
 * @param variance_smoothing of the smoothing of the variance in mm, which makes t a pseudo-t; 0 for none
 * @param connectivity 6, 18 or 26: which voxels are neighbours
 * @param cluster_p the uncorrected p that forms clusters; 0 for none
 * @param cluster_value the value of the statistic that forms clusters in place of {@code cluster_p}; 0 to go by that
 * @param tfce whether threshold-free cluster enhancement is a statistic
 * @param uncorrected whether each voxel has a p of its own, too
 * @param signed whether corrected p of two sides bear the sign of the statistic
 * @param true_discoveries whether lower bounds on true discoveries in any set of voxels are calibrated by the permutations
 * @param simes_shift how many of the first thresholds of these bounds are 0: they then favour large clusters
 * @param npc {@code none}, {@code tippett}, {@code fisher} or {@code stouffer}: how several maps of each subject are tested by one
 *     number
 * @param conjunction whether an effect in every one of several maps is tested
 * @param approximation {@code none}, {@code tail} or {@code gamma}
 * @param stop_after how many permutations must reach the observed maxima for the test to end; 0 to make all
 * @param threads 0 for one a processor
 */
public record PermutationSettings(
        ModelSettings data,
        int permutations,
        int seed,
        String tail,
        String shuffle,
        String method,
        String blocks,
        boolean within,
        String variance_groups,
        double variance_smoothing,
        int connectivity,
        double cluster_p,
        double cluster_value,
        boolean tfce,
        boolean uncorrected,
        boolean signed,
        boolean true_discoveries,
        int simes_shift,
        String npc,
        boolean conjunction,
        String approximation,
        int stop_after,
        int threads) {
    /** A one-sample test of no maps yet, with 10,000 permutations and clusters at p = 0.001. */
    public static final PermutationSettings DEFAULT = new PermutationSettings(
            ModelSettings.DEFAULT,
            10000,
            0,
            "positive",
            "auto",
            "freedman-lane",
            "",
            true,
            "",
            0,
            6,
            0.001,
            0,
            false,
            false,
            false,
            false,
            0,
            "none",
            false,
            "none",
            0,
            0);

    /** A pool of Java takes no more. */
    private static final int MOST_THREADS = 32767;

    /** @throws InputException if a value is none of those that its key takes, whatever the data */
    public PermutationSettings {
        List<Tail> sides = sides(tail);
        PermutationOptions.requireInRange(permutations, seed);
        ShuffleScheme.of(shuffle);
        RegressionMethod.of(method);
        Neighbours.requireConnectivity(connectivity);
        new EvidenceOptions(Approximation.of(approximation), uncorrected, stop_after);
        SimesStatistic.requireInRange(simes_shift);
        TogetherTests together = TogetherTests.of(MapColumns.NONE, npc, conjunction, cluster_p);
        if (data.map_columns().isBlank() && together.isAny())
            throw new InputException((conjunction ? "conjunction: found true" : "npc: found " + npc)
                    + " without map_columns, expected columns that name several maps of each subject, such as"
                    + " map_columns=map_a,map_b.");
        if (variance_smoothing != 0 && !npc.equals(TogetherTests.NONE))
            throw new InputException(
                    "npc: found " + npc + " together with variance_smoothing, expected one or the other; a pseudo-t"
                            + " has no parametric p that could be combined.");
        if (conjunction && stop_after > 0)
            throw new InputException("stop_after: found " + stop_after
                    + " together with conjunction=true, expected one or the other; a conjunction needs all"
                    + " permutations.");
        if (!data.map_columns().isBlank() && sides.size() > 1)
            throw new InputException("tail: found " + tail + " with map_columns, expected the same tail for all maps.");
        if (true_discoveries && stop_after > 0)
            throw new InputException("stop_after: found " + stop_after
                    + " together with true_discoveries=true, expected one or the other; the bounds need"
                    + " all permutations.");
        if (cluster_p != 0) ClusterForming.requireInRange(cluster_p);
        if (!(cluster_value >= 0 && cluster_value < Double.POSITIVE_INFINITY))
            throw new InputException("cluster_value: found " + cluster_value
                    + ", expected a value of the statistic above 0, such as 3, or 0 to form clusters by cluster_p.");
        if (variance_smoothing != 0) new SmoothedVariance(variance_smoothing);
        if (variance_smoothing != 0 && !variance_groups.isBlank())
            throw new InputException("variance_smoothing: found " + variance_smoothing
                    + " together with variance_groups, expected one or the other; v and G have several"
                    + " variances in each voxel.");
        if (data.policy().takesGaps()) requireOneVariance(data.missing(), variance_groups, variance_smoothing, method);
        if (signed && !sides.contains(Tail.BOTH))
            throw new InputException("signed: found true with tail=" + sides.get(0)
                    + ", expected tail=both, since a one-sided test has only one sign; leave signed out or"
                    + " change tail.");
        if (threads < 0 || threads > MOST_THREADS)
            throw new InputException("threads: found " + threads + ", expected a number from 1 to " + MOST_THREADS
                    + ", or 0 for one per processor.");
    }

    /** What a test by subjects who differ from voxel to voxel cannot be. */
    private static void requireOneVariance(String missing, String groups, double smoothing, String method) {
        String key = !groups.isBlank()
                ? "variance_groups: found " + groups
                : smoothing != 0 ? "variance_smoothing: found " + smoothing : "";
        if (!key.isEmpty())
            throw new InputException(key + " together with missing=" + missing
                    + ", expected one or the other, since the subjects behind each variance then differ from"
                    + " voxel to voxel.");
        if (RegressionMethod.of(method) != RegressionMethod.FREEDMAN_LANE)
            throw new InputException("method: found " + method + " together with missing=" + missing
                    + ", expected freedman-lane, the only method where subjects lack voxels.");
    }

    private static List<Tail> sides(String tail) {
        return Stream.of(tail.split("\\|")).map(String::strip).map(Tail::of).toList();
    }

    /** The side that is named for all contrasts, or for the first. */
    Tail firstSide() {
        return sides(tail).get(0);
    }

    /**
     * The side on which evidence counts for a contrast: the one that is named for all, or its own; F has one side alone.
     *
     * @throws InputException if sides are named for another number of contrasts
     */
    Tail side(int contrast, List<Contrast> contrasts) {
        List<Tail> sides = sides(tail);
        if (sides.size() > 1 && sides.size() != contrasts.size())
            throw new InputException("tail: found " + sides.size()
                    + " tails, expected one for all or one for each of the " + contrasts.size() + " contrasts.");
        return contrasts.get(contrast).isF() ? Tail.POSITIVE : sides.get(sides.size() == 1 ? 0 : contrast);
    }

    /** Whether groups of subjects have variances of their own. */
    boolean isGrouped() {
        return !variance_groups.isBlank();
    }

    /** Whether the variance is smoothed, so that the statistic has no distribution that is known. */
    boolean isPseudo() {
        return variance_smoothing > 0;
    }

    /** The longest name that the statistic of voxels may have, before it is known. */
    String longestStatistic() {
        return isPseudo()
                ? SmoothedVariance.T
                : isGrouped() ? "zG" : data.policy().takesGaps() ? "zt" : "t";
    }

    /** What of the test takes the whole map. */
    VoxelModels voxels() {
        return isPseudo() ? new SmoothedVariance(variance_smoothing) : VoxelModels.ALIKE;
    }

    /** How p-values follow from permutations. */
    EvidenceOptions evidence() {
        return new EvidenceOptions(Approximation.of(approximation), uncorrected, stop_after);
    }

    /**
     * The defaults with these values.
     *
     * @param values by key: texts, or numbers and booleans; keys of the data, too
     * @throws InputException if there is no such key, or a value is not as its key takes it
     */
    public static PermutationSettings of(Map<String, ?> values) {
        return DEFAULT.with(values);
    }

    /** These settings of other data. */
    PermutationSettings of(ModelSettings other) {
        return new PermutationSettings(
                other,
                permutations,
                seed,
                tail,
                shuffle,
                method,
                blocks,
                within,
                variance_groups,
                variance_smoothing,
                connectivity,
                cluster_p,
                cluster_value,
                tfce,
                uncorrected,
                signed,
                true_discoveries,
                simes_shift,
                npc,
                conjunction,
                approximation,
                stop_after,
                threads);
    }

    /** The defaults with the options of a macro line, such as {@code maps=participants.tsv permutations=5000 tail=both}. */
    public static PermutationSettings parse(String options) {
        return of(MacroOptions.parse(options).given());
    }

    /** These settings with other values. */
    public PermutationSettings with(Map<String, ?> values) {
        return SettingKeys.with(this, values);
    }

    /** Every key with its value as text, those of the data first. */
    public Map<String, String> values() {
        return SettingKeys.values(this);
    }

    /** One JSON object, a member for each key. */
    public String toJson() {
        return SettingKeys.toJson(this);
    }

    /** @throws InputException if the text is not as {@link #toJson} writes it */
    public static PermutationSettings fromJson(String json) {
        return SettingKeys.fromJson(DEFAULT, json);
    }
}
