package cohort.permute;

import cohort.Progress;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.permute.local.SmoothedVariance;
import cohort.permute.local.VoxelModels;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.ejml.data.DMatrixRMaj;

/**
 * In how many studies of smooth noise a test finds something at 5 %, for statistics that take more than one design for all voxels.
 * {@code main} makes 1,000 studies of each kind; with a chance of 95 %, 37 to 64 of them find something where the rate is 5 %.
 */
final class LocalErrorRates {
    private static final double ALPHA = 0.05, FORMING = 2.3;
    private static final int SHUFFLES = 199;
    private static final Mask BOX = Mask.everywhere(Grid.ofVoxelSize(16, 16, 12, 3, 3, 3));

    private LocalErrorRates() {}

    /** A kind of study. */
    enum Study {
        PSEUDO_ONE_SAMPLE(10, s -> 1) {
            @Override
            VoxelModels voxels(double[] data) {
                return new SmoothedVariance(10);
            }
        },
        PSEUDO_COVARIATE(12, s -> Math.sin(s * s), s -> 1, s -> Math.cos(3 * s)) {
            @Override
            VoxelModels voxels(double[] data) {
                return new SmoothedVariance(10);
            }
        };

        final DMatrixRMaj design;

        Study(int subjects, IntToDoubleFunction... columns) {
            design = new DMatrixRMaj(subjects, columns.length);
            for (int s = 0; s < subjects; s++)
                for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        }

        /** What differs between voxels; may change the data first. */
        abstract VoxelModels voxels(double[] data);

        private PermutedContrast test(int run) {
            double[] data = ErrorRates.smoothNoise(design.numRows, 7919L * run + 1000L * ordinal());
            VoxelModels voxels = voxels(data);
            DMatrixRMaj first = new DMatrixRMaj(1, design.numCols);
            first.set(0, 0, 1);
            return Parallelization.runSingleThreaded(() -> PermutationInference.test(
                            ArrayImgs.doubles(data, BOX.size(), design.numRows),
                            BOX,
                            design,
                            List.of(new Hypothesis(
                                    first,
                                    List.of(
                                            new ClusterSize(FORMING),
                                            new ClusterMass(FORMING),
                                            EnhancedStatistic.DEFAULT))),
                            PermutationOptions.of(SHUFFLES, run, Tail.POSITIVE).with(voxels),
                            Progress.NONE)
                    .contrasts()
                    .get(0));
        }
    }

    /** By statistic, in how many of so many studies it finds something. */
    static Map<String, Integer> falseAlarms(Study study, int runs) {
        Map<String, Integer> found = new ConcurrentHashMap<>();
        IntStream.range(0, runs).parallel().forEach(run -> {
            for (CorrectedMap map : study.test(run).statistics())
                found.merge(
                        map.name(),
                        Arrays.stream(map.logP()).max().orElse(0) >= -Math.log10(ALPHA) - 1e-12 ? 1 : 0,
                        Integer::sum);
        });
        return new TreeMap<>(found);
    }

    /** @param studies names of kinds; all if there are none */
    public static void main(String[] studies) {
        for (Study study : Study.values())
            if (studies.length == 0 || List.of(studies).contains(study.name()))
                System.out.println(study + " " + falseAlarms(study, 1000));
    }
}
