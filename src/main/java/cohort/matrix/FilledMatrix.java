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
        return in(storage, voxels, maps, 1);
    }

    /**
     * An empty matrix, in memory or on disk.
     *
     * @param together how many such matrices are held at once; if memory cannot take all of them, each is on disk
     */
    static FilledMatrix in(Storage storage, int voxels, int maps, int together) {
        return storage.isHeap((long) voxels * maps * together * Double.BYTES)
                ? new HeapMatrix(voxels, maps)
                : new DiskMatrix(storage.scratch(), voxels, maps);
    }
}
