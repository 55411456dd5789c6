package cohort.matrix;

import cohort.image.VoxelValues;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/** Values in double precision, one for each voxel and map. May be read by several threads at once. */
public interface VoxelMatrix {
    /** Voxels that are best read together. */
    int TILE = 512;

    /** Number of voxels. */
    int voxels();

    /** Number of maps, or of sums of maps. */
    int maps();

    /**
     * Copies the values of some neighbouring voxels.
     *
     * @param first the first voxel
     * @param n number of voxels
     * @param rows gets the values, maps x voxels, each from index 0 on
     */
    void read(int first, int n, double[][] rows);

    /** Whether the values are in memory. */
    boolean isHeld();

    /** What is done with a tile. */
    interface Visitor {
        /**
         * @param first the first voxel
         * @param n number of voxels, at most {@link #TILE}
         * @param rows their values, maps x voxels
         */
        void visit(int first, int n, double[][] rows);
    }

    /** Goes through the voxels once, in order. */
    default void forEach(Visitor visitor) {
        double[][] rows = new double[maps()][TILE];
        for (int first = 0; first < voxels(); first += TILE) {
            int n = Math.min(TILE, voxels() - first);
            read(first, n, rows);
            visitor.visit(first, n, rows);
        }
    }

    /** As an image, 2D: axis 0 the voxels, axis 1 the maps. It is a view of the matrix and must not be written to. */
    default Img<DoubleType> image() {
        return new MatrixImg(this);
    }

    /** A copy in memory. */
    default VoxelMatrix copy() {
        HeapMatrix copy = new HeapMatrix(voxels(), maps());
        forEach(copy::put);
        return copy;
    }

    /**
     * The values of an image: the matrix that it is a view of, or a copy in memory.
     *
     * @param image 2D: axis 0 the voxels, axis 1 the maps
     */
    static VoxelMatrix of(RandomAccessibleInterval<? extends RealType<?>> image) {
        if (image instanceof MatrixImg view) return view.matrix();
        HeapMatrix copy = new HeapMatrix((int) image.dimension(0), (int) image.dimension(1));
        for (int m = 0; m < copy.maps(); m++) copy.put(m, VoxelValues.of(Views.hyperSlice(image, 1, image.min(1) + m)));
        return copy;
    }

    /** The values less their mean over the maps, in each voxel. */
    default VoxelMatrix centered() {
        return new CenteredVoxels(this);
    }

    /**
     * Some of its voxels.
     *
     * @param inside for each voxel, whether it stays
     */
    default VoxelMatrix only(boolean[] inside) {
        int[] kept = new int[inside.length];
        int n = 0;
        for (int v = 0; v < inside.length; v++) if (inside[v]) kept[n++] = v;
        return new SomeVoxels(this, Arrays.copyOf(kept, n));
    }
}
