package cohort.glm;

import cohort.InputException;
import cohort.design.strata.ErrorStratum;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.text.Words;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * The voxels that no model can be tested in: constant ones, and those that a model explains without residuals, so that an
 * effect has nothing to be compared with (two groups of one value each, for example). They leave the analysis, as in PALM.
 *
 * @param inside for each voxel in mask order, whether it can be tested
 * @param constant how many have one value in all maps
 * @param explained how many others a model explains entirely, but for rounding
 */
public record UntestableVoxels(boolean[] inside, int constant, int explained) {

    /** None. */
    public static final UntestableVoxels NONE = new UntestableVoxels(new boolean[0], 0, 0);

    /**
     * A model that is to be tested.
     *
     * @param design the design matrix, maps x regressors
     * @param stratum the sums of each subject's maps that are tested; all maps if there are none
     */
    public record Model(DMatrixRMaj design, Optional<ErrorStratum> stratum) {

        double[] dispersion(RandomAccessibleInterval<? extends RealType<?>> data) {
            Optional<ErrorStratum> sums = stratum.filter(s -> !s.isPooled());
            return GeneralLinearModel.fit(
                            sums.isPresent() ? sums.get().apply(data) : data,
                            sums.map(s -> s.apply(design)).orElse(design))
                    .dispersion();
        }
    }

    /** @param inside for each voxel, whether it can be tested; the others are not constant */
    UntestableVoxels(boolean[] inside, int constant) {
        this(inside, constant, inside.length - constant - count(inside));
    }

    static int count(boolean[] flags) {
        int n = 0;
        for (boolean flag : flags) if (flag) n++;
        return n;
    }

    /** Whether no voxel is constant or explained. */
    public boolean isEmpty() {
        return constant + explained == 0;
    }

    /** How many others are of maps that do not determine a contrast, as where all are of one group. */
    public int undetermined() {
        return inside.length - count(inside) - constant - explained;
    }

    /** Whether all voxels can be tested. */
    public boolean leavesNoneOut() {
        return isEmpty() && undetermined() == 0;
    }

    /** One sentence for the log on those that are undetermined. */
    public String undeterminedSentence() {
        return Words.count(undetermined(), "voxel") + (undetermined() == 1 ? " was" : " were")
                + " left out as missing, since the subjects who have data there do not determine a contrast.";
    }

    /**
     * The mask without these voxels.
     *
     * @throws InputException if none is left
     */
    public Mask without(Mask mask) {
        if (count(inside) == 0)
            throw new InputException("maps: " + (isEmpty() ? "no voxel has data that determine a contrast" : words())
                    + " and none is left, expected maps that differ between subjects; look at them in a carpet plot.");
        boolean[] left = new boolean[mask.grid().voxels()];
        for (int m = 0; m < inside.length; m++) left[mask.gridIndex(m)] = inside[m];
        return Mask.of(mask.grid(), left);
    }

    /** The data without these voxels, 2D: axis 0 the voxels, axis 1 the maps. */
    public Img<DoubleType> without(RandomAccessibleInterval<? extends RealType<?>> data) {
        return VoxelMatrix.of(data).only(inside).image();
    }

    /** One sentence for the log. */
    public String sentence() {
        return words() + "; nothing can be tested there, and they were left out.";
    }

    /** How many there are and why. */
    private String words() {
        String one = constant == 0 ? "" : voxels(constant) + " the same value in all maps";
        String other = explained == 0 ? "" : voxels(explained) + " values that the model fits without residuals";
        return one.isEmpty() || other.isEmpty() ? one + other : one + " and " + other;
    }

    private static String voxels(int count) {
        return count == 1 ? "1 voxel has" : Words.count(count) + " voxels have";
    }
}
