package cohort.image.nifti;

import cohort.image.HeaderNotes;
import cohort.image.stored.Scaling;

/** The fields of a header that matter for reading, whatever their place and width in the file. */
interface HeaderFields {

    /** Field {@code dim[n]}: n = 0 gives the number of axes, 1 to 7 the sizes. */
    long dim(int n);

    /** Code of the datatype. */
    int dataType();

    /** Bytes before the first voxel. */
    double offset();

    /** @throws IllegalArgumentException if the fields make no sense */
    Scaling scaling();

    /**
     * From voxels to mm, three rows of four.
     *
     * @throws IllegalArgumentException if the fields make no sense
     */
    double[] affine();

    /** What else it says. */
    HeaderNotes notes();

    /** Size of a spatial axis; axes beyond {@code dim[0]} have size 1. */
    default long size(int axis) {
        return axis < dim(0) ? dim(axis + 1) : 1;
    }
}
