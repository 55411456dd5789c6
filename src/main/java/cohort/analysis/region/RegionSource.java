package cohort.analysis.region;

import cohort.analysis.GroupAnalysis;

/** Where the values of regions come from. */
interface RegionSource extends GroupAnalysis.UnitSource {
    /** So many names are read in a sentence. */
    int MOST_NAMED = 8;

    /** Those that were read last. */
    RegionValues values();
}
