package cohort.subjects.content;

import cohort.image.Volume;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the values of a map are, as far as tells a map from something else.
 *
 * @param kind what numbers they are
 * @param value the one value that all voxels with a number have; nothing if there are several, NaN if none has one
 * @param sample a hash of some of the values
 */
record MapContent(Kind kind, Optional<Double> value, int sample) {
    private static final int RUN = 1 << 12, SAMPLED = 512;

    /** What numbers a map holds; of each kind are the maps that hold no others. */
    enum Kind {
        /** Two numbers, as in a mask, or one. */
        BINARY,
        /** Whole numbers, as in an atlas or a picture. */
        WHOLE,
        /** Any. */
        REAL
    }

    static MapContent of(Volume map) {
        double[] values = new double[RUN], two = {Double.NaN, Double.NaN};
        int distinct = 0, voxels = map.grid().voxels();
        boolean whole = true;
        for (int first = 0; first < voxels && (whole || distinct < 2); first += RUN) {
            int n = Math.min(RUN, voxels - first);
            map.copy(first, n, values);
            for (int v = 0; v < n; v++) {
                double value = values[v];
                if (Double.isNaN(value) || value == two[0] || value == two[1]) continue;
                if (distinct < 2) two[distinct] = value;
                if (distinct < 3) distinct++;
                whole &= value == Math.rint(value);
            }
        }
        Kind kind = !whole ? Kind.REAL : distinct < 3 ? Kind.BINARY : Kind.WHOLE;
        return new MapContent(kind, distinct > 1 ? Optional.empty() : Optional.of(two[0]), sample(map));
    }

    /** Equal for maps that are the same; +0 and -0 are, and so is every NaN. */
    private static int sample(Volume map) {
        double[] one = new double[1];
        int voxels = map.grid().voxels(), n = Math.min(SAMPLED, voxels);
        return Arrays.hashCode(IntStream.range(0, n)
                .mapToDouble(s -> {
                    map.copy((int) ((long) s * voxels / n), 1, one);
                    return one[0] + 0.0;
                })
                .toArray());
    }

    /** Whether two maps of equal size have the same value in each voxel. */
    static boolean isSame(Volume a, Volume b) {
        double[] left = new double[RUN], right = new double[RUN];
        int voxels = a.grid().voxels();
        for (int first = 0; first < voxels; first += RUN) {
            int n = Math.min(RUN, voxels - first);
            a.copy(first, n, left);
            b.copy(first, n, right);
            for (int v = 0; v < n; v++)
                if (left[v] != right[v] && !(Double.isNaN(left[v]) && Double.isNaN(right[v]))) return false;
        }
        return true;
    }
}
