package cohort.report;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.Gaps;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.Exchangeability;
import cohort.files.FilesRead;
import cohort.folder.Disk;
import cohort.glm.CovariateVoxels;
import cohort.glm.Smoothness;
import cohort.mask.Mask;
import cohort.mask.Zeros;
import cohort.permute.EvidenceOptions;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutationResult;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.EnhancedStatistic;
import cohort.permute.statistic.MapStatistic;
import cohort.region.Atlas;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * A permutation test of the {@link TinyCohort} and the folder that it leaves.
 *
 * @param folder the results
 * @param mask the voxels
 * @param result what the op gave
 */
public record TinyResults(Path folder, Mask mask, PermutationResult result) {
    /** An id that HTML must not take for its own. */
    static final String ODD_ID = "<b>&\"'</b>";

    static final double CLUSTER_P = 0.01;

    /**
     * Makes the folder.
     *
     * @param contrasts as the option has them
     * @param tfce whether TFCE is tested, too
     * @param more parameters beside those of every run
     */
    public static TinyResults in(
            Path folder, String model, String contrasts, Tail tail, boolean tfce, Map<String, String> more) {
        return in(folder, Disk.SYSTEM, model, contrasts, tail, tfce, more);
    }

    /** Makes the folder on a disk that may fail. */
    public static TinyResults in(
            Path folder, Disk disk, String model, String contrasts, Tail tail, boolean tfce, Map<String, String> more) {
        Mask mask = Mask.of(TinyCohort.grid(), TinyCohort.mask());
        DesignMatrix design = Designs.fromFormula(model, covariates(), ids());
        List<Contrast> tested = Contrasts.parseAll(contrasts, design);
        int dof = design.rows() - design.rank();
        List<Hypothesis> tests = tested.stream()
                .map(contrast -> {
                    List<MapStatistic> statistics = new ArrayList<>(
                            statistics(how(contrast, tail, dof, more).forming()));
                    if (tfce) statistics.add(EnhancedStatistic.DEFAULT);
                    return new Hypothesis(new DMatrixRMaj(contrast.rows()), statistics);
                })
                .toList();
        PermutationResult result =
                PermutationInference.test(data(mask), mask, design.matrix(), tests, options(tail, more), Progress.NONE);
        List<ContrastResults> found = IntStream.range(0, tested.size())
                .mapToObj(c -> ContrastResults.ofTest(
                        tested.get(c),
                        how(tested.get(c), tail, dof, more),
                        mask,
                        result.contrasts().get(c),
                        Boolean.parseBoolean(more.get("signed"))))
                .toList();
        RunRecord run = new RunRecord(
                "run(\"Permutation Inference...\", \"maps=<tiny> seed=7\");",
                parameters(model, tail, tfce, more),
                Map.of("Cohort", "0.0.0"),
                "2026-01-02T03:04:05Z",
                inputs(more),
                IntStream.range(0, TinyCohort.SUBJECTS)
                        .mapToObj(s -> new AnalysedSubject(ids().get(s), "/data/" + s + ".nii", 0, s + 1))
                        .toList(),
                List.of(),
                List.of(),
                design.columns(),
                design.factors(),
                contrasts,
                found.stream().map(ContrastResults::tested).toList(),
                dof,
                mask.size(),
                mask.volumeMm3(),
                0,
                Smoothness.UNKNOWN,
                0,
                Zeros.NONE,
                Gaps.NONE,
                0,
                0,
                CovariateVoxels.NONE,
                Shuffled.by(result),
                List.of("A remark."),
                Map.of("permute", 0.5));
        try (ResultFolder results = ResultFolder.open("output", folder, disk)) {
            results.write(new GroupResults(run, mask, design, found, List.of()));
        }
        return new TinyResults(folder, mask, result);
    }

    private static List<InputFile> inputs(Map<String, String> more) {
        List<InputFile> inputs = new ArrayList<>(List.of(new InputFile("/data/tiny.tsv", "ab".repeat(32))));
        if (more.containsKey("atlas")) {
            FilesRead read = FilesRead.begin();
            Atlas.read(more.get("atlas"), "", read);
            inputs.addAll(InputFile.of(read, List.of()));
        }
        return inputs;
    }

    private static HowTested how(Contrast contrast, Tail asked, int dof, Map<String, String> more) {
        Tail tail = contrast.isF() ? Tail.POSITIVE : asked;
        double level = more.containsKey("variance_groups")
                ? ClusterForming.levelOfZ(CLUSTER_P, tail)
                : ClusterForming.level(CLUSTER_P, tail, contrast.rows().length, dof);
        return new HowTested(tail.toString(), dof, level, TinyCohort.SUBJECTS, TinyCohort.SUBJECTS, "maps");
    }

    private static List<MapStatistic> statistics(double level) {
        return List.of(new ClusterSize(level), new ClusterMass(level));
    }

    /** The mean of the twelve maps, on both sides. */
    public static TinyResults ofMean(Path folder) {
        return in(folder, "1", "", Tail.BOTH, true, Map.of());
    }

    private static PermutationOptions options(Tail tail, Map<String, String> more) {
        PermutationOptions plain =
                PermutationOptions.of(Integer.parseInt(more.getOrDefault("permutations", "99")), 7, tail);
        String groups = more.getOrDefault("variance_groups", "");
        return new PermutationOptions(
                plain.permutations(),
                plain.seed(),
                tail,
                plain.shuffle(),
                groups.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Exchangeability.fromColumn(groups, covariates(), ids())),
                plain.connectivity(),
                new EvidenceOptions(
                        Approximation.of(more.getOrDefault("approximation", "none")),
                        false,
                        Integer.parseInt(more.getOrDefault("stop_after", "0"))));
    }

    private static Map<String, String> parameters(String model, Tail tail, boolean tfce, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "maps", "/data/tiny.tsv",
                "model", model,
                "design", "",
                "mask", "auto",
                "missing", "exclude",
                "fwhm", "0",
                "seed", "7",
                "tail", tail.toString(),
                "cluster_p", "" + CLUSTER_P,
                "connectivity", "6"));
        parameters.putAll(Map.of("method", "freedman-lane", "blocks", "", "within", "true", "tfce", "" + tfce));
        parameters.putAll(more);
        return parameters;
    }

    static List<String> ids() {
        return IntStream.range(0, TinyCohort.SUBJECTS)
                .mapToObj(s -> s == 3 ? ODD_ID : "sub-" + s)
                .toList();
    }

    private static Table covariates() {
        return Table.of(
                "tiny.tsv",
                List.of("age", "group"),
                IntStream.range(0, TinyCohort.SUBJECTS)
                        .mapToObj(s -> List.of("" + TinyCohort.age()[s], TinyCohort.group()[s]))
                        .toList());
    }

    private static Img<DoubleType> data(Mask mask) {
        double[][] maps = TinyCohort.maps();
        double[] data = new double[maps.length * mask.size()];
        for (int s = 0; s < maps.length; s++)
            for (int m = 0; m < mask.size(); m++) data[s * mask.size() + m] = maps[s][mask.gridIndex(m)];
        return ArrayImgs.doubles(data, mask.size(), maps.length);
    }
}
