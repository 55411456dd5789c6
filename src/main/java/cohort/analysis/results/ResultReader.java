package cohort.analysis.results;

import cohort.InputException;
import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.TestedContrast;
import cohort.analysis.record.TestedStatistic;
import cohort.design.Designs;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.VoxelRegressor;
import cohort.effect.EffectSizes;
import cohort.files.ClusterFiles;
import cohort.files.MapName;
import cohort.folder.RunFolder;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.statistic.Calibration;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads back what a run left in its folder. */
public final class ResultReader {
    /** Maps of the model that go well with a permutation test of the same data. */
    private static final List<String> PARAMETRIC = List.of("effect", "z");

    /** A run that ends while its predecessor is read is read instead. */
    private static final int TRIES = 5;

    private final Path folder;
    private final RunFolder files;
    private final RunRecord run;
    private final Mask mask;
    private final List<String> notes;

    private ResultReader(Path folder, RunFolder files, RunRecord run, List<String> notes) {
        this.folder = folder;
        this.files = files;
        this.run = run;
        this.notes = notes;
        Volume image = Volumes.read(file(RunFolder.MASK));
        this.mask = Mask.of(image.grid(), image.voxels());
        if (mask.size() == 0)
            throw new InputException("results: " + RunFolder.MASK + " in " + folder
                    + " is 0 everywhere, expected a voxel above; run the analysis again.");
    }

    /**
     * Reads a folder: the permutation test if there is one, else the model. Of two runs, one whose mask, design or maps the
     * other has replaced is left out.
     *
     * @throws InputException if it holds no record of a run, or a file that the record tells of is missing or damaged
     */
    public static GroupResults read(Path path) {
        for (int n = 1; ; n++) {
            RunFolder files = RunFolder.open(path);
            try {
                GroupResults results = read(path, files);
                if (files.isCurrent()) return results;
            } catch (InputException e) {
                if (files.isCurrent()) throw e;
            }
            if (n == TRIES)
                throw new InputException("results: new runs end in " + path
                        + " faster than it can be read, expected the results of one run; read it again later.");
        }
    }

    private static GroupResults read(Path path, RunFolder files) {
        Optional<RunRecord> test = record(files, path, RunFolder.RUN), model = record(files, path, RunFolder.MODEL);
        List<String> notes = new ArrayList<>();
        if (test.isPresent() && model.isPresent()) {
            if (isLeftOut(files, RunFolder.RUN, files.manifest(RunFolder.RUN).names(), "permutation test", notes))
                test = Optional.empty();
            else if (isLeftOut(files, RunFolder.MODEL, List.of(RunFolder.MASK, RunFolder.DESIGN), "model", notes))
                model = Optional.empty();
        }
        Optional<RunRecord> beside = model;
        RunRecord run = test.or(() -> beside)
                .orElseThrow(() -> new InputException(
                        "results: " + path + " holds neither " + RunFolder.RUN + " nor " + RunFolder.MODEL
                                + ", expected the output folder of Permutation Inference or"
                                + " Second-Level Model."));
        return new ResultReader(path, files, run, notes).results(beside.filter(run::isOfSameData));
    }

    private static Optional<RunRecord> record(RunFolder files, Path path, String name) {
        return Optional.of(path.resolve(name)).filter(file -> files.has(name)).map(RunRecord::read);
    }

    private static boolean isLeftOut(
            RunFolder files, String record, List<String> needed, String kind, List<String> notes) {
        Optional<String> replaced = files.replaced(record, needed);
        replaced.ifPresent(name -> notes.add("The " + kind + " of " + record + " is left out, because " + name
                + " beside it has been overwritten by another run; run it again to have both."));
        return replaced.isPresent();
    }

    private Path file(String name) {
        return files.file(record(), name);
    }

    private String record() {
        return run.isPermutation() ? RunFolder.RUN : RunFolder.MODEL;
    }

    private GroupResults results(Optional<RunRecord> model) {
        List<String> ids = run.subjects().stream().map(AnalysedSubject::id).toList();
        DesignMatrix file = Designs.fromFile(file(RunFolder.DESIGN), ids);
        DesignMatrix design = new DesignMatrix(
                file.columns(), file.values(), ids, Optional.empty(), run.factors(), Optional.empty(), voxelwise());
        return new GroupResults(
                run,
                mask,
                design,
                run.contrasts().stream()
                        .map(contrast -> contrast(contrast, model))
                        .toList(),
                List.copyOf(notes),
                ValueSource.of(values()));
    }

    private List<VoxelRegressor> voxelwise() {
        return run.covariateMaps().regressors().entrySet().stream()
                .map(regressor -> new VoxelRegressor(
                        regressor.getKey(),
                        new double[0],
                        regressor.getValue().stream()
                                .map(text -> new VoxelRegressor.CovariateMap("", text.startsWith("center("), text))
                                .toList()))
                .toList();
    }

