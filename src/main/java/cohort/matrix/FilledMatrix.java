package cohort.matrix;

import cohort.memory.Storage;
import java.io.Closeable;

/** A matrix that is filled map by map, by several threads at once, before it is read. */
public interface FilledMatrix extends VoxelMatrix, Closeable {

    /**
     * Takes the values of a map.
     *
     * @param map its number
     * @param values one per voxel
     */
    void put(int map, double[] values);

    /** Lets go of its temporary file, if there is one; the matrix cannot be read afterwards. */
    @Override
    default void close() {}

    /** An empty matrix, in memory or on disk. */
    static FilledMatrix in(Storage storage, int voxels, int maps) {
        return storage.isHeap((long) voxels * maps * Double.BYTES)
                ? new HeapMatrix(voxels, maps)
                : new DiskMatrix(storage.scratch(), voxels, maps);
    }
}
