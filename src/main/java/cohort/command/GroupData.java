package cohort.command;

import cohort.design.Contrast;
import cohort.design.DesignMatrix;
import cohort.mask.GroupMask;
import cohort.report.AnalysedSubject;
import cohort.table.Cohort;
import cohort.table.MapSource;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * What the statistics need.
 *
 * @param cohort the subjects
 * @param mask the voxels
 * @param data voxels x subjects
 * @param design subjects x regressors
 * @param contrasts what is tested
 */
record GroupData(Cohort cohort, GroupMask mask, Img<DoubleType> data, DesignMatrix design, List<Contrast> contrasts) {

    /** Degrees of freedom of the residuals. */
    int degreesOfFreedom() {
        return design.rows() - design.rank();
    }

    /** The subjects, for the record. */
    List<AnalysedSubject> subjects() {
        return cohort.subjects().stream()
                .map(subject -> subject.map() instanceof MapSource.Stored stored
                        ? new AnalysedSubject(subject.id(), stored.path().toString(), stored.volume())
                        : new AnalysedSubject(subject.id(), "an open image", 0))
                .toList();
    }
}
