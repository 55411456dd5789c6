package cohort.region.values;

/**
 * What a user says of tables of region values; the components are keys of <em>Region Inference</em>.
 *
 * @param values tables, a folder or a pattern
 * @param table the subjects' table; empty if the values stand beside the covariates, or there are none
 * @param leaveOut ids and conditions, any of which leaves a subject out
 * @param measure the columns of the values, separated by semicolons; empty for the only one
 * @param only names of regions that are taken, or patterns with {@code *}, separated by semicolons; empty for all
 * @param modelled whether the model needs covariates
 * @param summary what becomes of several rows of one region and subject
 */
public record RegionTableRequest(
        String values, String table, String leaveOut, String measure, String only, boolean modelled, Summary summary) {
    /** The option that names the tables, for messages. */
    static final String KEY = "region_values";

    public RegionTableRequest {
        values = values.strip();
        table = table.strip();
    }
}