    /** The maps' values in the clusters of each contrast, as far as the run wrote them. */
    private Map<String, Table> values() {
        Map<String, Table> values = new LinkedHashMap<>();
        for (TestedContrast tested : run.contrasts()) {
            String name = new ClusterFiles(tested.name()).values();
            if (files.manifest(record()).find(name).isPresent()) values.put(tested.name(), Table.read(file(name)));
        }
        return values;
    }

    private ContrastResults contrast(TestedContrast tested, Optional<RunRecord> model) {
        Map<String, Volume> maps = new LinkedHashMap<>();
        for (String statistic : tested.statistics()) maps.put(statistic, map(tested, statistic));
        if (run.parameter("uncorrected").equals("true"))
            for (String statistic : PermutationMaps.UNCORRECTED) maps.put(statistic, map(tested, statistic));
        if (run.isPermutation()) {
            besides(tested.name()).forEach(name -> maps.put(name, map(tested, name)));
            model.stream()
                    .flatMap(record -> record.contrasts().stream())
                    .filter(other -> other.name().equals(tested.name()))
                    .flatMap(other -> other.statistics().stream())
                    .filter(this::goesWellWithTest)
                    .forEach(statistic -> maps.computeIfAbsent(
                            statistic,
                            name -> map(files.file(RunFolder.MODEL, new MapName(tested.name(), name).file()))));
        }
        return new ContrastResults(
                tested.contrast(),
                tested.how(),
                maps,
                run.isPermutation() ? tests(tested, maps) : List.of(),
                calibration(tested));
    }

    /** The maps that the test wrote of a contrast beside those of its statistics. */
    private Stream<String> besides(String contrast) {
        return RunRecord.besides().filter(name -> files.manifest(RunFolder.RUN)
                .find(new MapName(contrast, name).file())
                .isPresent());
    }

    /** Effect sizes of the model are of one variance, those beside v and G are not. */
    private boolean goesWellWithTest(String statistic) {
        return PARAMETRIC.contains(statistic)
                || EffectSizes.NAMES.contains(statistic)
                        && run.parameter("variance_groups").isBlank();
    }

    private List<CorrectedMap> tests(TestedContrast tested, Map<String, Volume> maps) {
        Table nulls = nulls();
        return IntStream.range(0, tested.statistics().size())
                .mapToObj(s -> test(tested, s, maps, nulls))
                .toList();
    }

    private Optional<Calibration> calibration(TestedContrast tested) {
        return tested.calibration().stream()
                .map(level -> level.with(new NullDistribution(nulls().numbers(ResultFolder.nullColumn(
                        tested.name(), ResultFolder.SIMES, run.contrasts().size() > 1)))))
                .findFirst();
    }

    private Table nulls() {
        Table nulls = Table.read(file(ResultFolder.NULLS));
        if (nulls.rows() != run.shuffled().shuffles())
            throw new InputException("results: " + ResultFolder.NULLS + " in " + folder + " has " + nulls.rows()
                    + " rows, expected " + run.shuffled().shuffles() + " as in " + RunFolder.RUN
                    + "; run the analysis again.");
        return nulls;
    }

    private CorrectedMap test(TestedContrast tested, int statistic, Map<String, Volume> maps, Table nulls) {
        String name = tested.statistics().get(statistic);
        boolean several = run.contrasts().size() > 1;
        // As float32, which the map is: what tied with an observed value before it was written ties with it still.
        double[] maxima = Arrays.stream(nulls.numbers(ResultFolder.nullColumn(tested.name(), name, several)))
                .map(maximum -> (float) maximum)
                .toArray();
        TestedStatistic test = tested.tests().get(statistic);
        CorrectedMap alone = new CorrectedMap(
                test.info(),
                tested.how().side(),
                mask.values(maps.get(name)),
                logP(tested, CorrectedMap.logPName(name), maps),
                Optional.empty(),
                new NullDistribution(maxima),
                test.inference());
        boolean joint = files.manifest(RunFolder.RUN)
                .find(new MapName(tested.name(), alone.jointLogPName()).file())
                .isPresent();
        return joint ? withJoint(tested, alone, maps) : alone;
    }

    private CorrectedMap withJoint(TestedContrast tested, CorrectedMap test, Map<String, Volume> maps) {
        double[] joint = logP(tested, test.jointLogPName(), maps);
        return new CorrectedMap(
                test.info(), test.tail(), test.map(), test.logP(), Optional.of(joint), test.nulls(), test.inference());
    }

    /** Without the sign that the map, which is kept for the pictures, may bear. */
    private double[] logP(TestedContrast tested, String name, Map<String, Volume> maps) {
        Volume map = map(tested, name);
        maps.put(name, map);
        return Arrays.stream(mask.values(map)).map(Math::abs).toArray();
    }

    private Volume map(TestedContrast tested, String statistic) {
        return map(file(new MapName(tested.name(), statistic).file()));
    }

    private Volume map(Path file) {
        Volume map = Volumes.read(file);
        if (!map.grid().sameSpace(mask.grid()))
            throw new InputException(file + " is on a different grid from the mask beside it, found " + map.grid()
                    + ", expected " + mask.grid() + "; run the analysis again.");
        return map;
    }
}
