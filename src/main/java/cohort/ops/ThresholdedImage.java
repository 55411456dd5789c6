package cohort.ops;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * What a rule leaves of a map.
 *
 * @param map 3D: the values that are left, 0 elsewhere
 * @param level the least magnitude that is left, of a map of p the greatest; infinite if the rule rejects nothing
 * @param summary what was done and what is left, one sentence
 */
public record ThresholdedImage(RandomAccessibleInterval<DoubleType> map, double level, String summary) {}
