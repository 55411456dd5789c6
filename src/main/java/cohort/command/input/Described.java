package cohort.command.input;

/** What parameters that appear in several dialogs mean: the same words for the same key. */
public final class Described {
    public static final String MAPS =
            "A table (CSV or TSV) with a column map or of BIDS participants, a folder, a pattern such as /data/*_con.nii.gz, a 4D file, a list of files, or open images.";
    public static final String TABLE =
            "The subjects' table, if maps is not a table itself: rows are matched to files by the ids in their names, or to the volumes of one image in order.";
    public static final String VOLUMES =
            "Which axis of a single image holds the subjects: auto takes the fourth unless it is time, subjects the fourth in any case, slices the third.";
    public static final String CHANNEL =
            "Which channel to take if the maps have several, counted from 1; 0 for maps without channels.";
    public static final String LEAVE_OUT =
            "Subjects to leave out: ids, or conditions such as age is n/a, motion > 0.5 or group = pilot, separated by ;.";
    public static final String RESAMPLE =
            "How to bring maps to the grid of the first map: no (refuse other grids), nearest, linear or cubic; cubic:IMAGE brings all of them to the grid of that image.";
    public static final String MODEL =
            "A formula over the table's columns, as in R: group + bs(age, df=4); 1 is the mean of one group.";
    /** Before what an empty one means. */
    public static final String CONTRAST =
            "A regressor, an expression over regressors or cells such as cell(group='a', age=40), pairwise(group), weights or FSL's .con and .fts files; ";

    public static final String DESIGN =
            "A design matrix to use instead of the formula: CSV or TSV, with or without a header, or FSL's .mat.";
    public static final String ATLAS =
            "A label image, on any grid, whose regions name clusters and peaks; empty for none.";
    public static final String ATLAS_NAMES =
            "The names of its labels: a table with the columns index and name, or the list of ITK-SNAP, FreeSurfer, Allen or BrainGlobe; empty for the file beside the atlas.";
    public static final String MASK =
            "The rule that finds the voxels to analyse, or a mask image; auto is the rule background.";
    public static final String MISSING =
            "exclude: leave out voxels that are not finite in some subject, or 0 in all; exclude-zeros: also"
                    + " leave out voxels that are 0 in some subject; zero: keep all voxels and count values"
                    + " that are not finite as 0.";
    public static final String AVAILABLE =
            " available: test each voxel with the subjects whose value is finite, if there are enough;"
                    + " available-zeros: a 0 also counts as missing; neither applies to regions.";
    public static final String ERROR =
            "auto: test contrasts within subjects on one number per subject; pooled: test them on all maps, assuming compound symmetry.";
    public static final String FWHM = "Full width at half maximum of the Gaussian kernel; 0 for no smoothing.";
    public static final String MEMORY =
            "auto: keep the maps in memory if they take at most a quarter of it, otherwise in a temporary file; heap: keep them in memory; disk: keep them in the file.";
    public static final String SCRATCH = "Folder for the temporary file; empty for the system's own.";
    public static final String PERMUTATIONS = "Number of permutations or sign flips, not counting the observed data.";
    public static final String SEED = "Seed of the random numbers, 0 to 2147483647.";
    public static final String TAIL =
            "positive, negative or both; with several contrasts, one for all or one for each, separated by |.";
    public static final String CONNECTIVITY =
            "Neighbours that join a cluster: 6 share faces, 18 also edges, 26 also corners.";
    public static final String LUT =
            "Colours, of the list or any lookup table of ImageJ such as fire; auto chooses them by whether the map has values on both sides of 0.";
    public static final String SHOWN_LEVEL =
            "Values closer to 0 than this are hidden: a number, an uncorrected p such as p0.001, or a false discovery rate such as fdr0.05, of maps of t, F, z or -log10 p.";

    public static final String BACKGROUND =
            "What the map is drawn on: mask, the voxels analysed; mean, the mean of the subjects' maps; an image on any grid; auto, what the run was given, or else anatomy.nii.gz beside the maps, or else a template that was fetched, or else the mean if it is nowhere negative, or else the mask.";
    public static final String BACKGROUND_OF_RUN =
            "What reports and figures of this run draw its maps on: mask, the voxels analysed; mean, the mean of the subjects' maps; an image on any grid; auto to leave it to them.";
    public static final String SHOW =
            "Show the results in windows, and a report in the browser; with show=false nothing opens, and scripts get the results as outputs.";
    public static final String VOXELS =
            "Draw each voxel as a rectangle; otherwise colours are interpolated between the voxels beyond the"
                    + " threshold, and no others are coloured. Maps of whole numbers, such as labels, are never"
                    + " interpolated.";
    public static final String OUTLINE =
            "What the glass is: mask, the outline of the mask; mni, a human brain in MNI space; auto, that brain if the image lies in MNI space, otherwise the mask.";

    private Described() {}
}
