package cohort.permute;

import cohort.InputException;
import cohort.design.strata.ErrorStratum;
import cohort.permute.nulls.Tail;
import cohort.permute.several.CombinedTest;
import cohort.permute.statistic.MapStatistic;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * A contrast to test, and the statistics to compute of its maps.
 *
 * @param contrast the weights of the regressors, rows x regressors: one row for t, several for F
 * @param statistics the map statistics in addition to the maximum of t or F
 * @param tail the tested side; empty for that of the options. F has only one side.
 * @param stratum which sums of each subject's maps are tested; empty for the maps themselves
 * @param combined a test of several maps of each subject combined into one number: the stratum is then that of the
 *     first map, whose design holds for all
 */
public record Hypothesis(
        DMatrixRMaj contrast,
        List<MapStatistic> statistics,
        Optional<Tail> tail,
        Optional<ErrorStratum> stratum,
        Optional<CombinedTest> combined) {

    /** @throws InputException if the contrast has no row */
    public Hypothesis {
        if (contrast.numRows < 1) throw new InputException("contrast: found no row, expected weights of regressors.");
        contrast = contrast.copy();
        statistics = List.copyOf(statistics);
    }

    /** A test on one weighted sum of each subject's maps. */
    public Hypothesis(
            DMatrixRMaj contrast, List<MapStatistic> statistics, Optional<Tail> tail, Optional<ErrorStratum> stratum) {
        this(contrast, statistics, tail, stratum, Optional.empty());
    }

    /** A test on all maps, on the side that the options give. */
    public Hypothesis(DMatrixRMaj contrast, List<MapStatistic> statistics) {
        this(contrast, statistics, Optional.empty(), Optional.empty());
    }

    /** A test by the maximum of t or F only. */
    public static Hypothesis of(DMatrixRMaj contrast) {
        return new Hypothesis(contrast, List.of());
    }

    /** The same test with other map statistics in addition to the maximum. */
    public Hypothesis with(List<MapStatistic> others) {
        return new Hypothesis(contrast, others, tail, stratum, combined);
    }

    /** The same test of another stratum. */
    public Hypothesis in(ErrorStratum stratum) {
        return new Hypothesis(contrast, statistics, tail, Optional.of(stratum), combined);
    }

    /** The side on which evidence counts, where the options name one for all. */
    Tail tail(Tail usual) {
        return contrast.numRows > 1 || combined.isPresent() ? Tail.POSITIVE : tail.orElse(usual);
    }

    /** The design that is tested: of the sums of the stratum, or of all maps. */
    DMatrixRMaj design(DMatrixRMaj all) {
        return stratum.map(sums -> sums.apply(all)).orElse(all);
    }

    /** The data that are tested, 2D: axis 0 the voxels, axis 1 the sums of the stratum, or all maps. */
    RandomAccessibleInterval<? extends RealType<?>> data(RandomAccessibleInterval<? extends RealType<?>> all) {
        return sums().isEmpty() ? all : sums().get(0).apply(all);
    }

    /** The stratum whose sums are tested; none where all maps are tested as they are. */
    List<ErrorStratum> sums() {
        return combined.isPresent()
                ? List.of()
                : stratum.filter(sums -> !sums.isPooled()).stream().toList();
    }
}
