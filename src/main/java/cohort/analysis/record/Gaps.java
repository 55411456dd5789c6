package cohort.analysis.record;

import cohort.text.Words;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Voxels that some subjects lack, each of which is tested with those who have it.
 *
 * @param voxels how many voxels some subject lacks; 0 if there are no gaps
 * @param fewest how many subjects have the voxel that most lack
 * @param least how many had to have a voxel for it to be analysed
 * @param subjects how many there are
 */
public record Gaps(int voxels, int fewest, int least, int subjects) {

    /** None. */
    public static final Gaps NONE = new Gaps(0, 0, 0, 0);

    /** The map of how many subjects have each voxel, in the names of files. */
    public static final String COUNTS = "n";

    /**
     * Those of some voxels.
     *
     * @param counts how many subjects have each
     * @param least how many had to have it
     * @param subjects how many there are
     */
    public static Gaps of(int[] counts, int least, int subjects) {
        int voxels =
                (int) IntStream.of(counts).filter(count -> count < subjects).count();
        return voxels == 0 ? NONE : new Gaps(voxels, Arrays.stream(counts).min().orElseThrow(), least, subjects);
    }

    /** Whether every subject has every voxel. */
    public boolean isEmpty() {
        return voxels == 0;
    }

    /**
     * One sentence for log and report; empty without gaps.
     *
     * @param of how many voxels were analysed
     */
    public String sentence(int of) {
        if (isEmpty()) return "";
        return Words.count(voxels) + " of " + Words.count(of) + " voxels "
                + (voxels == 1 ? "has" : "have") + " data from fewer than all " + Words.count(subjects)
                + " subjects, from at least "
                + fewest + "; each voxel was tested with the subjects who have it (a voxel needed " + least + ").";
    }
}
