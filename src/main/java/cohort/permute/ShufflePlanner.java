package cohort.permute;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.design.strata.ErrorStratum;
import cohort.permute.model.MeanEffect;
import cohort.permute.model.ModelPartition;
import cohort.permute.model.RegressionMethod;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.VarianceGroups;
import cohort.permute.shuffle.BlockShuffling;
import cohort.permute.shuffle.BlockTree;
import cohort.permute.shuffle.RowClasses;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.shuffle.Shuffling;
import cohort.permute.shuffle.UnitRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Chooses what to shuffle. */
public final class ShufflePlanner {
    /** What a plan's reason calls the nuisance if it is no more than a number for all subjects. */
    public static final String INTERCEPT_ALONE = "the intercept, the only nuisance regressor,";

    private ShufflePlanner() {}

    /**
     * Plans how to shuffle the subjects of a design for contrasts that are tested together.
     *
     * @param design maps x regressors
     * @param contrasts at least one
     * @param varianceGroups one level of groups with variances of their own; empty if all subjects have the same
     * @throws InputException if the blocks are not one for each map, blocks to be exchanged differ in size or shape, or no
     *     shuffle would change the design
     */
    public static ShufflePlan plan(
            DMatrixRMaj design,
            List<Hypothesis> contrasts,
            ShuffleOptions options,
            Optional<BlockLabels> varianceGroups) {
        List<UnitRows> rows = rows(design.numRows, contrasts);
        List<DMatrixRMaj> designs =
                contrasts.stream().map(test -> test.design(design)).toList();
        ShuffleScheme scheme = resolve(options.scheme(), designs, contrasts, rows, varianceGroups.isPresent());
        BlockTree tree = tree(design.numRows, contrasts, rows, options, scheme);
        if (scheme.permutes()) tree.requireExchangeable();
        List<ModelPartition> partitions = new ArrayList<>();
        List<ShuffledModel> models = new ArrayList<>();
        for (int c = 0; c < contrasts.size(); c++) {
            ModelPartition partition =
                    ModelPartition.of(designs.get(c), contrasts.get(c).contrast());
            partitions.add(partition);
            models.add(
                    model(partition, contrasts.get(c), rows.get(c), tree.invariants(scheme), options, varianceGroups));
        }
        Shuffling shuffling = new BlockShuffling(scheme, tree, RowClasses.of(columns(models, rows)));
        if (shuffling.count() < 2)
            throw new InputException("shuffle: found " + shuffling.name()
                    + ", which do not change the tested effect, expected a scheme that does; choose another"
                    + " scheme or other blocks.");
        String reason = reason(options.scheme(), scheme, varianceGroups.isPresent());
        return new ShufflePlan(
                shuffling,
                partitions,
                ofAllMaps(models, contrasts),
                ofAllMaps(rows, models, contrasts),
                reason + treatment(partitions, options.method()));
    }

    private static String treatment(List<ModelPartition> partitions, RegressionMethod method) {
        if (partitions.stream().allMatch(partition -> partition.nuisance().length == 0)) return "";
        String what = partitions.stream().allMatch(ModelPartition::isNuisanceConstant)
                ? INTERCEPT_ALONE + " is"
                : "nuisance regressors are";
        return "; " + what + " handled by the " + method.words() + " method";
    }

    /** If a contrast is about sums of each subject's maps, subjects are shuffled for all. */
    private static List<UnitRows> rows(int maps, List<Hypothesis> contrasts) {
        return contrasts.stream()
                .map(test -> test.stratum().map(UnitRows::of).orElseGet(() -> UnitRows.single(maps)))
                .toList();
    }

    /** Where several maps are tested by one number, the model of all of them; what is shuffled is known of one. */
    private static List<ShuffledModel> ofAllMaps(List<ShuffledModel> models, List<Hypothesis> contrasts) {
        return IntStream.range(0, models.size())
                .mapToObj(c -> contrasts
                        .get(c)
                        .combined()
                        .map(test -> test.model(models.get(c)))
                        .orElse(models.get(c)))
                .toList();
    }

    private static List<UnitRows> ofAllMaps(
            List<UnitRows> rows, List<ShuffledModel> models, List<Hypothesis> contrasts) {
        return IntStream.range(0, rows.size())
                .mapToObj(c -> contrasts
                        .get(c)
                        .combined()
                        .map(test -> UnitRows.repeated(models.get(c).effect()[0].length, test.maps()))
                        .orElse(rows.get(c)))
                .toList();
    }

