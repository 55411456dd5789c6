package cohort.analysis.several;

import cohort.permute.CorrectedMap;
import cohort.permute.PermutedContrast;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.text.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The test for an effect in every map: the least statistic of the maps, held against the greatest of all voxels and all maps (Nichols
 * et al. 2005, NeuroImage 25:653). Where one map at least has no effect in a voxel, whichever that is, the least is significant there
 * no more often than that map's statistic, of which none in the image is with a chance of more than the level.
 */
public final class Conjunction {
    /** What its contrasts, and before the name of the statistic itself its maps, are called in files. */
    static final String NAME = "min";

    private Conjunction() {}

    /**
     * Tests the conjunction.
     *
     * @param maps what was found of one contrast in each map, all of one statistic
     */
    public static PermutedContrast of(List<PermutedContrast> maps) {
        List<CorrectedMap> tests =
                maps.stream().map(map -> map.statistics().get(0)).toList();
        CorrectedMap first = tests.get(0);
        Tail tail = first.tail();
        boolean signed = first.info().isSigned();
        NullDistribution nulls =
                new NullDistribution(IntStream.range(0, first.nulls().size())
                        .mapToDouble(k -> tests.stream()
                                .mapToDouble(test -> test.nulls().maximum(k))
                                .max()
                                .orElseThrow())
                        .toArray());
        double[] least = IntStream.range(0, first.map().length)
                .mapToDouble(v -> least(
                        tests.stream().mapToDouble(test -> test.map()[v]).toArray(), signed ? tail : Tail.POSITIVE))
                .toArray();
        double[] logP = Arrays.stream(least)
                .map(value -> -Math.log10(nulls.p(signed ? tail.evidence(value) : value)) + 0.0)
                .toArray();
        return new PermutedContrast(
                List.of(new CorrectedMap(
                        info(first.info()), tail, least, logP, Optional.empty(), nulls, nulls.words())),
                Optional.empty(),
                uncorrected(maps, tests, signed && tail == Tail.BOTH));
    }

    /** The value of the map with the least evidence; of both sides 0 where the maps' signs differ. */
    private static double least(double[] values, Tail tail) {
        double min = Arrays.stream(values).min().orElseThrow(),
                max = Arrays.stream(values).max().orElseThrow();
        return switch (tail) {
            case POSITIVE -> min;
            case NEGATIVE -> max;
            case BOTH -> min > 0 ? min : max < 0 ? max : 0;
        };
    }

    /** The greatest p of the maps; where signs have to agree and do not, 1. */
    private static Optional<double[]> uncorrected(
            List<PermutedContrast> maps, List<CorrectedMap> tests, boolean ofOneSign) {
        if (maps.get(0).uncorrected().isEmpty()) return Optional.empty();
        return Optional.of(IntStream.range(0, tests.get(0).map().length)
                .mapToDouble(v -> {
                    long above =
                            tests.stream().filter(test -> test.map()[v] > 0).count();
                    return ofOneSign && above > 0 && above < tests.size()
                            ? 1
                            : maps.stream()
                                    .mapToDouble(map -> map.uncorrected().orElseThrow()[v])
                                    .max()
                                    .orElseThrow();
                })
                .toArray());
    }

    private static StatisticInfo info(StatisticInfo of) {
        return StatisticInfo.ofVoxel(
                        name(of.name()),
                        of.isSigned(),
                        false,
                        "the minimum " + of.symbol() + " over the maps",
                        List.of(Reference.NICHOLS_2005))
                .called(
                        "minimum " + of.symbol(),
                        "Conjunction (minimum " + of.symbol() + ")",
                        "maximum " + of.symbol() + " over the maps");
    }

    /** What the least of a statistic is called. */
    static String name(String of) {
        return NAME + of.substring(0, 1).toUpperCase(Locale.ROOT) + of.substring(1);
    }
}
