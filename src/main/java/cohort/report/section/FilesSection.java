package cohort.report.section;

import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.region.RegionFolder;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ModelSeries;
import cohort.analysis.results.ResultFolder;
import cohort.files.ClusterFiles;
import cohort.files.MapName;
import cohort.folder.RunFolder;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.text.Words;
import cohort.threshold.statistic.MapWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files that the run wrote and those that it read, as an appendix.
 *
 * @param written by their names
 * @param folder where the results lie, as a relative address from the page that ends in a slash or is empty; nothing if that is
 *     not known
 */
public record FilesSection(List<String> written, Optional<String> folder) implements Section {

    /** A page of very many rows is slow. */
    private static final int MOST_ROWS = 1000;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(RunFolder.MASK, "Voxels analysed"),
            Map.entry(RunFolder.DESIGN, "Design matrix"),
            Map.entry(ResultFolder.NULLS, "Maximum of each statistic under each permutation"),
            Map.entry(RunFolder.RUN, "Settings, versions and checksums"),
            Map.entry(RunFolder.MODEL, "Settings, versions and checksums"),
            Map.entry(RunFolder.REGIONS, "Settings, versions and checksums"),
            Map.entry(ModelSeries.RESIDUALS.file(), "Residuals of each map"),
            Map.entry(ModelSeries.PREDICTIONS.file(), "What the model predicts of each map"),
            Map.entry(RegionFolder.TABLE, "Effects and p-values of the regions"),
            Map.entry(RegionFolder.VALUES, "Values of the regions"),
            Map.entry(RegionFolder.PICTURE, "The same values as dots"),
            Map.entry(RegionFolder.NULLS, "Maximum over the regions under each permutation"),
            Map.entry(RegionFolder.DESIGN, "Design matrix"));

    /** Those of a model or a test of maps. */
    public static FilesSection of(GroupResults results, Optional<String> folder) {
        return new FilesSection(written(results), folder);
    }

    @Override
    public String id() {
        return "files";
    }

    @Override
    public String title() {
        return "Files";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        return Stream.of(
                Element.of("h3", "Written"),
                Element.of("ul", written.stream().map(this::item)).styled("files"),
                Element.of("h3", "Read"),
                read(results.run()));
    }

    private static List<String> written(GroupResults results) {
        List<String> names = new ArrayList<>();
        for (ContrastResults tested : results.contrasts()) {
            String contrast = tested.contrast().name();
            for (String statistic : new TreeSet<>(tested.maps().keySet()))
                names.add(new MapName(contrast, statistic).file());
            ClusterFiles clusters = new ClusterFiles(contrast);
            names.addAll(List.of(clusters.table(), clusters.labels()));
            if (results.values().isKnown()) names.add(clusters.values());
        }
        for (ModelSeries series : ModelSeries.values())
            if (results.run().parameter(series.toString()).equals("true")) names.add(series.file());
        names.addAll(List.of(RunFolder.MASK, RunFolder.DESIGN));
        if (results.run().isPermutation()) names.add(ResultFolder.NULLS);
        names.add(record(results.run()));
        return names;
    }

    private Element item(String name) {
        Node file = folder.map(before -> Element.of("a", name).with("href", before + name))
                .orElseGet(() -> Element.of("span", name));
        return Element.of("li", file, new Text(words(name)));
    }

    /** What a file holds, after a space; nothing if it is not known. */
    private static String words(String name) {
        return MapName.ofFile(name)
                .map(map -> MapWords.title(map.statistic()))
                .or(() -> Optional.ofNullable(WORDS.get(name)))
                .or(() -> ClusterFiles.words(name))
                .map(words -> " " + words)
                .orElse("");
    }

    private static String record(RunRecord run) {
        return run.isPermutation() ? RunFolder.RUN : RunFolder.MODEL;
    }

    private static Element read(RunRecord run) {
        List<InputFile> all = run.inputs();
        boolean tooMany = all.size() > MOST_ROWS;
        List<Element> rows =
                all.stream().limit(MOST_ROWS).map(FilesSection::row).toList();
        Element table = new DataTable(
                        List.of(new Text("The files that were read, with their SHA-256 checksums."
                                + (tooMany ? " All are in " + record(run) + "." : ""))),
                        List.of("File", "SHA-256"),
                        rows)
                .element();
        return Element.of(
                "details",
                Element.of("summary", (tooMany ? "The first 1,000 of " : "") + Words.count(all.size(), "input file")),
                table);
    }

    private static Element row(InputFile file) {
        return DataTable.group(Stream.of(
                DataTable.name(Words.fileName(file.file())).with("title", file.file()),
                Element.of("td", Element.of("code", file.sha256()).styled("digest"))));
    }
}
