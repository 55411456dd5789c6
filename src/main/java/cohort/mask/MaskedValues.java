package cohort.mask;

import net.imglib2.img.basictypeaccess.DoubleAccess;

/**
 * Values in mask order as those of all voxels of the grid, 0 outside: a map is held once, whatever the share of the grid that is
 * analysed. For reading only.
 */
final class MaskedValues implements DoubleAccess {
    private final Places places;
    private final double[] values;

    /** @param values in mask order; not copied */
    MaskedValues(Places places, double[] values) {
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

    /** For each voxel of a grid its place in mask order: a bit for each, and how many are set before each word of them. */
    static final class Places {
        private final long[] words;
        private final int[] before;

        /**
         * @param indices the mask's voxels on the grid, ascending
         * @param voxels of the grid
         */
        Places(int[] indices, int voxels) {
            words = new long[voxels / Long.SIZE + 1];
            before = new int[words.length];
            for (int v : indices) words[v / Long.SIZE] |= 1L << v;
            for (int w = 1; w < words.length; w++) before[w] = before[w - 1] + Long.bitCount(words[w - 1]);
        }

        /** -1 outside the mask. */
        int of(int voxel) {
            long word = words[voxel / Long.SIZE], bit = 1L << voxel;
            return (word & bit) == 0 ? -1 : before[voxel / Long.SIZE] + Long.bitCount(word & bit - 1);
        }
    }
}
