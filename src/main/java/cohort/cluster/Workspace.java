package cohort.cluster;

/** What the evaluators of one thread share, so that an excursion is labelled once for all that ask for its clusters. */
public final class Workspace {
    private final Neighbours neighbours;
    private final ExcursionClusters clusters;
    private Excursion labelled = new Excursion(Double.POSITIVE_INFINITY);
    private double level = Double.NaN;
    private long generation = -1;

    public Workspace(Neighbours neighbours) {
        this.neighbours = neighbours;
        this.clusters = new ExcursionClusters(neighbours);
    }

    /** Which voxels touch. */
    public Neighbours neighbours() {
        return neighbours;
    }

    /**
     * The connected components of the voxels above a level, valid until the next call with another excursion or level.
     *
     * @param excursion whose floor is at most the level
     * @param level the cluster-forming threshold
     */
    public ExcursionClusters clusters(Excursion excursion, double level) {
        if (excursion != labelled || excursion.generation() != generation || level != this.level) {
            Excursion above = excursion.floor() == level ? excursion : excursion.above(level);
            clusters.find(above.voxels(), above.values(), above.size(), level);
            labelled = excursion;
            generation = excursion.generation();
            this.level = level;
        }
        return clusters;
    }
}
