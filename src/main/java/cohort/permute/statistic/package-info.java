/**
 * Statistics of a whole map, whose maximum over the image is controlled: the largest value, cluster size and mass,
 * threshold-free cluster enhancement. A map comes in; a map of the statistic and its maximum go out. A new one is a
 * {@link cohort.permute.statistic.MapStatistic}.
 */
package cohort.permute.statistic;
