package cohort.permute.local;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.mask.Mask;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/** The tests of the tiny cohort that {@code smoothed_variance.py} makes, too. */
final class TinyTests {
    static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());

    private static final IntToDoubleFunction ONE = s -> 1,
            AGE = s -> TinyCohort.age()[s],
            B = s -> TinyCohort.group()[s].equals("b") ? 1 : 0;

    private TinyTests() {}

    /** Subjects x voxels of the mask. */
    static double[][] maps() {
        double[][] all = TinyCohort.maps(), maps = new double[all.length][MASK.size()];
        for (int s = 0; s < maps.length; s++)
            for (int v = 0; v < MASK.size(); v++) maps[s][v] = all[s][MASK.gridIndex(v)];
        return maps;
    }

    static Img<DoubleType> data(double[][] maps) {
        double[] data = new double[maps.length * maps[0].length];
        for (int s = 0; s < maps.length; s++) System.arraycopy(maps[s], 0, data, s * maps[s].length, maps[s].length);
        return ArrayImgs.doubles(data, maps[0].length, maps.length);
    }

    /** Tests maps (subjects x voxels of the mask) by the design and contrast of a model. */
    static PermutedContrast test(double[][] maps, String model, PermutationOptions options) {
        return test(maps, design(model), Hypothesis.of(contrast(model)), options);
    }

    static PermutedContrast test(
            double[][] maps, DMatrixRMaj design, Hypothesis hypothesis, PermutationOptions options) {
        return PermutationInference.test(data(maps), MASK, design, List.of(hypothesis), options, Progress.NONE)
                .contrasts()
                .get(0);
    }

    static DMatrixRMaj design(String model) {
        return switch (model) {
            case "one-sample" -> matrix(ONE);
            case "age" -> matrix(ONE, AGE);
            default -> matrix(ONE, B, AGE);
        };
    }

    static DMatrixRMaj contrast(String model) {
        return new DMatrixRMaj(
                switch (model) {
                    case "one-sample" -> new double[][] {{1}};
                    case "age" -> new double[][] {{0, 1}};
                    case "group-age" -> new double[][] {{0, 1, 0}};
                    default -> new double[][] {{0, 1, 0}, {0, 0, 1}};
                });
    }

    private static DMatrixRMaj matrix(IntToDoubleFunction... columns) {
        DMatrixRMaj design = new DMatrixRMaj(TinyCohort.SUBJECTS, columns.length);
        for (int s = 0; s < design.numRows; s++)
            for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        return design;
    }
}
