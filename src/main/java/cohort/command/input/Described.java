package cohort.command.input;

/** What parameters that stand in several dialogs mean: the same words for the same key. */
public final class Described {
    public static final String MAPS =
            "A table (CSV or TSV) with a column map or BIDS participants, a folder, a pattern such as /data/*_con.nii.gz, a 4D file, a list of files, or open images.";
    public static final String TABLE =
            "The subjects' table where maps is none: found by ids in the files' names, or a row a volume.";
    public static final String VOLUMES =
            "Along which axis of one image the subjects stand: auto for the fourth unless it is time, subjects for the fourth in any case, slices for the third.";
    public static final String CHANNEL =
            "Which channel of maps that have several, from 1; 0 for maps without channels.";
    public static final String LEAVE_OUT =
            "Subjects to leave out: ids, or conditions such as age is n/a, motion > 0.5 or group = pilot, separated by ;.";
    public static final String RESAMPLE =
            "no, nearest, linear or cubic: what becomes of maps on other grids than the first, or cubic:IMAGE to bring all to that image's grid.";
    public static final String MODEL =
            "A formula over the table's columns as in R, such as group + bs(age, df=4); 1 is the mean of one group.";
    public static final String DESIGN =
            "A design matrix to use in place of the formula: CSV or TSV, with or without a header, or FSL's .mat.";
    public static final String MASK =
            "The rule that finds the voxels in the maps, or a mask image; auto is the rule background.";
    public static final String MISSING =
            "exclude: a voxel that is not finite in some subject, or 0 in all, leaves the analysis; exclude-zeros: one that is 0 in some subject too; zero: all stay, and what is not finite counts as 0.";
    public static final String ERROR =
            "auto: contrasts within subjects are tested on one number for each subject; pooled: on all maps, assuming compound symmetry.";
    public static final String FWHM = "Full width at half maximum of the Gaussian; 0 for none.";
    public static final String MEMORY =
            "auto: all maps live in Java's memory if a quarter of it is enough, else in a temporary file; heap: in memory; disk: in the file.";
    public static final String SCRATCH = "Takes the temporary file; empty for the system's folder of such files.";
    public static final String LUT = "Colours; auto: by whether the map has values on both sides of 0.";

    private Described() {}
}
