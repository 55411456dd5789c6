package cohort.permute;

import cohort.InputException;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/** The memory that the maxima of all shuffles take. */
public final class NullMemory {
    /** What the maps need besides is not known before they are read. */
    private static final double SHARE = 0.75;

    /** Beside all maxima, those of one statistic in order, and those over all contrasts, in both orders. */
    private static final int PASSING = 3;

    private NullMemory() {}

    /**
     * Refuses a test whose maxima memory cannot hold, before it is begun. As many are counted as there are distinct shuffles.
     *
     * @param design subjects x regressors
     * @param contrasts what to test
     * @param options how to permute
     * @param memory bytes that the program may have
     * @throws InputException if they take more than three quarters of it
     */
    public static void require(
            DMatrixRMaj design, List<Hypothesis> contrasts, PermutationOptions options, long memory) {
        long columns = contrasts.stream()
                        .mapToLong(test -> 1 + test.statistics().size())
                        .sum()
                + PASSING;
        if (fits(columns, options.permutations(), memory)) return;
        ShufflePlan plan = ShufflePlanner.plan(design, contrasts, options.shuffle(), options.varianceGroups());
        long shuffles = (long) Math.min(plan.shuffling().count() - 1, options.permutations());
        if (fits(columns, shuffles, memory)) return;
        throw new InputException(String.format(
                Locale.ROOT,
                "permutations: found %d, whose maxima for %d statistics take %,d MB, expected at most %,d MB,"
                        + " three quarters of the memory that Java may use; ask for fewer, or give Java more (-Xmx).",
                shuffles,
                columns - PASSING,
                megabytes(columns * shuffles * Double.BYTES),
                megabytes((long) (SHARE * memory))));
    }

    private static boolean fits(long columns, long shuffles, long memory) {
        return (double) columns * shuffles * Double.BYTES <= SHARE * memory;
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
