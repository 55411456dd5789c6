package cohort.threshold.statistic;

import cohort.InputException;
import cohort.image.HeaderNotes;
import cohort.permute.nulls.Tail;
import java.util.Optional;

/**
 * What the values of a map are, and which p they have. Evidence is the value itself but for a map of p, whose evidence is
 * −log10 p: it grows with what is evidence against the null hypothesis.
 */
public sealed interface Statistic
        permits DistributedStatistic, CorrelationStatistic, ProbabilityStatistic, LogPStatistic, PlainStatistic {

    /** As users write it, e.g. {@code t(15)} or {@code F(2,15)}. */
    String spelling();

    /** NIfTI's code of the intent, 0 for none. */
    int intent();

    /** The intent's first parameter, 0 for none. */
    default double p1() {
        return 0;
    }

    /** The intent's second parameter, 0 for none. */
    default double p2() {
        return 0;
    }

    /** The intent's name in a header, as maps' file names have it. */
    default String intentName() {
        return spelling().replaceFirst("\\(.*", "");
    }

    /**
     * What stands beside numbers of it in a figure, e.g. {@code t}; empty if nobody knows what they are.
     *
     * @param values of a map
     */
    default String symbol(double[] values) {
        return intentName();
    }

    /** Whether a negative value speaks for the other side. */
    boolean isSigned();

    /** Whether the sign of a value tells on which side it speaks. */
    default boolean tellsSide() {
        return isSigned();
    }

    /** Why the values alone give no p, a clause; nothing if they do. */
    default Optional<String> withoutP() {
        return Optional.empty();
    }

    /** Whether it is p in some form, of whichever sides. */
    default boolean isP() {
        return false;
    }

    /** Whether small values are evidence against the null hypothesis, as of p. */
    default boolean isDescending() {
        return false;
    }

    /** Whether it is a p that is already corrected for the number of voxels. */
    default boolean isCorrected() {
        return false;
    }

    /** The p of the upper tail: the probability under the null hypothesis of at least so much evidence. */
    double p(double evidence);

    /** {@link #p(double)} the other way round. */
    double evidence(double p);

    /** The p of evidence found on a side, or, if both count, that of as much on either. */
    default double p(double evidence, Tail tail) {
        return tail == Tail.BOTH ? Math.min(1, 2 * p(evidence)) : p(evidence);
    }

    /** {@link #p(double, Tail)} the other way round: both sides share p. */
    default double evidence(double p, Tail tail) {
        return evidence(tail == Tail.BOTH ? p / 2 : p);
    }

    /**
     * The evidence in a value.
     *
     * @throws InputException if the statistic has no such value
     */
    default double evidenceOf(double value) {
        return value;
    }

    /** The value that has so much evidence. */
    default double valueOf(double evidence) {
        return evidence;
    }

    /**
     * The side that counts, of a statistic of one side only its own.
     *
     * @throws InputException if the negative side is asked of a statistic that has none
     */
    default Tail side(Tail asked) {
        if (isSigned()) return asked;
        if (asked == Tail.NEGATIVE)
            throw new InputException("tail: found negative for a map of " + spelling()
                    + ", expected positive or auto, since only large values are evidence against the null hypothesis.");
        return Tail.POSITIVE;
    }

    /** The side or sides in words. */
    default String sides(Tail tail) {
        return isSigned() ? tail.sides() : "upper tail";
    }

    /** Header fields that tell of the statistic: NIfTI's intent. */
    default HeaderNotes header(String description, String name) {
        return HeaderNotes.of(description).withIntent(intent(), p1(), p2(), name);
    }
}
