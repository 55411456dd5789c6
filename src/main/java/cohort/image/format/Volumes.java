package cohort.image.format;

import cohort.InputException;
import cohort.files.FilesRead;
import cohort.files.IOConsumer;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.VolumeFormat;
import cohort.image.nifti.NiftiWriter;
import cohort.image.stored.DataType;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Volumes from and to files. */
public final class Volumes {

    private Volumes() {}

    /**
     * Reads a file that holds one volume.
     *
     * @param path a file of one of the {@link VolumeFormat}s, 3D or with further axes of size 1
     * @return its volume
     * @throws InputException if it cannot be read, is damaged or holds several volumes
     */
    public static Volume read(Path path) {
        return read(path, FilesRead.ignored());
    }

    /**
     * Reads a file that holds one volume, as {@link #read(Path)} does.
     *
     * @param files takes the digests of the files that were read
     */
    public static Volume read(Path path, FilesRead files) {
        return VolumeFile.open(path, files).readSingle();
    }

    /**
     * Writes a volume as NIfTI-1, float32, with sform and qform in mm. The same volume gives the same bytes.
     *
     * @param volume values that are rounded to float32, on a grid of at most 32767 voxels along each axis
     * @param path ends in {@code .nii.gz} (compressed) or {@code .nii}; replaced if it exists
     * @param description goes into the header; characters after the 79th are cut, others than ASCII become {@code ?}
     * @throws InputException if the file cannot be written or its name ends otherwise
     */
    public static void write(Volume volume, Path path, String description) {
        write(volume, path, HeaderNotes.of(description));
    }

    /** The same with notes of which the description is one. */
    public static void write(Volume volume, Path path, HeaderNotes notes) {
        NiftiWriter.write(List.of(volume), path, DataType.FLOAT32, notes);
    }

    /**
     * What {@link #write} puts into a file of a name, for a place of which more is asked than of a file. Labels ({@link
     * HeaderNotes#LABELS}) are written as int16, or int32 where there are more.
     *
     * @param volume as for {@link #write}
     * @param path as for {@link #write}; nothing is written there
     * @param notes what the header says besides
     * @return writes the bytes to the stream it gets
     * @throws InputException if the name ends otherwise
     */
    public static IOConsumer<OutputStream> content(Volume volume, Path path, HeaderNotes notes) {
        return seriesContent(List.of(volume), path, notes);
    }

    /** The same of several volumes on one grid, which are asked for in order. */
    public static IOConsumer<OutputStream> seriesContent(List<Volume> volumes, Path path, HeaderNotes notes) {
        return NiftiWriter.content(volumes, path, type(volumes, notes), notes);
    }

    /** The same as float64, for values that are to be computed with: they are kept to the last bit. */
    public static IOConsumer<OutputStream> doubleContent(Volume volume, Path path, HeaderNotes notes) {
        return NiftiWriter.content(List.of(volume), path, DataType.FLOAT64, notes);
    }

    /**
     * Writes volumes of one grid into a 4D file, or a 3D one if there is but one, as {@link #content} says.
     *
     * @param volumes one after the other, at least one and at most 32767, all on the grid of the first
     * @param path ends in {@code .nii.gz} (compressed) or {@code .nii}; replaced if it exists
     * @param notes what the header says besides; texts are cut after their 79th (description) and 15th (name of the
     *     intent) character
     * @throws InputException if there is no volume, the grids differ, the file cannot be written or its name ends
     *     otherwise
     */
    public static void writeSeries(List<Volume> volumes, Path path, HeaderNotes notes) {
        if (volumes.isEmpty()) throw new InputException(path + ": found no volume to write, expected at least one.");
        for (Volume volume : volumes)
            if (!volume.grid().sameSpace(volumes.get(0).grid()))
                throw new InputException(path + ": found volumes on different grids, " + volume.grid() + " and "
                        + volumes.get(0).grid() + ", expected one grid; resample them first.");
        NiftiWriter.write(volumes, path, type(volumes, notes), notes);
    }

    /** Labels, where they are whole numbers, are integers, as other programs expect them to be. */
    private static DataType type(List<Volume> volumes, HeaderNotes notes) {
        if (notes.intent() != HeaderNotes.LABELS) return DataType.FLOAT32;
        double least = 0, most = 0;
        for (Volume volume : volumes)
            for (double value : volume.values()) {
                if (value != Math.rint(value)) return DataType.FLOAT32;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        if (least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) return DataType.INT16;
        return least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE ? DataType.INT32 : DataType.FLOAT32;
    }
}
