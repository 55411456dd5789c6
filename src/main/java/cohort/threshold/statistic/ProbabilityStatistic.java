package cohort.threshold.statistic;

import cohort.InputException;
import cohort.permute.nulls.Tail;
import cohort.text.Numbers;

/** p itself, of whichever sides it is: a map of it is thresholded as it stands. */
record ProbabilityStatistic() implements Statistic {

    @Override
    public String spelling() {
        return "p";
    }

    @Override
    public int intent() {
        return Statistics.P;
    }

    @Override
    public boolean isP() {
        return true;
    }

    @Override
    public boolean isDescending() {
        return true;
    }

    @Override
    public boolean isSigned() {
        return false;
    }

    @Override
    public double p(double evidence) {
        return Math.pow(10, -evidence);
    }

    @Override
    public double evidence(double p) {
        return -Math.log10(p);
    }

    /** A p too small for float32 is stored as 0 and counts as the least above. */
    @Override
    public double evidenceOf(double value) {
        if (value < 0 || value > 1)
            throw new InputException("statistic: found the value " + Numbers.plain(value)
                    + " in a map of p, expected 0 to 1; give another statistic.");
        return -Math.log10(Math.max(value, Float.MIN_VALUE)) + 0.0;
    }

    @Override
    public double valueOf(double evidence) {
        return Math.pow(10, -evidence);
    }

    @Override
    public String sides(Tail tail) {
        return "p as the map has it";
    }
}
