package cohort.analysis.region;

import cohort.analysis.record.RunRecord;
import java.util.List;
import java.util.Map;

/**
 * The record of a test of regions, {@code regions.json}.
 *
 * @param command the macro line that repeats it
 * @param parameters every key with its value
 * @param regions the names of the regions that were tested, in the order of the tables
 * @param test the record of the test, in which a voxel is a region
 */
public record RegionRecord(String command, Map<String, String> parameters, List<String> regions, RunRecord test) {}
