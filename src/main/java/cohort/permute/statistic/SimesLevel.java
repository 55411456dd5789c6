package cohort.permute.statistic;

import cohort.InputException;
import cohort.cluster.Excursion;
import cohort.permute.nulls.TailP;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Finds the least of p(u) (tests - shift) / (u - shift) over the p of a map in ascending order, exactly, without sorting all of
 * them: voxels are counted in bins of evidence, and only bins are sorted whose bounds leave room for a lesser value. One instance
 * per thread.
 */
final class SimesLevel {
    private static final int BINS = 2048;
    /** The bins end where p is so small; all that lies beyond is in the last one, or, on the other side, in the first. */
    private static final double LAST_P = 1e-7;

    private final TailP tail;
    private final ContinuousDistribution distribution;
    private final double floor;
    private final double lowest;
    private final int tests;
    private final int shift;
    private final double perBin;
    /** The p of each bin's lower edge; 0 behind the last. */
    private final double[] edges = new double[BINS + 1];

    private final int[] counts = new int[BINS];
    private final boolean[] marked = new boolean[BINS];
    private double[] kept = new double[64];
    private double least;

    /**
     * @param p what turns evidence into p
     * @param tests number of voxels
     * @throws InputException if there are no more voxels than the shift
     */
    SimesLevel(TailP p, int tests, int shift) {
        if (shift >= tests)
            throw new InputException("simes_shift: found " + shift + ", expected fewer than the " + tests
                    + " voxels that are tested, such as 0.");
        this.distribution = p.distribution();
        this.tail = p;
        this.floor = p.least();
        this.tests = tests;
        this.shift = shift;
        double highest = distribution.inverseSurvivalProbability(LAST_P);
        this.lowest = Math.max(floor, -highest);
        this.perBin = BINS / (highest - lowest);
        edges[0] = 1;
        for (int bin = 1; bin < BINS; bin++) edges[bin] = p(lowest + bin / perBin);
    }

    private double p(double evidence) {
        return tail.p(distribution, evidence);
    }

    private int bin(double evidence) {
        return (int) Math.max(0, Math.min(BINS - 1, (evidence - lowest) * perBin));
    }

    private double ratio(double p, int rank) {
        return rank <= shift ? Double.POSITIVE_INFINITY : p * (tests - shift) / (rank - shift);
    }

    /** The level; voxels that are not above the least evidence have a p of 1. */
    double of(Excursion... maps) {
        Arrays.fill(counts, 0);
        for (Excursion map : maps)
            for (int e = 0; e < map.size(); e++) if (map.values()[e] > floor) counts[bin(map.values()[e])]++;
        least = edges[0];
        int[] above = mark();
        int size = keep(maps);
        Arrays.sort(kept, 0, size);
        // From the greatest: the kept of one bin follow each other, and its first has the rank after all above it.
        for (int last = size; last > 0; ) {
            int bin = bin(kept[last - 1]), first = last - counts[bin];
            refine(first, last - 1, above[bin] + last);
            last = first;
        }
        return least;
    }

    /** Marks the bins in which the least may be; gives how many voxels lie above each. */
    private int[] mark() {
        int[] above = new int[BINS];
        double bound = least;
        int rank = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            above[bin] = rank;
            rank += counts[bin];
            if (counts[bin] > 0) bound = Math.min(bound, ratio(edges[bin], rank));
        }
        for (int bin = 0; bin < BINS; bin++)
            marked[bin] = counts[bin] > 0 && ratio(edges[bin + 1], above[bin] + counts[bin]) <= bound;
        return above;
    }

    private int keep(Excursion... maps) {
        int size = 0;
        for (int bin = 0; bin < BINS; bin++) if (marked[bin]) size += counts[bin];
        if (size > kept.length) kept = new double[size];
        int n = 0;
        for (Excursion map : maps)
            for (int e = 0; e < map.size(); e++)
                if (map.values()[e] > floor && marked[bin(map.values()[e])]) kept[n++] = map.values()[e];
        return n;
    }

    /** @param ranks the rank of the kept value at an index is this less the index */
    private void refine(int first, int last, int ranks) {
        double small = p(kept[last]);
        least = Math.min(least, Math.min(ratio(small, ranks - last), ratio(p(kept[first]), ranks - first)));
        if (last - first < 2 || ratio(small, ranks - first) >= least) return;
        int middle = (first + last) >>> 1;
        refine(middle, last, ranks);
        refine(first, middle, ranks);
    }
}
