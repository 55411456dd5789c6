package cohort.permute.nulls;

/** What is taken for the distribution of a maximum if there is no effect. */
public interface NullModel {

    /** The family-wise corrected p of an observed value; it does not grow with the value. */
    double p(double observed);

    /** How p-values are had, in words. */
    String words();
}
