package cohort.report.viewer;

import java.util.List;

/**
 * The maps of a contrast.
 *
 * @param title of the contrast
 * @param side 1 or -1 if only positive or only negative values were tested, else 0
 * @param exact which voxels of the mask keep their values, a bit each
 * @param kept how many these are
 * @param maps at least one, that of the statistic first
 */
record PackedContrast(String title, int side, String exact, int kept, List<PackedMap> maps) {}
