package cohort.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * An image file whose header was read and checked, as a {@link VolumeFormat} hands it over. Holds no open file; may be
 * read by several threads at once.
 */
public interface VolumeSource {

    /** The grid of each of its volumes. */
    Grid grid();

    /** Number of volumes, at least 1. */
    int volumes();

    /** Bytes of a voxel in memory: 4 if its volumes are of single precision, otherwise 8. */
    default int voxelBytes() {
        return Double.BYTES;
    }

    /** What else the header says; texts have no line breaks. */
    HeaderNotes notes();

    /** What had to be assumed because the file does not say it: one sentence each, which holds for other files of the kind, too. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * The files that hold the image, if these are not just the one that was opened.
     *
     * @param opened that file
     */
    default List<Path> files(Path opened) {
        return List.of(opened);
    }

    /**
     * Reads volumes in order, in one pass over the file.
     *
     * @param first the first volume, from 0
     * @param end the volume after the last, at most {@link #volumes()}
     * @param visitor receives each volume and its number
     * @throws IOException if the file cannot be read
     * @throws cohort.InputException if the data are not what the header promised
     */
    void read(int first, int end, ObjIntConsumer<? super Volume> visitor) throws IOException;
}
