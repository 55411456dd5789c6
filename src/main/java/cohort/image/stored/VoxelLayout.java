package cohort.image.stored;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import java.nio.ByteOrder;

/**
 * How the voxels of an image lie in a file: volume after volume, i fastest, k slowest, all of one type.
 *
 * @param grid the grid of each volume
 * @param volumes number of volumes
 * @param type how a voxel is stored
 * @param order the file's byte order
 * @param offset bytes before the first voxel
 * @param scaling from stored numbers to values
 * @param notes what else the header says
 */
public record VoxelLayout(
        Grid grid, int volumes, DataType type, ByteOrder order, long offset, Scaling scaling, HeaderNotes notes) {

    /** Whether single precision holds the values exactly. */
    boolean isNarrow() {
        return type.fitsFloat() && scaling.isNone();
    }

    /** Bytes of one volume. */
    long volumeBytes() {
        return (long) grid.voxels() * type.bytes();
    }

    /** The same voxels after another number of bytes. */
    public VoxelLayout withOffset(long bytes) {
        return new VoxelLayout(grid, volumes, type, order, bytes, scaling, notes);
    }

    /** Bytes before the voxels if these are the last of a file; 0 if the file is too short for them. */
    public long offsetAtEnd(long fileSize) {
        return fileSize / volumeBytes() < volumes ? 0 : fileSize - volumes * volumeBytes();
    }

    /** The same voxels in another place; three rows of four. */
    public VoxelLayout withAffine(double[] affine) {
        Grid moved = new Grid(grid.nx(), grid.ny(), grid.nz(), affine);
        return new VoxelLayout(moved, volumes, type, order, offset, scaling, notes);
    }
}
