package cohort.data.localizer;

/** The kinds of images that the localizer has of a subject: where the archive and the folder keep them. */
enum LocalizerItem {
    EFFECT("map", "cmaps", "map of the contrast"),
    T("tmap", "tmaps", "t map"),
    MASK("mask", "mask", "mask"),
    ANATOMY("anat", "T1w", "anatomical image");
    private static final String ARCHIVE = "/localizer/derivatives/", FOLDER = "brainomics_data/";

    /** The column of the cohort's table that names the file. */
    final String column;

    /** What a user calls it. */
    final String words;

    private final String type;

    LocalizerItem(String column, String type, String words) {
        this.column = column;
        this.type = type;
        this.words = words;
    }

    /** The path by which the index knows the file. */
    String archived(String subject, LocalizerContrast contrast) {
        String name = "sub-" + subject + "/sub-" + subject;
        return switch (this) {
            case EFFECT, T ->
                ARCHIVE + "spm_1st_level/" + name + "_task-localizer_acq-" + contrast.archived() + "_" + type
                        + ".nii.gz";
            case MASK -> ARCHIVE + "spm_1st_level/" + name + "_" + type + ".nii.gz";
            case ANATOMY -> ARCHIVE + "spm_preprocessing/" + name + "_" + type + ".nii.gz";
        };
    }

    /** The path of the file relative to the folder of the data set. */
    String local(String subject, LocalizerContrast contrast) {
        return FOLDER + subject + "/"
                + switch (this) {
                    case EFFECT, T -> type + "_" + contrast.archived() + ".nii.gz";
                    case MASK -> "boolean_mask_mask.nii.gz";
                    case ANATOMY -> "normalized_T1_anat_defaced.nii.gz";
                };
    }
}
