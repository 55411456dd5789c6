package cohort.figure.space;

/** The smallest box of voxels that holds a mask, along the axes of space. */
public final class Box {
    private final int[] first = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE}, last = {-1, -1, -1};

    private Box() {}

    /**
     * @param axes how to walk the mask
     * @param inside for each voxel in the order of the file, whether it is in the mask; one at least is
     */
    public static Box around(SpaceAxes axes, boolean[] inside) {
        Box box = new Box();
        for (int z = 0; z < axes.size(2); z++)
            for (int y = 0; y < axes.size(1); y++) {
                int voxel = axes.index(0, y, z);
                for (int x = 0; x < axes.size(0); x++, voxel += axes.stride(0))
                    if (inside[voxel]) {
                        box.stretch(0, x);
                        box.stretch(1, y);
                        box.stretch(2, z);
                    }
            }
        return box;
    }

    private void stretch(int space, int index) {
        first[space] = Math.min(first[space], index);
        last[space] = Math.max(last[space], index);
    }

    /** The lowest voxel along an axis of space. */
    public int first(int space) {
        return first[space];
    }

    /** Voxels along an axis of space. */
    public int voxels(int space) {
        return last[space] - first[space] + 1;
    }
}
