package cohort.matrix;

import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.real.DoubleType;

/** A matrix as an image in cells, one a tile, which are read when they are looked at. */
final class MatrixImg extends LazyCellImg<DoubleType, DoubleArray> {
    private final VoxelMatrix matrix;

    MatrixImg(VoxelMatrix matrix) {
        super(grid(matrix), new DoubleType(), tile -> cell(matrix, (int) tile));
        this.matrix = matrix;
    }

    private static CellGrid grid(VoxelMatrix matrix) {
        return new CellGrid(new long[] {matrix.voxels(), matrix.maps()}, new int[] {VoxelMatrix.TILE, matrix.maps()});
    }

    private static Cell<DoubleArray> cell(VoxelMatrix matrix, int tile) {
        int first = tile * VoxelMatrix.TILE, n = Math.min(VoxelMatrix.TILE, matrix.voxels() - first);
        return new Cell<>(
                new int[] {n, matrix.maps()}, new long[] {first, 0}, new DoubleArray(values(matrix, tile, first, n)));
    }

    /** Map by map. */
    private static double[] values(VoxelMatrix matrix, int tile, int first, int n) {
        if (matrix instanceof HeapMatrix heap) return heap.tile(tile);
        double[][] rows = new double[matrix.maps()][n];
        matrix.read(first, n, rows);
        double[] values = new double[n * rows.length];
        for (int m = 0; m < rows.length; m++) System.arraycopy(rows[m], 0, values, m * n, n);
        return values;
    }

    VoxelMatrix matrix() {
        return matrix;
    }
}
