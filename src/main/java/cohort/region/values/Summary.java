package cohort.region.values;

/** Makes one number of several. */
@FunctionalInterface
public interface Summary {
    /** @param values at least one, finite */
    double of(double[] values);
}
