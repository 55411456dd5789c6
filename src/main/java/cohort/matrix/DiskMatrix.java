package cohort.matrix;

import cohort.memory.ScratchFile;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/**
 * A matrix in a temporary file, tile after tile, so that whoever visits the voxels in order reads the file in order. In a tile
 * map follows upon map, each of 512 voxels: 4096 bytes, which is a page of a disk.
 */
final class DiskMatrix implements FilledMatrix {
    private static final int ROW = TILE * Double.BYTES, ROWS = ScratchFile.CHUNK / ROW;

    private final ScratchFile file;
    private final int voxels, maps;

    DiskMatrix(ScratchFile file, int voxels, int maps) {
        this.file = file;
        this.voxels = voxels;
        this.maps = maps;
    }

    @Override
    public int voxels() {
        return voxels;
    }

    @Override
    public int maps() {
        return maps;
    }

    @Override
    public boolean isHeld() {
        return false;
    }

    private long place(int tile, int map) {
        return ((long) tile * maps + map) * ROW;
    }

    @Override
    public void put(int map, double[] values) {
        for (int first = 0; first < voxels; first += TILE) {
            ByteBuffer room = file.room();
            room.asDoubleBuffer().put(values, first, Math.min(TILE, voxels - first));
            file.write(place(first / TILE, map), room.limit(ROW)); // places behind the last voxel hold anything
        }
    }

    @Override
    public void read(int first, int n, double[][] rows) {
        for (int v = first, done = 0, more; done < n; v += more, done += more) {
            more = Math.min(n - done, TILE - v % TILE);
            for (int m = 0; m < maps; m += ROWS) {
                int count = Math.min(ROWS, maps - m);
                DoubleBuffer tile = file.read(place(v / TILE, m), count * ROW).asDoubleBuffer();
                for (int i = 0; i < count; i++)
                    tile.position(i * TILE + v % TILE).get(rows[m + i], done, more);
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
