package cohort.image.nifti;

import cohort.image.Grid;

/**
 * The rotation and handedness that a qform can say of a grid: shears are stripped by taking the rotation that is nearest
 * to the affine's directions, the orthogonal factor of its polar decomposition (Higham 1986, SIAM J Sci Stat Comput 7:1160).
 *
 * @param rotation the rotation after the flip
 * @param qfac -1 if the third axis is flipped, 1 if not
 */
record Qform(Quaternion rotation, int qfac) {
    private static final int STEPS_MAX = 100;

    static Qform of(Grid grid) {
        double[] m = new double[9];
        for (int e = 0; e < 9; e++) m[e] = grid.affine(e / 3, e % 3) / grid.voxelSize(e % 3);
        int qfac = determinant(m) < 0 ? -1 : 1;
        for (int r = 0; r < 3; r++) m[3 * r + 2] *= qfac;
        return new Qform(Quaternion.ofRotation(nearestRotation(m)), qfac);
    }

    /** Newton's iteration M <- (M + M^-T) / 2, which converges quadratically. */
    private static double[] nearestRotation(double[] m) {
        double change = 1;
        for (int step = 0; step < STEPS_MAX && change > 1e-15; step++) {
            double[] next = inverseTransposed(m);
            change = 0;
            for (int e = 0; e < 9; e++) {
                next[e] = (m[e] + next[e]) / 2;
                change = Math.max(change, Math.abs(next[e] - m[e]));
            }
            m = next;
        }
        return m;
    }

    private static double[] inverseTransposed(double[] m) {
        double det = determinant(m);
        double[] inverse = new double[9];
        for (int e = 0; e < 9; e++) inverse[e] = cofactor(m, e / 3, e % 3) / det;
        return inverse;
    }

    private static double determinant(double[] m) {
        return m[0] * cofactor(m, 0, 0) + m[1] * cofactor(m, 0, 1) + m[2] * cofactor(m, 0, 2);
    }

    /** By cyclic indices, which bring the sign along. */
    private static double cofactor(double[] m, int r, int c) {
        int r1 = 3 * ((r + 1) % 3), r2 = 3 * ((r + 2) % 3), c1 = (c + 1) % 3, c2 = (c + 2) % 3;
        return m[r1 + c1] * m[r2 + c2] - m[r1 + c2] * m[r2 + c1];
    }
}
