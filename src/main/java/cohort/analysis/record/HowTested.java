package cohort.analysis.record;

import cohort.design.strata.ErrorStratum;
import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a contrast of a run was tested.
 *
 * @param tail the side on which evidence counts: {@code positive}, {@code negative} or {@code both}
 * @param degreesOfFreedom of the residuals of its model
 * @param forming the value of the statistic above which voxels formed clusters; 0 if none were formed
 * @param rows how many rows its model has: maps, or sums of the maps of subjects
 * @param subjects of how many subjects these are
 * @param what what the rows are, in words
 */
public record HowTested(String tail, int degreesOfFreedom, double forming, int rows, int subjects, String what) {

    /** The side on which evidence counts. */
    public Tail side() {
        return Tail.of(tail);
    }

    /** What the rows are sums of, if they are; nothing for the maps themselves. */
    public Optional<ErrorStratum.Kind> kind() {
        return Arrays.stream(ErrorStratum.Kind.values())
                .filter(kind -> kind.words().equals(what))
                .findFirst();
    }

    /** The threshold above which voxels formed clusters; nothing if none were formed. */
    public OptionalDouble formingLevel() {
        return forming > 0 ? OptionalDouble.of(forming) : OptionalDouble.empty();
    }

    /** The same with clusters formed above a value of the statistic. */
    public HowTested forming(double level) {
        return new HowTested(tail, degreesOfFreedom, level, rows, subjects, what);
    }
}
