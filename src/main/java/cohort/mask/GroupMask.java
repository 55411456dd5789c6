package cohort.mask;

import cohort.image.VoxelUnit;
import cohort.text.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mask and how many voxels it leaves out.
 *
 * @param mask the voxels to analyse, at least one
 * @param missing how many voxels that the rule or the file chose were left out because they are not finite in some map
 *     or 0 in all
 * @param zeros the voxels that are 0 in some maps, which are in the mask unless they were left out too
 */
public record GroupMask(Mask mask, int missing, Zeros zeros) {

    /** For the log: voxels, their volume or area, voxels left out, and what is known of zeros, a sentence each. */
    public List<String> sentences() {
        String summary = "Mask: " + Words.count(mask.size(), "voxel") + ", "
                + VoxelUnit.of(mask.grid()).words(mask.volumeMm3()) + "; "
                + (missing == 0 ? "none" : Words.count(missing)) + " left out as missing.";
        return Stream.concat(Stream.of(summary), zeros.sentences().stream()).toList();
    }

    /**
     * Other voxels, found in the same way.
     *
     * @param lacking how many voxels more are left out because too few subjects have them
     */
    public GroupMask with(Mask other, int lacking) {
        return new GroupMask(other, missing + lacking, zeros);
    }
}
