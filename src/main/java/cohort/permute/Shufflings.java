package cohort.permute;

import cohort.InputException;
import cohort.design.Blocks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Chooses what to shuffle. */
final class Shufflings {
    private static final double SAME = 1e-12;

    private Shufflings() {}

    /**
     * Plans how to shuffle the subjects of a design for contrasts that are tested together.
     *
     * @param design subjects x regressors
     * @param contrasts rows x regressors each; at least one
     * @param varianceGroups one level of groups with variances of their own; empty if all subjects have the same
     * @throws InputException if the blocks are not one a subject, blocks to be exchanged differ in size or shape, or no
     *     shuffle would change the design
     */
    static ShufflePlan plan(
            DMatrixRMaj design, List<DMatrixRMaj> contrasts, ShuffleOptions options, Optional<Blocks> varianceGroups) {
        ShuffleScheme scheme = resolve(options.scheme(), design, contrasts);
        BlockTree tree = tree(design.numRows, options, scheme);
        if (scheme.permutes()) tree.requireExchangeable();
        List<ModelPartition> partitions = contrasts.stream()
                .map(contrast -> ModelPartition.of(design, contrast))
                .toList();
        List<ShuffledModel> models = varianceGroups
                .map(groups -> VarianceGroups.models(groups, partitions, options.method()))
                .orElseGet(() -> {
                    double[][] invariants = tree.invariants(scheme);
                    return partitions.stream()
                            .map(partition -> options.method().prepare(partition, invariants))
                            .toList();
                });
        double[][] columns =
                models.stream().flatMap(model -> Arrays.stream(model.columns())).toArray(double[][]::new);
        Shuffling shuffling = new BlockShuffling(scheme, tree, RowClasses.of(columns));
        if (shuffling.count() < 2)
            throw new InputException("shuffle: found " + shuffling.name()
                    + ", which leave the tested effect as it is, expected a way to shuffle that changes it; choose"
                    + " another one or other blocks.");
        boolean nuisance = partitions.stream().anyMatch(partition -> partition.nuisance().length > 0);
        String treatment =
                nuisance ? "; the nuisance is treated as by " + options.method().words() : "";
        return new ShufflePlan(shuffling, models, reason(options.scheme(), scheme) + treatment);
    }

    private static String reason(ShuffleScheme asked, ShuffleScheme found) {
        if (asked != ShuffleScheme.AUTO) return "as asked for";
        return switch (found) {
            case FLIPS -> "since the effect is one number for all subjects";
            case PERMUTATIONS -> "since the effect differs between subjects";
            default -> "since some effects are one number for all subjects and others differ between them";
        };
    }

    private static BlockTree tree(int subjects, ShuffleOptions options, ShuffleScheme scheme) {
        if (options.blocks().isEmpty()) return BlockTree.free(subjects);
        int rows = options.blocks().get().labels().length;
        if (rows != subjects)
            throw new InputException("blocks: found " + rows + " rows, expected " + subjects + ", one for each map.");
        return BlockTree.of(options.blocks().get(), options.within(), scheme);
    }

    /**
     * Sign flips if every tested effect is one number for all subjects, permutations if none is, whatever column carries
     * the intercept; both for contrasts of either kind together.
     */
    static ShuffleScheme resolve(ShuffleScheme scheme, DMatrixRMaj design, List<DMatrixRMaj> contrasts) {
        if (scheme != ShuffleScheme.AUTO) return scheme;
        long constant = contrasts.stream()
                .filter(contrast -> isConstant(design, contrast))
                .count();
        if (constant == 0) return ShuffleScheme.PERMUTATIONS;
        return constant == contrasts.size() ? ShuffleScheme.FLIPS : ShuffleScheme.BOTH;
    }

    private static boolean isConstant(DMatrixRMaj design, DMatrixRMaj contrast) {
        DMatrixRMaj tested = new DMatrixRMaj(design.numRows, contrast.numRows);
        CommonOps_DDRM.multTransB(design, contrast, tested);
        for (int c = 0; c < tested.numCols; c++)
            for (int i = 1; i < tested.numRows; i++)
                if (Math.abs(tested.get(i, c) - tested.get(0, c)) > SAME * Math.abs(tested.get(0, c))) return false;
        return true;
    }

    static String sentence(ShufflePlan plan, int shuffles, boolean exhaustive) {
        String name = plan.shuffling().name();
        return exhaustive
                ? String.format(
                        Locale.ROOT,
                        "Shuffling: %s, %s; all %d distinct ones are made once, the unshuffled labelling among them.",
                        name,
                        plan.reason(),
                        shuffles + 1)
                : String.format(Locale.ROOT, "Shuffling: %s, %s; %d drawn at random.", name, plan.reason(), shuffles);
    }
}
