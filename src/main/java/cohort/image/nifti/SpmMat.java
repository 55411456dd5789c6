package cohort.image.nifti;

import cohort.InputException;
import cohort.image.stored.VoxelLayout;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The orientation that SPM99 and SPM2 keep beside an Analyze pair, as NAME.mat: a 4 x 4 matrix {@code mat}, or {@code M}
 * in which x still runs from right to left, from voxels counted from 1 to mm. Read from MATLAB's level 4 files ("MAT-File
 * Format", The MathWorks, appendix A), as SPM and nibabel write them.
 */
final class SpmMat {
    private static final int NAME_MAX = 64, SIZE_MAX = 1 << 16;

    /** The type 1000, met in little-endian order. */
    private static final int BIG_ENDIAN_DOUBLES = Integer.reverseBytes(1000);

    private SpmMat() {}

    /**
     * Puts a layout where the file says.
     *
     * @throws InputException if the file holds no such matrix
     */
    static VoxelLayout place(VoxelLayout layout, Path mat) throws IOException {
        try {
            if (Files.size(mat) > SIZE_MAX)
                throw new IllegalArgumentException("found a file of " + Files.size(mat) + " bytes");
            return layout.withAffine(affine(ByteBuffer.wrap(Files.readAllBytes(mat))));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            String found = e instanceof BufferUnderflowException ? "found a truncated matrix" : e.getMessage();
            throw new InputException(
                    mat + ": " + found
                            + ", expected the orientation of the pair beside it, a 4 x 4 matrix mat or M in MATLAB's level 4"
                            + " format; convert the pair to NIfTI, or move this file away if it belongs to something else.",
                    e);
        }
    }

    private static double[] affine(ByteBuffer bytes) {
        Map<String, double[]> matrices = new HashMap<>();
        while (bytes.hasRemaining()) read(bytes, matrices);
        double[] columns = matrices.containsKey("mat") ? matrices.get("mat") : matrices.get("M");
        if (columns == null) throw new IllegalArgumentException("found neither mat nor M");
        double[] affine = new double[12];
        for (int r = 0; r < 3; r++) {
            double flip = r == 0 && !matrices.containsKey("mat") ? -1 : 1;
            for (int c = 0; c < 4; c++) affine[4 * r + c] = flip * columns[4 * c + r];
            // The first voxel is (1, 1, 1) there and (0, 0, 0) here.
            for (int c = 0; c < 3; c++) affine[4 * r + 3] += affine[4 * r + c];
        }
        return affine;
    }

    /** One matrix: type, rows, columns, imaginary part, length of the name; name; numbers column by column. */
    private static void read(ByteBuffer bytes, Map<String, double[]> matrices) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int type = bytes.getInt();
        if (type == BIG_ENDIAN_DOUBLES) bytes.order(ByteOrder.BIG_ENDIAN);
        boolean doubles = type == 0 || type == BIG_ENDIAN_DOUBLES;
        int rows = bytes.getInt(), columns = bytes.getInt(), imaginary = bytes.getInt();
        int length = bytes.getInt();
        if (!doubles || rows != 4 || columns != 4 || imaginary != 0 || length < 2 || length > NAME_MAX)
            throw new IllegalArgumentException("found no 4 x 4 matrix of real numbers");
        byte[] name = new byte[length];
        bytes.get(name);
        double[] numbers = new double[16];
        for (int e = 0; e < 16; e++) numbers[e] = bytes.getDouble();
        matrices.put(new String(name, 0, length - 1, StandardCharsets.ISO_8859_1), numbers);
    }
}
