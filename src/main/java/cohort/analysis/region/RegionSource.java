package cohort.analysis.region;

import cohort.analysis.GroupAnalysis;

/** Where the values of regions come from. */
interface RegionSource extends GroupAnalysis.UnitSource {

    /** Those that were read last. */
    RegionValues values();
}
