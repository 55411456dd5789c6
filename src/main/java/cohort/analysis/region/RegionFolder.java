package cohort.analysis.region;

import cohort.analysis.record.MapHeaders;
import cohort.files.MapName;
import cohort.folder.Disk;
import cohort.folder.RunFolder;
import cohort.folder.RunWriter;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The folder that takes the results of a test of regions, all at once, in the place of those of an earlier one. */
public final class RegionFolder implements AutoCloseable {
    /** The results, the values, the null distributions and the design. */
    public static final String TABLE = "regions.tsv",
            VALUES = "region_values.tsv",
            NULLS = "region_nulls.tsv",
            DESIGN = "region_design.tsv",
            PICTURE = "regions.svg";

    private final RunWriter files;

    private RegionFolder(RunWriter files) {
        this.files = files;
    }

    /**
     * Makes the folder if need be, and sees to it that files can be written there before a map is read.
     *
     * @param option the option that names it, for the message
     * @throws cohort.InputException if it cannot be made or written, or another run is writing into it
     */
    public static RegionFolder open(String option, Path path) {
        RegionFolder folder = new RegionFolder(RunWriter.open(option, path, Disk.SYSTEM));
        folder.files.requireFree(List.of(TABLE, VALUES, NULLS, DESIGN, PICTURE, RunFolder.REGIONS));
        return folder;
    }

    /**
     * Writes tables, maps, picture and record.
     *
     * @param picture of the values, as SVG
     * @throws cohort.InputException if a file cannot be written; then the folder is as it was
     */
    public void write(RegionResults results, String picture) {
        files.write(TABLE, results.table()::write);
        files.write(VALUES, results.values()::write);
        files.write(PICTURE, out -> out.write(picture.getBytes(StandardCharsets.UTF_8)));
        files.write(NULLS, results.nulls()::write);
        files.write(DESIGN, results.design()::write);
        for (int c = 0; c < results.test().contrasts().size(); c++) {
            String contrast = results.test().contrasts().get(c).contrast().name();
            MapHeaders headers = results.test().contrasts().get(c).headers();
            for (String statistic : results.shown(c))
                results.map(c, statistic)
                        .ifPresent(map -> writeMap(
                                mapFile(contrast, statistic),
                                map,
                                headers.of(contrast, statistic)
                                        .withSpace(results.test().run().space())));
        }
        files.commit(
                RunFolder.REGIONS,
                manifest -> manifest.jsonOf(results.record()).getBytes(StandardCharsets.UTF_8),
                Set.of());
    }

    /** The map of a contrast. */
    static String mapFile(String contrast, String statistic) {
        return new MapName("regions-" + contrast, statistic).file();
    }

    private void writeMap(String name, Volume map, HeaderNotes notes) {
        files.write(name, Volumes.content(map, files.folder().resolve(name), notes));
    }

    /** Ends the run. What has no record is gone. */
    @Override
    public void close() {
        files.close();
    }
}
