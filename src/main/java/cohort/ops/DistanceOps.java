package cohort.ops;

import cohort.InputException;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/** The distances of subjects from their group, as an op. */
public final class DistanceOps {
    private DistanceOps() {}

    /**
     * The distance of each subject's map from the mean of the others, in the unit of their own scatter (Belsley, Kuh and
     * Welsch 1980, Regression Diagnostics, section 2.1), and its score among all (Iglewicz and Hoaglin 1993, How to Detect and
     * Handle Outliers, section 3.4).
     *
     * @implNote op names='cohort.quality.subjectDistances'
     * @param maps 4D: x, y, z and one map for each subject
     * @param mask true in the voxels that count, all by default; those that are not finite in some subject or 0 in all are
     *     left out (nullable)
     * @return one per subject, in order
     * @throws InputException if there are fewer than three subjects, the mask is not of the maps' size or no voxel is left
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> List<SubjectDistance> subjectDistances(
            RandomAccessibleInterval<T> maps, RandomAccessibleInterval<B> mask) {
        return SubjectDistances.of(MaskedMaps.of(maps, mask).data());
    }
}
