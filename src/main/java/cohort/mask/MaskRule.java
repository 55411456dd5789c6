package cohort.mask;

import cohort.subjects.Maps;
import cohort.text.Reference;
import java.util.List;

/**
 * A rule that finds the voxels to analyse in the subjects' maps alone. A new one is a class of its own and a line in {@link Masks},
 * or in {@code META-INF/services/cohort.mask.MaskRule} of another library.
 */
public interface MaskRule {

    /** The name by which a user chooses the rule. */
    String name();

    /** The voxels that it finds, a clause that follows "the voxels". */
    String words();

    /** The works to cite; those of nilearn if nothing is said. */
    default List<Reference> references() {
        return List.of(Reference.ABRAHAM_2014);
    }

    /**
     * Applies the rule.
     *
     * @param maps one map per subject
     * @return for each voxel in the order of the file, whether it is in the mask
     */
    boolean[] inside(Maps maps);

    /**
     * Applies the rule to maps of which some may lack a voxel.
     *
     * @param missing what is no data
     * @param least how many maps must have a voxel, where not all have
     * @return for each voxel in the order of the file, whether it is in the mask
     */
    default boolean[] inside(Maps maps, MissingPolicy missing, int least) {
        return inside(maps);
    }
}
