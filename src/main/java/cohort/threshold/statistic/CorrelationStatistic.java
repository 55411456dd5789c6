package cohort.threshold.statistic;

import cohort.text.Numbers;

/**
 * A correlation coefficient r, of which r √(df / (1 − r²)) follows t.
 *
 * @param degreesOfFreedom df, above 0: the number of pairs less 2 of a plain correlation
 */
record CorrelationStatistic(double degreesOfFreedom) implements Statistic {

    @Override
    public String spelling() {
        return "r(" + Numbers.plain(degreesOfFreedom) + ")";
    }

    @Override
    public int intent() {
        return Statistics.CORRELATION;
    }

    @Override
    public double p1() {
        return degreesOfFreedom;
    }

    @Override
    public boolean isSigned() {
        return true;
    }

    @Override
    public double p(double r) {
        return Statistics.t(degreesOfFreedom).p(r * Math.sqrt(degreesOfFreedom / Math.max(0, 1 - r * r)));
    }

    @Override
    public double evidence(double p) {
        double t = Statistics.t(degreesOfFreedom).evidence(p);
        return t / Math.sqrt(degreesOfFreedom + t * t);
    }
}
