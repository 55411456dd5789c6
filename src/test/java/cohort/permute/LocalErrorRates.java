package cohort.permute;

import cohort.Progress;
import cohort.glm.VoxelDesigns;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.matrix.VoxelMatrix;
import cohort.permute.local.AvailableSubjects;
import cohort.permute.local.CovariateMaps;
import cohort.permute.local.SmoothedVariance;
import cohort.permute.local.VoxelModels;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.smooth.SmoothingWithin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
            VoxelModels voxels(double[] data, Random random) {
                return new SmoothedVariance(10);
            }
        },
        PSEUDO_COVARIATE(12, s -> Math.sin(s * s), s -> 1, s -> Math.cos(3 * s)) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                return new SmoothedVariance(10);
            }
        },
        AVAILABLE_ONE_SAMPLE(16, s -> 1) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                lack(data, random.ints(0, 16).distinct().limit(5).toArray());
                return new AvailableSubjects(10);
            }
        },
        AVAILABLE_TWO_SAMPLE(16, s -> s % 2, s -> 1) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                lack(data, random.ints(0, 16).distinct().limit(5).toArray());
                return new AvailableSubjects(10);
            }
        },
        /** Those who lack the edge are all of one group. */
        AVAILABLE_UNEQUAL(16, s -> s % 2, s -> 1) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                lack(data, 1, 3, 5, 7, 9);
                return new AvailableSubjects(10);
            }
        },
        AVAILABLE_COVARIATE(16, s -> Math.sin(s * s), s -> 1, s -> Math.cos(3 * s)) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                lack(data, random.ints(0, 16).distinct().limit(5).toArray());
                return new AvailableSubjects(10);
            }
        },
        /** The maps were smoothed among the voxels that each subject has. */
        AVAILABLE_SMOOTHED_ONE_SAMPLE(16, s -> 1) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                lack(data, random.ints(0, 16).distinct().limit(5).toArray());
                smoothAmongThere(data);
                return new AvailableSubjects(10);
            }
        },
        /** The same, where those who lack the edge are all of one group. */
        AVAILABLE_SMOOTHED_UNEQUAL(16, s -> s % 2, s -> 1) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                lack(data, 1, 3, 5, 7, 9);
                smoothAmongThere(data);
                return new AvailableSubjects(10);
            }
        },
        MAP_AS_NUISANCE(14, s -> Math.sin(s * s), s -> 1, s -> 0) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                return maps(2, data, random);
            }
        },
        MAP_AS_EFFECT(14, s -> Math.sin(s * s), s -> 1, s -> Math.cos(3 * s)) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                return maps(0, data, random);
            }
        },
        /** {@code group * map(gm)}, whether the slopes of two groups differ, in data that follow the map in both alike. */
        MAP_BY_GROUP(16, s -> s % 2 * Math.sin(7 * s * s), s -> 1, s -> s % 2, s -> Math.sin(7 * s * s)) {
            @Override
            VoxelModels voxels(double[] data, Random random) {
                double[] covariate = ErrorRates.smoothNoise(design.numRows, random.nextLong());
                for (int i = 0; i < data.length; i++) data[i] += covariate[i];
                VoxelMatrix map = VoxelMatrix.of(ArrayImgs.doubles(covariate, BOX.size(), design.numRows));
                double[] group = IntStream.range(0, design.numRows)
                        .mapToDouble(s -> s % 2)
                        .toArray();
                return new CovariateMaps(new VoxelDesigns(
                        design,
                        List.of(new VoxelDesigns.Product(0, group, List.of(map)), VoxelDesigns.Product.of(3, map))));
            }
        };

        final DMatrixRMaj design;

        Study(int subjects, IntToDoubleFunction... columns) {
            design = new DMatrixRMaj(subjects, columns.length);
            for (int s = 0; s < subjects; s++)
                for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        }

        /** What differs between voxels; may change the data first. */
        abstract VoxelModels voxels(double[] data, Random random);

        /** Nine of the 16 slabs of voxels along the first axis are lacked by one subject or more, the first by all of these. */
        private static void lack(double[] data, int... subjects) {
            for (int p = 0; p < subjects.length; p++)
                for (int v = 0; v < BOX.size(); v++)
                    if (BOX.grid().coordinate(v, 0) <= 2 * p) data[subjects[p] * BOX.size() + v] = Double.NaN;
        }

        /** By 6 mm, which leaves voxels beside a gap noisier than others. */
        private static void smoothAmongThere(double[] data) {
            for (int first = 0; first < data.length; first += BOX.size()) {
                int map = first;
                int[] there = IntStream.range(0, BOX.size())
                        .filter(v -> !Double.isNaN(data[map + v]))
                        .toArray();
                double[] values =
                        IntStream.of(there).mapToDouble(v -> data[map + v]).toArray();
                new SmoothingWithin(BOX.grid(), there, 6).smooth(values);
                for (int v = 0; v < there.length; v++) data[first + there[v]] = values[v];
            }
        }

        /** A map of smooth noise is a covariate; where it is none of interest, it is in the data, too. */
        VoxelModels maps(int column, double[] data, Random random) {
            double[] covariate = ErrorRates.smoothNoise(design.numRows, random.nextLong());
            for (int i = 0; i < data.length && column > 0; i++) data[i] += covariate[i];
            return CovariateMaps.of(
                    design,
                    List.of(column),
                    List.of(VoxelMatrix.of(ArrayImgs.doubles(covariate, BOX.size(), design.numRows))));
        }

        private PermutedContrast test(int run) {
            double[] data = ErrorRates.smoothNoise(design.numRows, 7919L * run + 1000L * ordinal());
            VoxelModels voxels = voxels(data, new Random(run));
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
