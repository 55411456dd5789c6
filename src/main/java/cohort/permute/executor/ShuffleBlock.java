package cohort.permute.executor;

import cohort.permute.shuffle.Shuffle;
import java.io.Serializable;
import java.util.List;

/**
 * Shuffles that are evaluated together.
 *
 * @param first the number of the first one among all shuffles
 * @param shuffles one after the other
 */
public record ShuffleBlock(int first, List<Shuffle> shuffles) implements Serializable {

    private Object writeReplace() {
        return PackedBlock.of(this);
    }
}
