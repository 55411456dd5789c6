package cohort.permute.several;

import cohort.permute.model.ShuffledModel;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;

/**
 * A test of all maps of each subject by one number.
 *
 * @param maps how many maps each subject has, at least 2; the data hold the first of all subjects, then the second of all
 * @param how what becomes of their p
 * @param tail the side on which evidence counts in each map
 * @param p the p of that evidence
 */
public record CombinedTest(int maps, Combination how, Tail tail, TailP p) {

    /** A contrast of several rows has one side alone. */
    public CombinedTest {
        if (p.rows() > 1) tail = Tail.POSITIVE;
    }

    /** What is shuffled of all maps, where the same is known of one. */
    public ShuffledModel model(ShuffledModel ofOne) {
        return ofOne.repeated(maps, new CombinedStatistic(ofOne.statistic(), this));
    }
}
