package cohort.permute;

import cohort.Progress;
import cohort.analysis.several.Conjunction;
import cohort.analysis.several.TogetherTests;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Contrast;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.MapColumns;
import cohort.design.strata.SubjectFactor;
import cohort.glm.GeneralLinearModel;
import cohort.glm.UntestableVoxels;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;
import cohort.permute.several.Combination;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import cohort.permute.statistic.SimesStatistic;
import cohort.smooth.Smoothing;
import cohort.threshold.discovery.RegionBound;
import cohort.threshold.discovery.TrueDiscoveries;
import cohort.threshold.statistic.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * Simulates studies of which the truth is known and counts what the tests find. Run by hand, {@link #main} prints the
 * tables of the README; {@link ErrorRatesTest} is the short form.
 */
final class ErrorRates {
    private static final double ALPHA = 0.05;
    /** So many that p = 0.05 is one of the p-values there are. */
    private static final int SHUFFLES = 199;

    private static final double FWHM = 8, FORMING_P = 0.01;
    private static final Grid GRID = Grid.ofVoxelSize(16, 16, 12, 3, 3, 3);
    private static final Mask BOX = Mask.of(GRID, all(GRID.voxels()));

    private ErrorRates() {}

    private static boolean[] all(int voxels) {
        boolean[] inside = new boolean[voxels];
        Arrays.fill(inside, true);
        return inside;
    }

    /** A design, and what of it is tested. */
    enum Study {
        ONE_SAMPLE("one-sample", 16, s -> 1),
        TWO_SAMPLE("two-sample", 16, s -> s % 2, s -> 1),
        COVARIATE("covariate and two nuisance regressors", 16, s -> Math.sin(s * s), s -> 1, s -> Math.cos(3 * s));

        private final String words;
        private final DMatrixRMaj design;

        Study(String words, int subjects, IntToDoubleFunction... columns) {
            this.words = words;
            this.design = matrix(subjects, columns);
        }
    }

    private static DMatrixRMaj matrix(int subjects, IntToDoubleFunction... columns) {
        DMatrixRMaj design = new DMatrixRMaj(subjects, columns.length);
        for (int s = 0; s < subjects; s++)
            for (int c = 0; c < columns.length; c++) design.set(s, c, columns[c].applyAsDouble(s));
        return design;
    }

    /** Smooth noise of unit variance, subjects x voxels. */
    static double[] smoothNoise(int subjects, long seed) {
        Random random = new Random(seed);
        double[] data = new double[subjects * GRID.voxels()];
        for (int s = 0; s < subjects; s++) {
            float[] white = new float[GRID.voxels()];
            for (int v = 0; v < white.length; v++) white[v] = (float) random.nextGaussian();
            double[] map = Smoothing.gaussian(Volume.of(GRID, white), FWHM).values();
            double squares = Arrays.stream(map).map(x -> x * x).sum() / map.length;
            for (int v = 0; v < map.length; v++) data[s * map.length + v] = map[v] / Math.sqrt(squares);
        }
        return data;
    }

    private static PermutedContrast test(
            double[] data, Mask mask, DMatrixRMaj design, List<MapStatistic> statistics, PermutationOptions options) {
        DMatrixRMaj first = new DMatrixRMaj(1, design.numCols);
        first.set(0, 0, 1);
        return Parallelization.runSingleThreaded(() -> PermutationInference.test(
                        ArrayImgs.doubles(data, mask.size(), design.numRows),
                        mask,
                        design,
                        List.of(new Hypothesis(first, statistics)),
                        options,
                        Progress.NONE)
                .contrasts()
                .get(0));
    }

    private static boolean anywhere(CorrectedMap map) {
        return Arrays.stream(map.logP()).max().orElse(0) >= -Math.log10(ALPHA) - 1e-12;
    }

    /** In how many studies of smooth noise each statistic finds something. */
    static Map<String, Integer> falseAlarms(Study study, int runs) {
        Map<String, Integer> found = new ConcurrentHashMap<>();
        int subjects = study.design.numRows;
        IntStream.range(0, runs).parallel().forEach(run -> {
            List<MapStatistic> statistics = new ArrayList<>(
                    ClusterForming.statistics(FORMING_P, Tail.POSITIVE, 1, subjects - study.design.numCols));
            statistics.add(EnhancedStatistic.DEFAULT);
            PermutedContrast result = test(
                    smoothNoise(subjects, 1000L * study.ordinal() + 7919L * run),
                    BOX,
                    study.design,
                    statistics,
                    PermutationOptions.of(SHUFFLES, run, Tail.POSITIVE));
            for (CorrectedMap map : result.statistics()) found.merge(map.name(), anywhere(map) ? 1 : 0, Integer::sum);
        });
        return new TreeMap<>(found);
    }

    /**
     * In how many studies of two maps of each of 16 subjects, correlated by 0.5, tests of both together find something.
     *
     * @param effect of the first map alone, in standard deviations: then no combination is tested, but the conjunction, which is
     *     wrong wherever it finds something
     */
    static Map<String, Integer> falseAlarmsOfMaps(int runs, double effect) {
        Map<String, Integer> found = new ConcurrentHashMap<>();
        int n = 16, voxels = GRID.voxels();
        IntStream.range(0, runs).parallel().forEach(run -> {
            double[] own = smoothNoise(2 * n, 31L * run + 1), shared = smoothNoise(n, 31L * run + 2);
            for (int i = 0; i < own.length; i++)
                own[i] = Math.sqrt(0.5) * (own[i] + shared[i % shared.length]) + (i < n * voxels ? effect : 0);
            MapColumns maps =
                    new MapColumns(List.of("a", "b"), n, List.of(new Contrast("mean", "mean", new double[][] {{1}})));
            List<Hypothesis> each = maps.strata().stream()
                    .map(map ->
                            new Hypothesis(matrix(1, s -> 1), List.of(), Optional.of(Tail.POSITIVE), Optional.of(map)))
                    .toList();
            TailP p = new TailP(1, n - 1, 1);
            List<Hypothesis> tests = new ArrayList<>(each);
            for (Combination how : Combination.values())
                tests.addAll(
                        new TogetherTests(maps, Optional.of(how), false, FORMING_P).hypotheses(each, List.of(p, p)));
            List<PermutedContrast> results = Parallelization.runSingleThreaded(() -> PermutationInference.test(
                            ArrayImgs.doubles(own, voxels, 2L * n),
                            BOX,
                            matrix(2 * n, s -> 1),
                            tests,
                            PermutationOptions.of(SHUFFLES, run, Tail.POSITIVE),
                            Progress.NONE)
                    .contrasts());
            if (effect == 0)
                for (PermutedContrast combined : results.subList(2, results.size()))
                    for (CorrectedMap map : combined.statistics())
                        found.merge(
                                combined.statistics().get(0).name()
                                        + (map.name().matches("size|mass") ? " " + map.name() : ""),
                                anywhere(map) ? 1 : 0,
                                Integer::sum);
            CorrectedMap least =
                    Conjunction.of(results.subList(0, 2)).statistics().get(0);
            found.merge(least.name(), anywhere(least) ? 1 : 0, Integer::sum);
            double joint = results.subList(0, 2).stream()
                    .mapToDouble(map -> CorrectedMap.leastP(
                            map.statistics().get(0).jointLogP().orElseThrow()))
                    .min()
                    .orElseThrow();
            if (effect == 0) found.merge("t over both maps", joint <= ALPHA + 1e-12 ? 1 : 0, Integer::sum);
        });
        return new TreeMap<>(found);
    }

    /**
     * What bounds on true discoveries gave.
     *
     * @param wrong in how many studies the bound of some set of voxels is greater than what is true in it
     * @param permuted the mean bound on true discoveries in the voxels that have an effect, by shuffles
     * @param simes the same by Simes' inequality
     */
    record Bounds(int wrong, double permuted, double simes) {}

    /**
     * Bounds in studies of smooth noise, of which a box of 6 x 6 x 6 voxels has an effect. The bound of some set is wrong if and
     * only if that of all voxels without an effect is above 0.
     *
     * @param effect in standard deviations of a map
     * @param shift of the thresholds
     */
    static Bounds bounds(Study study, int runs, double effect, int shift) {
        int subjects = study.design.numRows, dof = subjects - study.design.numCols;
        boolean[] inside = new boolean[GRID.voxels()];
        for (int v = 0; v < inside.length; v++) inside[v] = effect != 0 && v % 16 < 6 && v / 16 % 16 < 6 && v / 256 < 6;
        double[][] found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> {
                    double[] data = smoothNoise(subjects, 1000L * study.ordinal() + 7919L * run);
                    for (int i = 0; i < data.length; i++)
                        if (inside[i % inside.length]) data[i] += effect * study.design.get(i / inside.length, 0);
                    PermutedContrast result = test(
                            data,
                            BOX,
                            study.design,
                            List.of(new SimesStatistic(new TailP(1, dof, 1), shift)),
                            PermutationOptions.of(SHUFFLES, run, Tail.POSITIVE));
                    return bounds(inside, dof, result);
                })
                .toArray(double[][]::new);
        return new Bounds(
                (int) Arrays.stream(found).filter(row -> row[0] > 0).count(),
                Arrays.stream(found).mapToDouble(row -> row[1]).average().orElseThrow(),
                Arrays.stream(found).mapToDouble(row -> row[2]).average().orElseThrow());
    }

    /** Bounds of the voxels without an effect, of those with one, and of these by Simes' inequality. */
    private static double[] bounds(boolean[] inside, int dof, PermutedContrast result) {
        Volume map = Volume.of(GRID, result.statistics().get(0).map());
        double[] labels = new double[inside.length];
        for (int v = 0; v < labels.length; v++) labels[v] = inside[v] ? 2 : 1;
        List<RegionBound> regions = TrueDiscoveries.of(
                        map,
                        BOX,
                        Statistics.t(dof),
                        true,
                        Tail.POSITIVE,
                        ALPHA,
                        result.calibration().orElseThrow())
                .within(Volume.of(GRID, labels));
        RegionBound last = regions.get(regions.size() - 1);
        return new double[] {
            regions.get(0).permuted(), last.permuted(), last.simes().orElseThrow()
        };
    }

    /** The share of voxels of noise whose uncorrected p is at most 5 %, over several designs of the same kind. */
    private static double rate(int subjects, int designs, int voxels, PermutationOptions options, Simulated simulated) {
        Mask line = Mask.of(Grid.ofVoxelSize(voxels, 1, 1, 1, 1, 1), all(voxels));
        return IntStream.range(0, designs)
                .parallel()
                .mapToDouble(d -> {
                    Random random = new Random(d);
                    DMatrixRMaj design = simulated.design(random);
                    double[] data = new double[subjects * voxels];
                    for (int i = 0; i < data.length; i++)
                        data[i] = simulated.deviation(i / voxels) * random.nextGaussian();
                    double[] p = test(data, line, design, List.of(), options)
                            .uncorrected()
                            .orElseThrow();
                    return Arrays.stream(p)
                                    .filter(value -> value <= ALPHA + 1e-12)
                                    .count()
                            / (double) voxels;
                })
                .average()
                .orElseThrow();
    }

    private interface Simulated {
        DMatrixRMaj design(Random random);

        double deviation(int subject);
    }

    private static PermutationOptions options(RegressionMethod method, Optional<BlockLabels> groups) {
        return new PermutationOptions(
                999,
                0,
                Tail.BOTH,
                new ShuffleOptions(ShuffleScheme.PERMUTATIONS, method, Optional.empty(), true),
                groups,
                6,
                new EvidenceOptions(Approximation.NONE, true, 0));
    }

    /** Twelve subjects, a covariate, and an intercept and three covariates of nuisance (Winkler et al. 2014). */
    static double rate(RegressionMethod method, int designs, int voxels) {
        return rate(12, designs, voxels, options(method, Optional.empty()), new Simulated() {
            @Override
            public DMatrixRMaj design(Random random) {
                IntToDoubleFunction normal = s -> random.nextGaussian();
                return matrix(12, normal, s -> 1, normal, normal, normal);
            }

            @Override
            public double deviation(int subject) {
                return 1;
            }
        });
    }

    /** Six subjects and twelve, the errors of the six being three times as large. */
    static double unequalVariances(boolean grouped, int designs, int voxels) {
        int[][] labels =
                IntStream.range(0, 18).mapToObj(s -> new int[] {s < 6 ? 1 : 2}).toArray(int[][]::new);
        Optional<BlockLabels> groups = grouped ? Optional.of(new BlockLabels(labels)) : Optional.empty();
        return rate(18, designs, voxels, options(RegressionMethod.FREEDMAN_LANE, groups), new Simulated() {
            @Override
            public DMatrixRMaj design(Random random) {
                return matrix(18, s -> s < 6 ? 1 : 0, s -> 1);
            }

            @Override
            public double deviation(int subject) {
                return subject < 6 ? 3 : 1;
            }
        });
    }

    /** Studies of independent noise whose errors are anything but alike: what is assumed of them matters. */
    enum Hard {
        FAMILIES("mean of 12 families of 2 (r = 0.7), sign flips of nested blocks", "FLIPS", 24) {
            @Override
            double[] maps(Random random) {
                return correlated(random, 12, new double[] {1, 1}, 0.7);
            }

            @Override
            DMatrixRMaj design() {
                return matrix(24, s -> 1);
            }

            @Override
            Optional<BlockLabels> blocks() {
                return Optional.of(new BlockLabels(IntStream.range(0, 24)
                        .mapToObj(i -> new int[] {-1, 1, i / 2 + 1, i + 1})
                        .toArray(int[][]::new)));
            }
        },
        PAIRS("the same by one level of blocks", "FLIPS", 24) {
            @Override
            double[] maps(Random random) {
                return correlated(random, 12, new double[] {1, 1}, 0.7);
            }

            @Override
            DMatrixRMaj design() {
                return matrix(24, s -> 1);
            }

            @Override
            Optional<BlockLabels> blocks() {
                return Optional.of(new BlockLabels(IntStream.range(0, 24)
                        .mapToObj(i -> new int[] {i / 2 + 1})
                        .toArray(int[][]::new)));
            }
        },
        TWO_BY_TWO("main effect of a 2 x 2 within 10 subjects, unequal variances", "AUTO", 40) {
            @Override
            double[] maps(Random random) {
                return correlated(random, 10, new double[] {3, 1, 1, 0.5}, 0.4);
            }

            @Override
            DMatrixRMaj design() {
                return within(10, 4, s -> s % 4 / 2, s -> s % 2, s -> s % 4 == 3 ? 1 : 0);
            }

            @Override
            double[][] contrast() {
                return rows(design(), new double[] {1, 0, 0.5});
            }
        },
        THREE_SESSIONS("F of three sessions of 12 subjects, unequal variances", "AUTO", 36) {
            @Override
            double[] maps(Random random) {
                return correlated(random, 12, new double[] {1, 1, 3}, 0.4);
            }

            @Override
            DMatrixRMaj design() {
                return within(12, 3, s -> s % 3 == 1 ? 1 : 0, s -> s % 3 == 2 ? 1 : 0);
            }

            @Override
            double[][] contrast() {
                return rows(design(), new double[] {1, 0}, new double[] {0, 1});
            }
        },
        VARIANCE_GROUPS("v of 6 subjects against 12, errors 3 times as large", "AUTO", 18) {
            @Override
            double[] maps(Random random) {
                double[] maps = new double[18 * VOXELS];
                for (int i = 0; i < maps.length; i++) maps[i] = (i / VOXELS < 6 ? 3 : 1) * random.nextGaussian();
                return maps;
            }

            @Override
            DMatrixRMaj design() {
                return matrix(18, s -> s < 6 ? 1 : 0, s -> 1);
            }

            @Override
            Optional<BlockLabels> groups() {
                return Optional.of(new BlockLabels(IntStream.range(0, 18)
                        .mapToObj(i -> new int[] {i < 6 ? 1 : 2})
                        .toArray(int[][]::new)));
            }
        },
        FITTED_TAIL("mean of 16 subjects, p by a fitted tail", "AUTO", 16) {
            @Override
            double[] maps(Random random) {
                return random.doubles(16 * VOXELS)
                        .map(x -> random.nextGaussian())
                        .toArray();
            }

            @Override
            DMatrixRMaj design() {
                return matrix(16, s -> 1);
            }

            @Override
            Approximation approximation() {
                return Approximation.TAIL;
            }
        },
        BINARY("groups of 12 and 17, binary maps", "AUTO", 29) {
            @Override
            double[] maps(Random random) {
                return IntStream.range(0, 29 * VOXELS)
                        .mapToDouble(i -> random.nextDouble() < 0.2 + 0.6 * (i % VOXELS) / VOXELS ? 1 : 0)
                        .toArray();
            }

            @Override
            DMatrixRMaj design() {
                return matrix(29, s -> s < 12 ? 1 : 0, s -> 1);
            }
        };

        static final int VOXELS = 200;

        final String words;
        private final ShuffleScheme scheme;
        private final int rows;

        Hard(String words, String scheme, int rows) {
            this.words = words;
            this.scheme = ShuffleScheme.valueOf(scheme);
            this.rows = rows;
        }

        abstract double[] maps(Random random);

        abstract DMatrixRMaj design();

        double[][] contrast() {
            return rows(design(), new double[] {1});
        }

        Optional<BlockLabels> blocks() {
            return Optional.empty();
        }

        Optional<BlockLabels> groups() {
            return Optional.empty();
        }

        Approximation approximation() {
            return Approximation.NONE;
        }

        /** Whether anything is found at 5 %, corrected over the voxels. */
        boolean alarm(int run) {
            Random random = new Random(7919L * run + ordinal());
            DMatrixRMaj design = design();
            DMatrixRMaj contrast = new DMatrixRMaj(contrast());
            Hypothesis test = Hypothesis.of(contrast);
            Optional<BlockLabels> subjects = SubjectFactor.blocks(design, contrast);
            if (subjects.isPresent()) test = test.in(ErrorStrata.of(design, contrast(), subjects.get()));
            Img<DoubleType> maps = ArrayImgs.doubles(maps(random), VOXELS, rows);
            Img<DoubleType> data = GeneralLinearModel.untestable(
                            maps, List.of(new UntestableVoxels.Model(design, test.stratum())))
                    .without(maps);
            Mask line = Mask.of(
                    Grid.ofVoxelSize(data.dimension(0) > 0 ? (int) data.dimension(0) : 1, 1, 1, 1, 1, 1),
                    all((int) data.dimension(0)));
            PermutationOptions options = new PermutationOptions(
                    SHUFFLES,
                    run,
                    Tail.BOTH,
                    new ShuffleOptions(scheme, RegressionMethod.FREEDMAN_LANE, blocks(), true),
                    groups(),
                    6,
                    new EvidenceOptions(approximation(), false, 0));
            List<Hypothesis> tests = List.of(test);
            return anywhere(Parallelization.runSingleThreaded(
                            () -> PermutationInference.test(data, line, design, tests, options, Progress.NONE))
                    .contrasts()
                    .get(0)
                    .statistics()
                    .get(0));
        }

        /** Correlated noise with a deviation for each of a subject's maps, maps x voxels. */
        private static double[] correlated(Random random, int subjects, double[] deviations, double correlation) {
            double[] maps = new double[subjects * deviations.length * VOXELS];
            for (int s = 0; s < subjects; s++)
                for (int v = 0; v < VOXELS; v++) {
                    double shared = Math.sqrt(correlation) * random.nextGaussian();
                    for (int k = 0; k < deviations.length; k++)
                        maps[(s * deviations.length + k) * VOXELS + v] =
                                deviations[k] * (shared + Math.sqrt(1 - correlation) * random.nextGaussian());
                }
            return maps;
        }

        /** Factors within subjects, and an indicator of each subject. */
        private static DMatrixRMaj within(int subjects, int each, IntToDoubleFunction... factors) {
            IntToDoubleFunction[] columns = Arrays.copyOf(factors, factors.length + subjects);
            for (int s = 0; s < subjects; s++) {
                int subject = s;
                columns[factors.length + s] = i -> i / each == subject ? 1 : 0;
            }
            return matrix(subjects * each, columns);
        }

        private static double[][] rows(DMatrixRMaj design, double[]... weights) {
            return Arrays.stream(weights)
                    .map(row -> Arrays.copyOf(row, design.numCols))
                    .toArray(double[][]::new);
        }
    }

    /** In how many studies something is found. */
    static int falseAlarms(Hard study, int runs) {
        return (int) IntStream.range(0, runs).parallel().filter(study::alarm).count();
    }

    /**
     * Studies with an effect in a ball of 9 mm radius: the share of its voxels found, on average.
     *
     * @return by statistic
     */
    static Map<String, Double> power(int runs, double effect) {
        int centre = GRID.index(8, 8, 6);
        Map<String, Double> found = new ConcurrentHashMap<>();
        boolean[] ball = new boolean[GRID.voxels()];
        for (int v = 0; v < ball.length; v++) ball[v] = distance(v, centre) <= 9;
        int size = (int) IntStream.range(0, ball.length).filter(v -> ball[v]).count();
        IntStream.range(0, runs).parallel().forEach(run -> {
            double[] data = smoothNoise(16, 31L * run);
            for (int i = 0; i < data.length; i++) if (ball[i % ball.length]) data[i] += effect;
            PermutedContrast result = test(
                    data,
                    BOX,
                    Study.ONE_SAMPLE.design,
                    List.of(EnhancedStatistic.DEFAULT, new SteppedEnhancement()),
                    PermutationOptions.of(SHUFFLES, run, Tail.POSITIVE));
            for (CorrectedMap map : result.statistics()) {
                long hits = IntStream.range(0, ball.length)
                        .filter(v -> ball[v] && map.logP()[v] >= -Math.log10(ALPHA) - 1e-12)
                        .count();
                found.merge(map.name(), hits / (double) size / runs, Double::sum);
            }
        });
        return new TreeMap<>(found);
    }

    private static double distance(int a, int b) {
        int[] p = Oracle.coordinates(GRID, a), q = Oracle.coordinates(GRID, b);
        return 3
                * Math.sqrt(IntStream.range(0, 3)
                        .mapToDouble(i -> Math.pow(p[i] - q[i], 2))
                        .sum());
    }

    /** Prints all tables; takes some minutes. */
    public static void main(String... args) {
        int runs = args.length == 0 ? 1000 : Integer.parseInt(args[0]);
        for (Study study : Study.values()) {
            StringBuilder row = new StringBuilder("| " + study.words + " |");
            falseAlarms(study, runs)
                    .forEach((name, count) ->
                            row.append(String.format(Locale.ROOT, " %s %.1f %% |", name, 100.0 * count / runs)));
            System.out.println(row);
        }
        for (Hard study : Hard.values())
            System.out.printf(Locale.ROOT, "| %s | %.1f %% |%n", study.words, 100.0 * falseAlarms(study, runs) / runs);
        for (RegressionMethod method : RegressionMethod.values())
            System.out.printf(Locale.ROOT, "| %s | %.2f %% |%n", method.words(), 100 * rate(method, 100, 2000));
        System.out.printf(Locale.ROOT, "| t, unequal variances | %.2f %% |%n", 100 * unequalVariances(false, 50, 2000));
        System.out.printf(Locale.ROOT, "| v, unequal variances | %.2f %% |%n", 100 * unequalVariances(true, 50, 2000));
        for (double effect : new double[] {0, 3})
            falseAlarmsOfMaps(runs, effect)
                    .forEach((name, count) -> System.out.printf(
                            Locale.ROOT,
                            "| two maps, effect of the first %.0f | %s %.1f %% |%n",
                            effect,
                            name,
                            100.0 * count / runs));
        for (Study study : Study.values())
            for (int shift : new int[] {0, 27})
                for (double effect : new double[] {0, 1.3}) {
                    Bounds bounds = bounds(study, runs, effect, shift);
                    System.out.printf(
                            Locale.ROOT,
                            "| bounds, %s, shift %d, effect %.1f | wrong %.1f %% | %.1f of 216, by Simes %.1f |%n",
                            study.words,
                            shift,
                            effect,
                            100.0 * bounds.wrong() / runs,
                            bounds.permuted(),
                            bounds.simes());
                }
        for (double effect : new double[] {0.6, 0.8, 1.0})
            power(runs / 5, effect)
                    .forEach((name, share) -> System.out.printf(
                            Locale.ROOT, "| effect %.1f | %s %.1f %% |%n", effect, name, 100 * share));
    }
}
