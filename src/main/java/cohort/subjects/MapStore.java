package cohort.subjects;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.memory.Storage;
import java.io.Closeable;

/** The subjects' maps as they are read, in memory or in a temporary file. May be used by several threads at once. */
public interface MapStore extends Closeable {

    /** Takes a subject's map. */
    void put(int subject, Volume map);

    /** Number of subjects. */
    int size();

    /** The grid of a map that was put in. */
    Grid grid(int subject);

    /** A map that was put in, to the last bit. */
    Volume volume(int subject);

    /** How many maps are best looked at together. */
    int together();

    /** Releases the temporary file, if there is one. */
    @Override
    default void close() {}

    /**
     * An empty store.
     *
     * @param subjects how many maps it will hold
     * @param voxels of each
     * @param bytes of a voxel, 4 or 8
     */
    static MapStore in(Storage storage, int subjects, int voxels, int bytes) {
        return storage.isHeap((long) subjects * voxels * bytes)
                ? new HeldMaps(new Volume[subjects])
                : new StoredMaps(storage.scratch(), subjects, voxels, storage.together(voxels));
    }
}
