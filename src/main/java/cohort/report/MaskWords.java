package cohort.report;

/** How the voxels to analyse were found, in words. */
final class MaskWords {

    private MaskWords() {}

    /** A clause that follows "the voxels". */
    static String of(RunRecord run) {
        String rule = run.parameter("mask");
        return switch (rule) {
            case "auto", "background" -> "where the mean map differs from its background";
            case "epi" -> "of the bright part of the mean map, found at the widest gap of its histogram";
            case "intersection" -> "where no subject's map shows its background";
            case "multi-background" -> "that differ from the background in more than half of the subjects";
            default -> "of the mask image " + Words.fileName(rule);
        };
    }

    /** Whether the rule is one that nilearn has. */
    static boolean isRule(RunRecord run) {
        return switch (run.parameter("mask")) {
            case "auto", "background", "epi", "intersection", "multi-background" -> true;
            default -> false;
        };
    }

    /** What became of voxels without data; empty if there were none. */
    static String missing(RunRecord run) {
        if (run.missingVoxels() == 0) return "";
        return Words.count(run.missingVoxels(), "voxel") + " without data in some subject "
                + (run.missingVoxels() == 1 ? "was" : "were") + " left out.";
    }

    /** The volume in cm³. */
    static String volume(RunRecord run) {
        return Words.volume(run.maskMm3());
    }
}
