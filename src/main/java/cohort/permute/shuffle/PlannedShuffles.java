package cohort.permute.shuffle;

/**
 * What a test will shuffle.
 *
 * @param scheme what is done to the subjects, e.g. {@code sign flips}
 * @param reason why, as a clause
 * @param labellings how many different labellings there are, the unshuffled one among them
 */
public record PlannedShuffles(String scheme, String reason, double labellings) {}
