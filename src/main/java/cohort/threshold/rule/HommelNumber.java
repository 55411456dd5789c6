package cohort.threshold.rule;

/**
 * The greatest number of true null hypotheses that Simes' test does not exclude, with confidence 1 - alpha; from it all
 * bounds of all-resolution inference follow (Rosenblatt et al. 2018, NeuroImage 181:786, section 2; Hommel 1988,
 * Biometrika 75:383).
 */
final class HommelNumber {
    private HommelNumber() {}

    /**
     * The number for tests of which only the small p are given.
     *
     * @param p ascending, each p of up to alpha among them
     * @param n number of tests, at least 1
     * @param alpha between 0 and 1
     * @return from 0 to n
     */
    static int of(double[] p, int n, double alpha) {
        if (p.length == n && p[n - 1] < alpha) return 0;
        // i true nulls are excluded if some p(k) with k > n - i is at most (k - n + i) alpha / i.
        double slope = 0;
        for (int k = 1; k <= Math.min(p.length, n - 1); k++) slope = Math.max(slope, (alpha - p[k - 1]) / (n - k));
        return slope == 0 ? n : (int) Math.min(n, Math.floor(alpha / slope));
    }
}