    private static ShuffledModel model(
            ModelPartition partition,
            Hypothesis test,
            UnitRows rows,
            double[][] invariants,
            ShuffleOptions options,
            Optional<BlockLabels> varianceGroups) {
        if (varianceGroups.isPresent()) {
            BlockLabels groups = test.stratum()
                    .map(stratum -> VarianceGroups.ofSums(varianceGroups.get(), stratum))
                    .orElse(varianceGroups.get());
            return VarianceGroups.model(groups, partition, options.method());
        }
        double[][] unchanged = Arrays.stream(invariants)
                .flatMap(units -> Arrays.stream(rows.byRow(units)))
                .toArray(double[][]::new);
        return options.method().prepare(partition, unchanged);
    }

    /** What is shuffled, as columns of units. */
    private static double[][] columns(List<ShuffledModel> models, List<UnitRows> rows) {
        return IntStream.range(0, models.size())
                .boxed()
                .flatMap(c -> Arrays.stream(models.get(c).columns())
                        .flatMap(column -> Arrays.stream(rows.get(c).byUnit(column))))
                .toArray(double[][]::new);
    }

    private static String reason(ShuffleScheme asked, ShuffleScheme found, boolean grouped) {
        if (asked != ShuffleScheme.AUTO) return "as requested";
        if (grouped) return "because subjects of unequal variance are not exchangeable";
        return switch (found) {
            case FLIPS -> "because the contrast tests a mean";
            case PERMUTATIONS -> "because the contrast compares subjects";
            default -> "because some contrasts test a mean and others compare subjects";
        };
    }

    private static BlockTree tree(
            int maps, List<Hypothesis> contrasts, List<UnitRows> rows, ShuffleOptions options, ShuffleScheme scheme) {
        Optional<ErrorStratum> stratum =
                contrasts.stream().flatMap(test -> test.stratum().stream()).findFirst();
        int units = rows.get(0).units();
        if (rows.stream().anyMatch(other -> other.units() != units))
            throw new InputException("contrast: found some that compare maps within subjects and some that do not,"
                    + " expected contrasts of one kind; test each kind in its own run.");
        if (options.blocks().isEmpty()) return stratum.isPresent() ? tree(rows, scheme) : BlockTree.free(maps);
        BlockLabels blocks = options.blocks().get();
        if (blocks.labels().length != maps)
            throw new InputException(
                    "blocks: found " + blocks.labels().length + " rows, expected " + maps + ", one for each map.");
        return BlockTree.of(stratum.map(sums -> sums.ofSubjects(blocks)).orElse(blocks), options.within(), scheme);
    }

    /** Blocks that hold a subject each say what the sums say already. */
    private static boolean isOneEach(BlockLabels blocks) {
        return blocks.levels() == 1 && Arrays.stream(blocks.level(0)).distinct().count() == blocks.level(0).length;
    }

    /** Subjects are exchanged with those who have the same sums. */
    private static BlockTree tree(List<UnitRows> rows, ShuffleScheme scheme) {
        int units = rows.get(0).units();
        List<String> patterns = IntStream.range(0, units)
                .mapToObj(unit ->
                        rows.stream().map(of -> of.pattern(unit)).toList().toString())
                .toList();
        List<String> distinct = patterns.stream().distinct().toList();
        if (distinct.size() == 1 || !scheme.permutes()) return BlockTree.free(units);
        int[][] labels = patterns.stream()
                .map(pattern -> new int[] {distinct.indexOf(pattern) + 1})
                .toArray(int[][]::new);
        return BlockTree.of(new BlockLabels(labels), true, scheme);
    }

    /**
     * Sign flips if every tested effect is one number for all subjects, or for a group of them, permutations if none is, whatever
     * columns carry it; both for contrasts of either kind together. Where variances differ, or a subject's maps stay together as
     * they are, flips alone keep what the data are like.
     */
    static ShuffleScheme resolve(
            ShuffleScheme scheme,
            List<DMatrixRMaj> designs,
            List<Hypothesis> contrasts,
            List<UnitRows> rows,
            boolean grouped) {
        if (scheme != ShuffleScheme.AUTO) return scheme;
        if (grouped
                || contrasts.stream()
                        .anyMatch(test ->
                                test.stratum().filter(ErrorStratum::isPooled).isPresent())) return ShuffleScheme.FLIPS;
        long means = IntStream.range(0, contrasts.size())
                .filter(c -> MeanEffect.is(designs.get(c), contrasts.get(c).contrast(), rows.get(c)))
                .count();
        if (means == 0) return ShuffleScheme.PERMUTATIONS;
        return means == contrasts.size() ? ShuffleScheme.FLIPS : ShuffleScheme.BOTH;
    }

    static String sentence(ShufflePlan plan, int shuffles, boolean exhaustive) {
        String name = plan.shuffling().name();
        return exhaustive
                ? String.format(
                        Locale.ROOT,
                        "Tested by %s, %s; all %,d distinct ones are made once, including the observed data.",
                        name,
                        plan.reason(),
                        shuffles + 1)
                : String.format(Locale.ROOT, "Tested by %s, %s; %,d drawn at random.", name, plan.reason(), shuffles);
    }
}
