package cohort.spark;

import cohort.matrix.HeapMatrix;
import java.io.Serializable;
import java.util.Iterator;
import scala.Tuple2;

/**
 * Some neighbouring voxels of all maps.
 *
 * @param first the place in mask order of the first
 * @param matrix their values
 */
record VoxelPart(int first, HeapMatrix matrix) implements Serializable {

    /** Puts pieces of all maps together, in whatever order they come. */
    static VoxelPart of(int first, int voxels, int maps, Iterator<Tuple2<Integer, MapPiece>> pieces) {
        HeapMatrix matrix = new HeapMatrix(voxels, maps);
        int found = 0;
        for (; pieces.hasNext(); found++) {
            MapPiece piece = pieces.next()._2();
            matrix.put(piece.map(), piece.values());
        }
        if (found != maps) throw new IllegalStateException(found + " pieces of " + maps + " maps");
        return new VoxelPart(first, matrix);
    }
}
