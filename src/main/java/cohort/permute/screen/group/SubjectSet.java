package cohort.permute.screen.group;

import cohort.permute.tile.VoxelTile;

/**
 * Some subjects of a group, and for each column the sums of a tile's numbers times the column under all sign flips of these subjects.
 * Flips that are each other's opposites share a sum.
 *
 * @param members the subjects; none in a set that fills up
 * @param sums columns x patterns x voxels: a pattern has a bit for each subject but the first whose sign is not the first one's
 */
record SubjectSet(int[] members, float[][][] sums) {
    private static final int SIZE = VoxelTile.SIZE;

    static SubjectSet of(int[] members, int columns) {
        return new SubjectSet(members, new float[columns][patterns(members.length)][SIZE]);
    }

    /** How many patterns so many subjects have. */
    static int patterns(int subjects) {
        return 1 << Math.max(0, subjects - 1);
    }

    /** What flips make of the labels' signs; labels are positive but for flips. */
    int pattern(double[] labels) {
        int pattern = 0;
        for (int i = 1; i < members.length; i++) if (labels[members[i]] * labels[members[0]] < 0) pattern |= 1 << i - 1;
        return pattern;
    }

    /** The sign of the first subject, which all others are relative to; 0 for a set without subjects. */
    float sign(double[] labels) {
        return members.length == 0 ? 0 : (float) Math.signum(labels[members[0]]);
    }

    /** Sums a tile's numbers, subjects x voxels, times the columns. */
    void load(double[][] design, double[][] residuals) {
        for (int c = 0; c < sums.length; c++)
            for (int i = 0; i < members.length; i++)
                add(sums[c], i, (float) design[c][members[i]], residuals[members[i]]);
    }

    /** Doubles the patterns: those that are there get the subject's numbers, their copies minus these. */
    private static void add(float[][] sums, int place, float factor, double[] numbers) {
        if (place == 0) {
            for (int j = 0; j < SIZE; j++) sums[0][j] = factor * (float) numbers[j];
            return;
        }
        int bit = patterns(place);
        for (int p = 0; p < bit; p++)
            for (int j = 0; j < SIZE; j++) {
                float number = factor * (float) numbers[j];
                sums[p | bit][j] = sums[p][j] - number;
                sums[p][j] += number;
            }
    }
}
