package cohort.analysis.explore;

import cohort.permute.CorrectedMap;
import cohort.permute.nulls.MinimumP;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The clusters of one contrast at several cluster-forming thresholds, by the same permutations. p at one of them is right for
 * whoever chose it beforehand; {@link #logPOverLevels} is right for whoever looked at all.
 */
public final class ExploredClusters {
    /** Permutations that are enough to look around. */
    public static final int SHUFFLES = 1000;

    private static final double[] FORMING_P = {
        0.05, 0.04, 0.03, 0.025, 0.02, 0.015, 0.01, 0.0075, 0.005, 0.004, 0.003, 0.0025, 0.002, 0.0015, 0.001, 0.00075,
        0.0005, 0.0004, 0.0003, 0.0002, 0.0001
    };

    private final List<Level> levels;
    private final List<CorrectedMap> sizes;

    /**
     * A cluster-forming threshold.
     *
     * @param p uncorrected
     * @param value of the statistic
     */
    public record Level(double p, double value) {}

    /**
     * @param levels the thresholds
     * @param sizes for each of them the cluster sizes and what the permutations say of them
     */
    public ExploredClusters(List<Level> levels, List<CorrectedMap> sizes) {
        this.levels = List.copyOf(levels);
        this.sizes = List.copyOf(sizes);
    }

    /**
     * The cluster-forming p that are looked at, from the greatest.
     *
     * @param own that of the run, which is one of them; 0 if it has none
     */
    public static List<Double> formingP(double own) {
        return DoubleStream.concat(DoubleStream.of(FORMING_P), DoubleStream.of(own))
                .filter(p -> p > 0)
                .distinct()
                .boxed()
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
    }

    /** The thresholds, from the lowest. */
    public List<Level> levels() {
        return levels;
    }

    /** Cluster sizes at a threshold and their p, which is not corrected for looking at others. */
    public CorrectedMap at(int level) {
        return sizes.get(level);
    }

    /** −log10 of each voxel's p by its cluster, corrected over the image and all thresholds; in mask order. */
    public double[] logPOverLevels() {
        MinimumP all = new MinimumP(
                sizes.stream().map(CorrectedMap::nulls).toList(),
                sizes.stream().mapToDouble(CorrectedMap::observed).toArray());
        return IntStream.range(0, sizes.get(0).map().length)
                .mapToDouble(v -> -Math.log10(all.p(sizes.stream()
                                .mapToDouble(size -> size.map()[v])
                                .toArray()))
                        + 0.0)
                .toArray();
    }
}
