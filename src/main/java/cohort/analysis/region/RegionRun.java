package cohort.analysis.region;

import cohort.InputException;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.TestedContrast;
import cohort.analysis.record.TestedStatistic;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.Designs;
import cohort.design.matrix.DesignMatrix;
import cohort.folder.RunFolder;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.permute.nulls.NullDistribution;
import cohort.subjects.Cohort;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A test of regions as its folder holds it.
 *
 * @param record of the run
 * @param test what permutations say, in which a voxel is a region
 * @param table one row per contrast and region
 * @param values one row per map or subject, a column for each region
 * @param maps by the name of the file, in which each voxel has what its region has; none without an atlas
 */
public record RegionRun(RegionRecord record, GroupResults test, Table table, Table values, Map<String, Volume> maps) {
    /** The columns of the sizes of effects, of which a table has some. */
    public static final List<String> SIZES = List.of("d", "r", "partialR2");

    /** Whether a folder holds one, and neither a model nor a test of maps. */
    public static boolean isAlone(Path folder) {
        RunFolder files = RunFolder.open(folder);
        return files.has(RunFolder.REGIONS) && !files.has(RunFolder.RUN) && !files.has(RunFolder.MODEL);
    }

    /**
     * Reads a folder.
     *
     * @throws InputException if it holds no test of regions, or a file of it is missing, changed or damaged
     */
    public static RegionRun read(Path folder) {
        RunFolder files = RunFolder.open(folder);
        RegionRecord record = RegionRecord.read(folder.resolve(RunFolder.REGIONS));
        Table table = Table.read(files.file(RunFolder.REGIONS, RegionFolder.TABLE)),
                values = Table.read(files.file(RunFolder.REGIONS, RegionFolder.VALUES)),
                nulls = Table.read(files.file(RunFolder.REGIONS, RegionFolder.NULLS));
        if (table.rows() != record.regions().size() * record.test().contrasts().size())
            throw new InputException(
                    "results: " + table.source() + " has " + table.rows() + " rows, expected one for each of "
                            + record.regions().size() + " regions and each contrast; run the analysis again.");
        Map<String, Volume> maps = new LinkedHashMap<>();
        for (TestedContrast tested : record.test().contrasts())
            for (String statistic : shown(tested)) {
                String name = RegionFolder.mapFile(tested.name(), statistic);
                if (files.manifest(RunFolder.REGIONS).find(name).isPresent())
                    maps.put(name, Volumes.read(files.file(RunFolder.REGIONS, name)));
            }
        Path design = files.file(RunFolder.REGIONS, RegionFolder.DESIGN);
        return new RegionRun(record, results(record, table, values, nulls, design), table, values, maps);
    }

    private static List<String> shown(TestedContrast tested) {
        String statistic = tested.statistics().get(0);
        return List.of(statistic, CorrectedMap.logPName(statistic));
    }

    private static GroupResults results(RegionRecord record, Table table, Table values, Table nulls, Path design) {
        int n = record.regions().size();
        Mask line = RegionValues.line(n);
        RunRecord run = record.test().askedBy(record.command(), record.parameters());
        List<String> ids = values.column(Cohort.PARTICIPANT);
        DesignMatrix file = Designs.fromFile(design, ids);
        List<ContrastResults> contrasts = new ArrayList<>();
        for (int c = 0; c < run.contrasts().size(); c++)
            contrasts.add(contrast(run.contrasts().get(c), line, rows(table, c, n), nulls));
        return new GroupResults(
                run,
                line,
                new DesignMatrix(file.columns(), file.values(), ids, Optional.empty(), run.factors()),
                contrasts,
                List.of());
    }

    private static ContrastResults contrast(TestedContrast tested, Mask line, Table table, Table nulls) {
        String statistic = tested.statistics().get(0), logPName = CorrectedMap.logPName(statistic);
        double[] values = table.numbers(statistic),
                logP =
                        Arrays.stream(table.numbers("p corrected"))
                                .map(p -> -Math.log10(p))
                                .toArray();
        Map<String, Volume> maps = new LinkedHashMap<>();
        maps.put(statistic, line.toVolume(values));
        maps.put(logPName, line.toVolume(logP));
        for (String size : SIZES)
            if (table.has(size) && !Table.isMissing(table.column(size).get(0)))
                maps.put(size, line.toVolume(table.numbers(size)));
        TestedStatistic test = tested.tests().get(0);
        CorrectedMap corrected = new CorrectedMap(
                test.info(),
                tested.how().side(),
                values,
                logP,
                Optional.empty(),
                new NullDistribution(nulls.numbers(RegionResults.nullColumn(tested.name(), statistic))),
                test.inference());
        return new ContrastResults(tested.contrast(), tested.how(), maps, List.of(corrected));
    }

    /** The names of the files that the run wrote. */
    public List<String> files() {
        List<String> names = new ArrayList<>(List.of(
                RegionFolder.TABLE,
                RegionFolder.VALUES,
                RegionFolder.PICTURE,
                RegionFolder.NULLS,
                RegionFolder.DESIGN));
        names.addAll(maps.keySet());
        names.add(RunFolder.REGIONS);
        return names;
    }

    /** The rows of a contrast. */
    public Table table(int contrast) {
        return rows(table, contrast, record.regions().size());
    }

    private static Table rows(Table table, int contrast, int regions) {
        return table.rows(IntStream.range(contrast * regions, (contrast + 1) * regions)
                .boxed()
                .toList());
    }

    /** The map of a contrast's statistic, painted into the atlas; nothing without one. */
    public Optional<Volume> statistic(int contrast) {
        return map(contrast, 0);
    }

    /** The map of −log10 of its corrected p. */
    public Optional<Volume> corrected(int contrast) {
        return map(contrast, 1);
    }

    private Optional<Volume> map(int contrast, int which) {
        TestedContrast tested = record.test().contrasts().get(contrast);
        return Optional.ofNullable(
                maps.get(RegionFolder.mapFile(tested.name(), shown(tested).get(which))));
    }
}
