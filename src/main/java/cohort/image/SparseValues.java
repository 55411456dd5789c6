package cohort.image;

import net.imglib2.img.basictypeaccess.DoubleAccess;

/**
 * The values of some voxels of a grid, read as if there were one for every voxel (0 elsewhere), so that memory is taken only by
 * the voxels that have one. Read-only.
 */
public final class SparseValues implements DoubleAccess {
    private final Places places;
    private final double[] values;

    /**
     * @param places which voxels they are of
     * @param values one for each, in the order of the file; not copied
     */
    public SparseValues(Places places, double[] values) {
        this.places = places;
        this.values = values;
    }

    @Override
    public double getValue(int voxel) {
        int place = places.of(voxel);
        return place < 0 ? 0 : values[place];
    }

    @Override
    public void setValue(int voxel, double value) {
        throw new UnsupportedOperationException("a map for reading only");
    }

    /**
     * For each voxel of a grid its position among those that have values: one bit per voxel, and the number of bits set before
     * each word.
     */
    public static final class Places {
        private final long[] words;
        private final int[] before;

        /**
         * @param indices of the voxels on the grid, ascending
         * @param voxels of the grid
         */
        public Places(int[] indices, int voxels) {
            words = new long[voxels / Long.SIZE + 1];
            before = new int[words.length];
            for (int v : indices) words[v / Long.SIZE] |= 1L << v;
            for (int w = 1; w < words.length; w++) before[w] = before[w - 1] + Long.bitCount(words[w - 1]);
        }

        /** -1 if it is none of them. */
        int of(int voxel) {
            long word = words[voxel / Long.SIZE], bit = 1L << voxel;
            return (word & bit) == 0 ? -1 : before[voxel / Long.SIZE] + Long.bitCount(word & bit - 1);
        }
    }
}
