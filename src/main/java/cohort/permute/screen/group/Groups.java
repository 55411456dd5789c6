package cohort.permute.screen.group;

/** What is known of a statistic that tells groups of subjects apart. */
public interface Groups {

    /** The columns of the effect. */
    int effects();

    /** The columns of effect and nuisance together. */
    int columns();

    /** n_g. */
    int[] sizes();

    /** ν_g. */
    double[] freedoms();

    /** M_g'M_g, groups x columns x columns. */
    double[][][] crossProducts();

    /** What v², or q times G, exceeds wherever the statistic exceeds a level. */
    double least(double level);

    /** A level that is reached where v², or q times G without Λ, is as great; −∞ if none is known. */
    double reached(double square);
}
