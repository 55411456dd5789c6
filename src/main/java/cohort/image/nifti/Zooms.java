package cohort.image.nifti;

/** Affines of headers that know no more than the size of a voxel. */
final class Zooms {

    private Zooms() {}

    /** Voxel sizes with 0 taken as 1 and negative ones as positive. */
    static double[] positive(double... pixdim) {
        double[] zooms = new double[3];
        for (int a = 0; a < 3; a++) zooms[a] = pixdim[a] == 0 ? 1 : Math.abs(pixdim[a]);
        return zooms;
    }

    /** The origin at the image's centre, x from right to left; axes that the header lacks have voxels of 1 mm. */
    static double[] centred(HeaderFields fields, double[] zooms) {
        double[] affine = new double[12];
        for (int a = 0; a < 3; a++) {
            double zoom = a < fields.dim(0) ? zooms[a] : 1;
            affine[5 * a] = a == 0 ? -zoom : zoom;
            affine[4 * a + 3] = -(fields.size(a) - 1) / 2.0 * affine[5 * a];
        }
        return affine;
    }
}
