package cohort.permute.executor;

/**
 * What a block of shuffles needs while it is evaluated. A block visits all voxels once, which pays the better the more shuffles it
 * has.
 *
 * @param least how many shuffles a block is to have if memory allows, however long they take, since a visit takes long, too
 * @param most how many shuffles are enough to pay
 * @param bytes what each of them takes
 */
public record BlockNeeds(int least, int most, long bytes) {

    /** How many shuffles a block may have in so many bytes; at least one. */
    public int fitting(long room) {
        return (int) Math.max(1, Math.min(most, room / Math.max(1, bytes)));
    }
}
