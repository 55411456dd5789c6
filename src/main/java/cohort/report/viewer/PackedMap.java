package cohort.report.viewer;

/**
 * A map as the viewer shows it.
 *
 * @param title in the list of maps
 * @param symbol what its values are called, e.g. {@code t}
 * @param kind what they are
 * @param decimals with which a value is written
 * @param threshold up to which values are hidden at first
 * @param test of which statistic it is the corrected p, empty for none
 * @param values its values in the order of the lattice
 */
record PackedMap(
        String title, String symbol, Kind kind, int decimals, double threshold, String test, PackedValues values) {

    /** What the values of a map are; the script distinguishes them by these names. */
    enum Kind {
        /** Values that speak for themselves. */
        VALUE,
        /** −log10 of a p-value. */
        P
    }
}
