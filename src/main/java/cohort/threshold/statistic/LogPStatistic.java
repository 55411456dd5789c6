package cohort.threshold.statistic;

import cohort.permute.nulls.Tail;
import java.util.Arrays;
import java.util.Optional;

/**
 * −log10 p, of whichever sides p is; below 0 where it has the sign of the effect.
 *
 * @param isCorrected whether p is corrected for the number of voxels
 */
record LogPStatistic(boolean isCorrected) implements Statistic {

    @Override
    public String spelling() {
        return "logp";
    }

    @Override
    public int intent() {
        return Statistics.LOGP;
    }

    @Override
    public boolean isP() {
        return true;
    }

    @Override
    public String intentName() {
        return isCorrected ? Statistics.CORRECTED : spelling();
    }

    @Override
    public String symbol(double[] values) {
        boolean signed = Arrays.stream(values).anyMatch(value -> value < 0);
        return (signed ? "signed " : "") + "\u2212log10 p";
    }

    @Override
    public boolean isSigned() {
        return true;
    }

    /** Without a sign they may be of either side. */
    @Override
    public boolean tellsSide() {
        return false;
    }

    @Override
    public Optional<String> withoutP() {
        return isCorrected
                ? Optional.of("its p is already corrected for the number of voxels; give a level such as 1.301, which"
                        + " is p = 0.05")
                : Optional.empty();
    }

    @Override
    public double p(double evidence) {
        return Math.pow(10, -evidence);
    }

    @Override
    public double evidence(double p) {
        return -Math.log10(p);
    }

    @Override
    public double p(double evidence, Tail tail) {
        return p(evidence);
    }

    @Override
    public double evidence(double p, Tail tail) {
        return evidence(p);
    }

    @Override
    public String sides(Tail tail) {
        return tail == Tail.BOTH ? "p as the map has it" : "p as the map has it, " + tail.sides();
    }
}
