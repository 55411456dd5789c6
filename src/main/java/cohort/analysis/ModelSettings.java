package cohort.analysis;

import cohort.InputException;
import cohort.analysis.model.ErrorRule;
import cohort.analysis.record.Gaps;
import cohort.analysis.results.ModelSeries;
import cohort.files.FilesRead;
import cohort.image.ReadingOptions;
import cohort.mask.MissingPolicy;
import cohort.memory.Storage;
import cohort.region.Atlas;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import cohort.text.MacroOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a general linear model is asked: the components are the keys of <em>Second-Level Model</em> in macros, with the same
 * values.
 *
 * <pre>{@code
 * var settings = ModelSettings.of(Map.of("maps", "participants.tsv", "model", "1 + age", "contrast", "age"));
 * GroupResults results = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).fit();
 * results.write(Path.of("results"));
 * }</pre>
 *
 * @param maps a table, folder, pattern, 4D file or the titles of open images
 * @param table the subjects' table where {@code maps} is none; empty for none
 * @param volumes {@code auto}, {@code subjects} or {@code slices}: along which axis of one image the subjects stand
 * @param channel which channel of maps that have several, from 1; 0 for maps without channels
 * @param leave_out ids and conditions of those who take no part; empty for nobody
 * @param resample {@code no}, or an interpolation, or one with a colon and an image whose grid is wanted
 * @param memory {@code auto}, {@code heap} or {@code disk}: where the values of all maps live
 * @param scratch the folder that takes temporary files; empty for the system's
 * @param model a formula over the table's columns
 * @param design a file of the design matrix, which takes the place of the formula; empty for none
 * @param contrast what is tested; may be empty if there is only one regressor
 * @param error {@code auto} or {@code pooled}
 * @param atlas a label image of regions, by which the results are told; empty for none
 * @param atlas_names a file of the names of its labels; empty for the one beside it
 * @param mask a rule, an image, or regions of the atlas
 * @param missing {@code exclude}, {@code exclude-zeros}, {@code zero}, {@code available} or {@code available-zeros}
 * @param fwhm of the smoothing in mm; 0 for none
 * @param background what reports and figures of the run draw its maps on where they are not told: {@code auto}, {@code mask},
 *     {@code mean}, an image, or the maps whose mean is wanted; the results do not rest on it
 * @param least_subjects how many subjects must have a voxel, where some may lack it; 0 for four fifths of them, and 8 more than
 *     the model has independent regressors
 * @param map_columns columns of the table, separated by commas, that name several maps of each subject; empty for one map each
 * @param effect_sizes whether maps of effect sizes and their 95 % intervals are made, too
 * @param residuals whether the folder takes a 4D file of the maps less what the model predicts of them
 * @param predictions whether the folder takes a 4D file of what the model predicts of each map
 * @param output the folder that takes the results; empty to keep them in memory
 */
public record ModelSettings(
        String maps,
        String table,
        String volumes,
        int channel,
        String leave_out,
        String resample,
        String memory,
        String scratch,
        String model,
        String design,
        String contrast,
        String error,
        String atlas,
        String atlas_names,
        String mask,
        String missing,
        double fwhm,
        String background,
        int least_subjects,
        String map_columns,
        boolean effect_sizes,
        boolean residuals,
        boolean predictions,
        String output) {
    /** A one-sample test of no maps yet. */
    public static final ModelSettings DEFAULT = new ModelSettings(
            "", "", "auto", 0, "", "no", "auto", "", "1", "", "", "auto", "", "", "auto", "exclude", 0, "auto", 0, "",
            false, false, false, "");

    /** @throws InputException if a value is none of those that its key takes, whatever the data */
    public ModelSettings {
        ErrorRule.of(error);
        boolean gaps = MissingPolicy.of(missing).takesGaps();
        if (gaps && !map_columns.isBlank())
            throw new InputException("map_columns: found " + map_columns + " together with missing=" + missing
                    + ", expected one or the other, since maps that are tested together must have the same voxels.");
        if (gaps && effect_sizes)
            throw new InputException("effect_sizes: found true together with missing=" + missing
                    + ", expected one or the other, since confidence intervals are available only where"
                    + " all voxels have the same subjects.");
        if (gaps && (residuals || predictions))
            throw new InputException((residuals ? ModelSeries.RESIDUALS : ModelSeries.PREDICTIONS)
                    + ": found true together with missing=" + missing
                    + ", expected one or the other, since the subjects in the model then differ from voxel to voxel.");
        if (least_subjects < 0 || least_subjects == 1)
            throw new InputException("least_subjects: found " + least_subjects
                    + ", expected a number of at least 2, or 0 for the default.");
        if (least_subjects > 0 && !gaps)
            throw new InputException("least_subjects: found " + least_subjects + " with missing=" + missing
                    + ", expected missing=available or missing=available-zeros; leave it out.");
        SubjectAxis.of(volumes);
        new ReadingOptions(channel);
        Storage.place(memory);
        Atlas.requireImage(atlas, atlas_names);
        if (Atlas.isMask(mask) && atlas.isBlank())
            throw new InputException("mask: found " + mask
                    + " without an atlas, expected the label image that has these regions; give it as atlas.");
        if (!(fwhm >= 0 && fwhm < Double.POSITIVE_INFINITY))
            throw new InputException("fwhm: found " + fwhm + ", expected a width in mm, 0 for no smoothing.");
    }

    /** What becomes of voxels that some subjects lack. */
    MissingPolicy policy() {
        return MissingPolicy.of(missing);
    }

    /** Names of maps, and that of how many subjects have each voxel, if some may lack it. */
    List<String> withCounts(List<String> maps) {
        return policy().takesGaps()
                ? Stream.concat(maps.stream(), Stream.of(Gaps.COUNTS)).toList()
                : maps;
    }

    /** Which maps are asked for. */
    public MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel))
                .ofColumns(Stream.of(map_columns.split(","))
                        .map(String::strip)
                        .filter(column -> !column.isEmpty())
                        .toList());
    }

    /**
     * Where the data shall live.
     *
     * @throws InputException if {@code scratch} is no folder
     */
    public Storage storage() {
        return Storage.of(memory, scratch);
    }

    /**
     * The atlas, if one is named.
     *
     * @param files takes the digests of its files
     * @throws InputException as {@link Atlas#read}
     */
    public Optional<Atlas> atlas(FilesRead files) {
        return atlas.isBlank() ? Optional.empty() : Optional.of(Atlas.read(atlas, atlas_names, files));
    }

    /**
     * The defaults with these values.
     *
     * @param values by key: texts, or numbers and booleans
     * @throws InputException if there is no such key, or a value is not as its key takes it
     */
    public static ModelSettings of(Map<String, ?> values) {
        return DEFAULT.with(values);
    }

    /** The defaults with the options of a macro line, such as {@code maps=participants.tsv model=[1 + age]}. */
    public static ModelSettings parse(String options) {
        return of(MacroOptions.parse(options).given());
    }

    /** These settings with other values. */
    public ModelSettings with(Map<String, ?> values) {
        return SettingKeys.with(this, values);
    }

    /** Every key with its value as text. */
    public Map<String, String> values() {
        return SettingKeys.values(this);
    }

    /** One JSON object, a member for each key. */
    public String toJson() {
        return SettingKeys.toJson(this);
    }

    /** @throws InputException if the text is not as {@link #toJson} writes it */
    public static ModelSettings fromJson(String json) {
        return SettingKeys.fromJson(DEFAULT, json);
    }
}
