package cohort.permute.screen;

/** A bound from below that can be had from above, too, and closely. */
public interface KnownRest extends RestBound {

    /**
     * How much more may be left of each voxel than {@link #bound} says, whatever the shuffle and but for {@link #error}; none if it is
     * what the bound says.
     */
    float[] beyond();

    /**
     * Finds what is left of some voxels after {@link #bound}.
     *
     * @param left what {@link #bound} said of each voxel; in the places of these what is left, but for {@link #error} either way
     */
    void know(int shuffle, float[] left, int[] places, int count);
}
