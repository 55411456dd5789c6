package cohort.design.coding;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Numbers in the place of maps that are not read or differ between voxels. They are the same where maps are the same and in no
 * relation to anything else, so that a design which holds them has the rank, and permutations tell its rows apart, as in a voxel
 * of no peculiarity.
 */
public final class StandIns {
    private StandIns() {}

    /**
     * @param maps what tells the subjects' maps apart
     * @param column of the table, which names them
     * @param centered whether the numbers are taken less their mean
     */
    public static double[] of(List<?> maps, String column, boolean centered) {
        double[] numbers = maps.stream()
                .mapToDouble(map ->
                        new SplittableRandom(31L * column.hashCode() + 1_000_003L * maps.indexOf(map)).nextDouble())
                .toArray();
        double mean = centered ? Arrays.stream(numbers).average().orElse(0) : 0;
        return IntStream.range(0, numbers.length)
                .mapToDouble(s -> numbers[s] - mean)
                .toArray();
    }
}
