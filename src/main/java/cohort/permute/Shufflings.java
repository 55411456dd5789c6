package cohort.permute;

import cohort.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
     * @throws InputException if the blocks are not one a subject, blocks to be exchanged differ in size or shape, or no
     *     shuffle would change the design
     */
    static ShufflePlan plan(DMatrixRMaj design, List<DMatrixRMaj> contrasts, ShuffleOptions options) {
        ShuffleScheme scheme = resolve(options.scheme(), design, contrasts);
        BlockTree tree = tree(design.numRows, options);
        if (scheme.permutes()) tree.requireExchangeable();
        double[][] invariants = tree.invariants(scheme);
        List<ShuffledModel> models = contrasts.stream()
                .map(contrast -> options.method().prepare(ModelPartition.of(design, contrast), invariants))
                .toList();
        double[][] columns =
                models.stream().flatMap(model -> Arrays.stream(model.columns())).toArray(double[][]::new);
        Shuffling shuffling = new BlockShuffling(scheme, tree, RowClasses.of(columns));
        if (shuffling.count() < 2)
            throw new InputException("shuffle: found " + shuffling.name()
                    + ", which leave the tested effect as it is, expected a way to shuffle that changes it; choose"
                    + " another one or other blocks.");
        return new ShufflePlan(shuffling, models);
    }

    private static BlockTree tree(int subjects, ShuffleOptions options) {
        if (options.blocks().isEmpty()) return BlockTree.free(subjects);
        int rows = options.blocks().get().labels().length;
        if (rows != subjects)
            throw new InputException("blocks: found " + rows + " rows, expected " + subjects + ", one for each map.");
        return BlockTree.of(options.blocks().get(), options.within());
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

    static String sentence(Shuffling shuffling, int shuffles, boolean exhaustive) {
        return exhaustive
                ? String.format(
                        Locale.ROOT,
                        "Shuffling: %s; all %d distinct ones are made once, the unshuffled labelling among them.",
                        shuffling.name(),
                        shuffles + 1)
                : String.format(Locale.ROOT, "Shuffling: %s, %d drawn at random.", shuffling.name(), shuffles);
    }
}
