package cohort.permute.map;

import cohort.cluster.Excursion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the maps of a block of shuffles are made. It is emptied for the next block, of whatever contrast, so that however many there
 * are, a thread keeps the maps of one block of one contrast.
 */
public final class MapRoom {
    private final List<Excursion> kept = new ArrayList<>();

    /** Empty excursions, shuffles x sides; what was made here before is gone. */
    Excursion[][] cleared(int shuffles, int sides, double floor) {
        while (kept.size() < shuffles * sides) kept.add(new Excursion(floor));
        Excursion[][] excursions = new Excursion[shuffles][sides];
        for (int k = 0, e = 0; k < shuffles; k++)
            for (int s = 0; s < sides; s++, e++) {
                excursions[k][s] = kept.get(e);
                excursions[k][s].clear(floor);
            }
        return excursions;
    }

    /** Bytes that the maps of a block take. */
    public static long bytes(Excursion[][] excursions) {
        return Arrays.stream(excursions)
                .flatMap(Arrays::stream)
                .mapToLong(Excursion::bytes)
                .sum();
    }
}
