package cohort.analysis.results;

import cohort.analysis.record.HowTested;
import cohort.analysis.record.MapHeaders;
import cohort.analysis.record.TestedContrast;
import cohort.analysis.record.TestedStatistic;
import cohort.design.matrix.Contrast;
import cohort.design.strata.ErrorStratum;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.PermutedContrast;
import cohort.permute.local.SmoothedVariance;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.Calibration;
import cohort.permute.statistic.ClusterForming;
import cohort.text.Reference;
import cohort.threshold.discovery.TrueDiscoveries;
import cohort.threshold.statistic.Statistic;
import cohort.threshold.statistic.Statistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found for a contrast.
 *
 * @param contrast what was tested
 * @param how how it was tested
 * @param maps by statistic; that of each test is among them
 * @param tests statistics with their corrected p and null distributions, that of the voxel first; none without a permutation test
 * @param calibration the calibration of bounds on true discoveries by the permutations, if these bounds were asked for
 */
public record ContrastResults(
        Contrast contrast,
        HowTested how,
        Map<String, Volume> maps,
        List<CorrectedMap> tests,
        Optional<Calibration> calibration) {

    /** Without bounds on true discoveries. */
    public ContrastResults(Contrast contrast, HowTested how, Map<String, Volume> maps, List<CorrectedMap> tests) {
        this(contrast, how, maps, tests, Optional.empty());
    }

    /**
     * The results of the fitted model for a contrast.
     *
     * @param maps in mask order, by the names of their files
     */
    public static ContrastResults ofModel(Contrast contrast, HowTested how, Mask mask, Map<String, double[]> maps) {
        return new ContrastResults(contrast, how, volumes(mask, maps), List.of());
    }

    /**
     * The results of a permutation test of a contrast.
     *
     * @param signed whether corrected p of two sides bear the sign of the statistic
     */
    public static ContrastResults ofTest(
            Contrast contrast, HowTested how, Mask mask, PermutedContrast result, boolean signed) {
        return new ContrastResults(
                contrast,
                how,
                volumes(mask, PermutationMaps.of(result, signed)),
                result.statistics(),
                result.calibration());
    }

    /**
     * The same with more maps.
     *
     * @param more in mask order, by the names of their files
     */
    public ContrastResults with(Mask mask, Map<String, double[]> more) {
        Map<String, Volume> all = new LinkedHashMap<>(maps);
        all.putAll(volumes(mask, more));
        return new ContrastResults(contrast, how, all, tests, calibration);
    }

    private static Map<String, Volume> volumes(Mask mask, Map<String, double[]> maps) {
        Map<String, Volume> volumes = new LinkedHashMap<>();
        maps.forEach((name, map) -> volumes.put(name, mask.toVolume(map)));
        return volumes;
    }

    /** The side on which evidence counts; both where no permutation test says otherwise. */
    public Tail tail() {
        return how.side();
    }

    /**
     * The name of the statistic: {@code t} or {@code F}; {@code zv} or {@code zG}, the z of v or G, if variances differ; {@code
     * zt} or
     * {@code zF}, of a model {@code z}, if some subjects lack voxels.
     */
    public String statistic() {
        if (!tests.isEmpty()) return tests.get(0).name();
        String plain = contrast.isF() ? "F" : "t";
        return !maps.containsKey(plain) && maps.containsKey("z") ? "z" : plain;
    }

    /** The statistic as a sentence or a formula has it. */
    public String symbol() {
        return tests.isEmpty() ? statistic() : tests.get(0).info().symbol();
    }

    /** What is compared with a threshold: {@code |t|}, or {@code F}. */
    public String magnitude() {
        return isSided() ? "|" + symbol() + "|" : symbol();
    }

    /**
     * The statistic whose uncorrected p, shared by both tails if both count, is the given one.
     *
     * @throws UnsupportedOperationException if the statistic has no parametric p
     */
    public double levelOf(double p) {
        if (!hasP()) throw new UnsupportedOperationException("p of " + statistic());
        return isNormal()
                ? ClusterForming.levelOfZ(p, tail())
                : ClusterForming.level(p, tail(), contrast.rows().length, how.degreesOfFreedom());
    }

    /** Whether its variance was smoothed, so that its distribution is unknown. */
    public boolean isPseudo() {
        return Set.of(SmoothedVariance.T, SmoothedVariance.F).contains(statistic());
    }

    /** Whether the statistic of a voxel has a parametric p. */
    public boolean hasP() {
        return !isPseudo() && !isTogether();
    }

    /** Whether the statistic is the z of one whose degrees of freedom differ from voxel to voxel. */
    public boolean isNormal() {
        return tests.isEmpty() ? statistic().equals("z") : tests.get(0).info().isNormal();
    }

    /** Whether several maps of each subject are tested together. */
    public boolean isTogether() {
        return how.kind().filter(kind -> kind == ErrorStratum.Kind.TOGETHER).isPresent();
    }

    /** Whether an effect in every one of several maps is tested. */
    public boolean isConjunction() {
        return isTogether() && tests.get(0).info().references().contains(Reference.NICHOLS_2005);
    }

    /** Whether the sign of the statistic tells the direction of the effect. */
    public boolean isSided() {
        return tests.isEmpty() ? !contrast.isF() : tests.get(0).info().isSigned();
    }

    /** The map of the statistic. */
    public Volume map() {
        return maps.get(statistic());
    }

    /**
     * −log10 of the parametric p on the side that counts, of both sides twice the smaller one, after Bonferroni's correction
     * for the number of voxels.
     *
     * @param mask the voxels
     * @return nothing without the model's map of z
     */
    public Optional<Volume> bonferroni(Mask mask) {
        return Optional.ofNullable(maps.get("z")).map(z -> {
            double[] values = z.values(), logP = new double[mask.size()];
            for (int m = 0; m < logP.length; m++) {
                double p = Statistics.z().p(tail().evidence(values[mask.gridIndex(m)]), tail());
                logP[m] = Double.isNaN(p) ? 0 : -Math.log10(Math.min(1, logP.length * p)) + 0.0;
            }
            return mask.toVolume(logP);
        });
    }

    /** The record of this contrast. */
    public TestedContrast tested() {
        return tests.isEmpty()
                ? TestedContrast.of(contrast, List.copyOf(maps.keySet()), List.of(), Optional.empty(), how)
                : TestedContrast.of(
                        contrast,
                        tests.stream().map(CorrectedMap::name).toList(),
                        tests.stream().map(TestedStatistic::of).toList(),
                        calibration,
                        how);
    }

    /**
     * Bounds on true discoveries in any set of voxels.
     *
     * @param mask the voxels
     * @param alpha the error rate of all bounds together
     * @return nothing if the test was not asked for them
     */
    public Optional<TrueDiscoveries> discoveries(Mask mask, double alpha) {
        return calibration.map(shuffles ->
                TrueDiscoveries.of(map(), mask, tailP(), !isNormal() && !isPseudo(), tail(), alpha, shuffles));
    }

    /** What turns values of the map into p: of v and G those of their z; a smoothed variance is taken for one that is not. */
    private Statistic tailP() {
        if (isNormal()) return Statistics.z();
        return contrast.isF()
                ? Statistics.f(contrast.rows().length, how.degreesOfFreedom())
                : Statistics.t(how.degreesOfFreedom());
    }

    /** What the headers of the maps say. */
    public MapHeaders headers() {
        int rows = contrast.rows().length;
        return tests.isEmpty()
                ? MapHeaders.ofModel(rows, how.degreesOfFreedom())
                : MapHeaders.ofTest(rows, how, statistic());
    }

    /** The test of a map statistic. */
    public Optional<CorrectedMap> test(String name) {
        return tests.stream().filter(test -> test.name().equals(name)).findFirst();
    }
}
