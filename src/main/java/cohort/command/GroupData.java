package cohort.command;

import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.mask.GroupMask;
import cohort.table.Cohort;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * What the statistics need.
 *
 * @param cohort the subjects
 * @param mask the voxels
 * @param data voxels x subjects
 * @param design subjects x regressors
 * @param contrast what is tested
 */
record GroupData(Cohort cohort, GroupMask mask, Img<DoubleType> data, DesignMatrix design, Contrast contrast) {}
