package cohort.analysis.region;

import cohort.analysis.record.RunRecord;
import cohort.folder.RecordShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The record of a test of regions, {@code regions.json}.
 *
 * @param command the macro line that repeats it
 * @param parameters every key with its value
 * @param regions the names of the regions that were tested, in the order of the tables
 * @param groups for each map or subject its level of the model's first factor; empty texts if there is none
 * @param test the record of the test, in which a voxel is a region
 */
public record RegionRecord(
        String command, Map<String, String> parameters, List<String> regions, List<String> groups, RunRecord test) {

    /**
     * Reads a record.
     *
     * @throws cohort.InputException if it cannot be read or is no such record
     */
    static RegionRecord read(Path file) {
        RegionRecord record = RecordShape.read(file, RegionRecord.class);
        record.test.requireWhole(file);
        return record;
    }
}
