package cohort.report;

import cohort.InputException;
import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.design.Designs;
import cohort.image.Volume;
import cohort.image.Volumes;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.NullDistribution;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads back what a run left in its folder. */
final class ResultReader {
    /** Maps of the model that go well with a permutation test of the same data. */
    private static final List<String> PARAMETRIC = List.of("z");

    private static final List<String> SAME = List.of("maps", "model", "design", "contrast", "mask", "missing", "fwhm");

    private final ResultFolder folder;
    private final RunRecord run;
    private final Mask mask;

    private ResultReader(ResultFolder folder, RunRecord run) {
        this.folder = folder;
        this.run = run;
        Volume image = image(folder.path().resolve(ResultFolder.MASK));
        this.mask = Mask.of(image.grid(), image.voxels());
        if (mask.size() == 0)
            throw new InputException("results: " + ResultFolder.MASK + " in " + folder.path()
                    + " is 0 everywhere, expected a voxel above; run the analysis again.");
    }

    /**
     * Reads a folder: the permutation test if there is one, else the model.
     *
     * @throws InputException if it holds no record of a run, or a file that the record tells of is missing or damaged
     */
    static Results read(Path path) {
        ResultFolder folder = new ResultFolder(path);
        Optional<RunRecord> test = RunRecord.find(path.resolve(ResultFolder.RUN)),
                model = RunRecord.find(path.resolve(ResultFolder.MODEL));
        RunRecord run = test.or(() -> model)
                .orElseThrow(
                        () -> new InputException(
                                "results: " + path + " holds neither " + ResultFolder.RUN + " nor "
                                        + ResultFolder.MODEL
                                        + ", expected the output folder of Permutation Inference or Second-Level Model; give that one."));
        return new ResultReader(folder, run).results(model.filter(other -> isSame(run, other)));
    }

    private static boolean isSame(RunRecord run, RunRecord other) {
        return run.inputs().equals(other.inputs())
                && SAME.stream().allMatch(key -> run.parameter(key).equals(other.parameter(key)));
    }

    private Results results(Optional<RunRecord> model) {
        List<String> ids = run.subjects().stream().map(AnalysedSubject::id).toList();
        DesignMatrix file = Designs.fromFile(present(folder.path().resolve(ResultFolder.DESIGN)), ids);
        DesignMatrix design = new DesignMatrix(file.columns(), file.values(), ids, Optional.empty(), run.factors());
        if (run.contrasts().isEmpty())
            throw new InputException("results: the record in " + folder.path()
                    + " names no contrast, expected at least one; run the analysis again.");
        return new Results(
                run,
                mask,
                design,
                run.contrasts().stream()
                        .map(contrast -> contrast(contrast, model))
                        .toList());
    }

    private ContrastResults contrast(TestedContrast tested, Optional<RunRecord> model) {
        Map<String, Volume> maps = new LinkedHashMap<>();
        for (String statistic : tested.statistics()) maps.put(statistic, map(tested, statistic));
        if (run.parameter("uncorrected").equals("true")) maps.put("logpFdr", map(tested, "logpFdr"));
        if (run.isPermutation())
            model.stream()
                    .flatMap(record -> record.contrasts().stream())
                    .filter(other -> other.name().equals(tested.name()))
                    .flatMap(other -> other.statistics().stream())
                    .filter(PARAMETRIC::contains)
                    .forEach(statistic -> maps.put(statistic, map(tested, statistic)));
        double[][] rows = tested.rows().stream()
                .map(row -> row.stream().mapToDouble(weight -> weight).toArray())
                .toArray(double[][]::new);
        Contrast contrast = new Contrast(tested.name(), tested.text(), rows);
        return new ContrastResults(contrast, tested.how(), maps, run.isPermutation() ? tests(tested, maps) : List.of());
    }

    private List<CorrectedMap> tests(TestedContrast tested, Map<String, Volume> maps) {
        Table nulls = Table.read(present(folder.path().resolve(ResultFolder.NULLS)));
        return IntStream.range(0, tested.statistics().size())
                .mapToObj(s -> test(tested, s, maps, nulls))
                .toList();
    }

    private CorrectedMap test(TestedContrast tested, int statistic, Map<String, Volume> maps, Table nulls) {
        String name = tested.statistics().get(statistic);
        boolean several = run.contrasts().size() > 1;
        // As float32, which the map is: what tied with an observed value before it was written ties with it still.
        double[] maxima = Arrays.stream(nulls.numbers(ResultFolder.nullColumn(tested.name(), name, several)))
                .map(maximum -> (float) maximum)
                .toArray();
        CorrectedMap alone = new CorrectedMap(
                name,
                mask.values(maps.get(name)),
                logP(tested, CorrectedMap.logPName(name), maps),
                Optional.empty(),
                new NullDistribution(maxima),
                tested.inference().get(statistic));
        boolean joint = several && Files.isRegularFile(folder.mapFile(tested.name(), alone.jointLogPName()));
        return joint ? withJoint(tested, alone, maps) : alone;
    }

    private CorrectedMap withJoint(TestedContrast tested, CorrectedMap test, Map<String, Volume> maps) {
        double[] joint = logP(tested, test.jointLogPName(), maps);
        return new CorrectedMap(
                test.name(), test.map(), test.logP(), Optional.of(joint), test.nulls(), test.inference());
    }

    /** Without the sign that the map, which is kept for the pictures, may bear. */
    private double[] logP(TestedContrast tested, String name, Map<String, Volume> maps) {
        Volume map = map(tested, name);
        maps.put(name, map);
        return Arrays.stream(mask.values(map)).map(Math::abs).toArray();
    }

    private Volume map(TestedContrast tested, String statistic) {
        Path file = folder.mapFile(tested.name(), statistic);
        Volume map = image(file);
        if (!map.grid().sameSpace(mask.grid()))
            throw new InputException(file + " lies on another grid than the mask beside it, found " + map.grid()
                    + ", expected " + mask.grid() + "; run the analysis again.");
        return map;
    }

    private static Volume image(Path file) {
        return Volumes.read(present(file));
    }

    private static Path present(Path file) {
        if (Files.isRegularFile(file)) return file;
        throw new InputException("results: " + file.getFileName() + " is missing from " + file.getParent()
                + ", expected the folder as the run left it; run the analysis again.");
    }
}
