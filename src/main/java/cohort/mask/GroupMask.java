package cohort.mask;

import java.util.Locale;

/**
 * A mask and what it cost.
 *
 * @param mask the voxels to analyse, at least one
 * @param missing how many voxels that the rule or the file chose were left out because they hold no data in some subject
 */
public record GroupMask(Mask mask, int missing) {

    /** One sentence for the log: voxels, volume in mm³, voxels left out. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "Mask: %d voxels, %.1f mm³; %d left out as missing.",
                mask.size(),
                mask.volumeMm3(),
                missing);
    }
}
