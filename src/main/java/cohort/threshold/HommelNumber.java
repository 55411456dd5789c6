package cohort.threshold;

/**
 * The greatest number of true null hypotheses that Simes' test does not exclude, with confidence 1 - alpha; from it all
 * bounds of all-resolution inference follow (Rosenblatt et al. 2018, NeuroImage 181:786, section 2; Hommel 1988,
 * Biometrika 75:383).
 */
final class HommelNumber {
    private HommelNumber() {}

    /**
     * @param p ascending, at least one
     * @param alpha between 0 and 1
     * @return from 0 to the number of tests
     */
    static int of(double[] p, double alpha) {
        int n = p.length;
        if (p[0] > alpha) return n;
        if (p[n - 1] < alpha) return 0;
        // i true nulls are excluded if some p(k) with k > n - i is at most (k - n + i) alpha / i.
        double slope = 0;
        for (int k = 1; k < n; k++) slope = Math.max(slope, (alpha - p[k - 1]) / (n - k));
        return slope == 0 ? n : (int) Math.min(n, Math.floor(alpha / slope));
    }
}
