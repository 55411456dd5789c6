package cohort.figure.chart;

import cohort.quality.SubjectDistance;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which subjects a carpet shows: all, or of each run of them the one that is most unlike the others. */
public final class CarpetRows {
    private static final int MOST = 400;

    private CarpetRows() {}

    /** Of how many subjects one is shown. */
    public static int every(int subjects) {
        return (subjects - 1) / MOST + 1;
    }

    /** The subjects that are shown, in order. */
    static List<Integer> of(List<SubjectDistance> distances) {
        int n = distances.size(), run = every(n);
        return IntStream.iterate(0, first -> first < n, first -> first + run)
                .map(first -> IntStream.range(first, Math.min(n, first + run))
                        .reduce((a, b) -> unlike(distances.get(b)) > unlike(distances.get(a)) ? b : a)
                        .orElseThrow())
                .boxed()
                .toList();
    }

    private static double unlike(SubjectDistance distance) {
        return Math.abs(distance.score());
    }

    /** What stands below the carpet of so many subjects, after the voxels; nothing if all are shown. */
    static String words(int subjects) {
        int every = every(subjects);
        return every == 1 ? "" : String.format(Locale.ROOT, "; one of each %d of %,d maps", every, subjects);
    }
}
