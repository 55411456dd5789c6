package cohort.mask;

import cohort.subjects.Maps;

/** A rule that finds the voxels to analyse in the subjects' maps alone. */
interface MaskRule {

    /** The name by which a user chooses the rule. */
    String name();

    /**
     * Applies the rule.
     *
     * @param maps one map per subject
     * @return for each voxel in the order of the file, whether it is in the mask
     */
    boolean[] inside(Maps maps);
}
