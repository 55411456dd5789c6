package cohort.command.input;

import cohort.InputException;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import cohort.threshold.statistic.Statistic;
import java.util.OptionalDouble;

/**
 * The threshold of a table of clusters.
 *
 * @param level of the statistic
 * @param reason why it, in words for the log; empty where the user gave it
 */
public record TableThreshold(double level, String reason) {
    private static final String AUTO = "auto";
    private static final double UNCORRECTED = 0.001, CORRECTED = 0.05;

    /** @throws InputException if the text is neither a number nor auto */
    public static void requireValid(String text) {
        if (!text.strip().equals(AUTO) && !Table.isNumber(text))
            throw new InputException("threshold: found " + text + ", expected a number such as 3.1, or auto.");
    }

    /**
     * The threshold that a user gives; or that of the run's clusters, or p &lt; 0.001 on each side that counts, of
     * corrected p 0.05.
     *
     * @param forming the threshold at which the map's run formed clusters, if it did
     * @throws InputException if there is none and the values give no p
     */
    public static TableThreshold of(String text, Statistic statistic, Tail tail, OptionalDouble forming) {
        if (!text.strip().equals(AUTO)) return new TableThreshold(Double.parseDouble(text.strip()), "");
        if (forming.isPresent())
            return new TableThreshold(forming.getAsDouble(), ", at the cluster-forming threshold of its run");
        if (statistic.isCorrected())
            return new TableThreshold(statistic.valueOf(statistic.evidence(CORRECTED)), ", at a corrected p of 0.05");
        if (statistic.withoutP().isPresent())
            throw new InputException("threshold: found auto for a map of " + statistic.spelling() + ", but "
                    + statistic.withoutP().get() + ".");
        boolean both = tail == Tail.BOTH && statistic.tellsSide();
        return new TableThreshold(
                statistic.valueOf(statistic.evidence(UNCORRECTED)),
                ", at p < 0.001" + (both ? " on either side" : "") + " by " + statistic.spelling());
    }
}
