package cohort.subjects;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.memory.ScratchFile;
import java.nio.ByteBuffer;
import net.imglib2.type.numeric.real.FloatType;

/** Maps in a temporary file, in single precision where they are. */
final class StoredMaps implements MapStore {
    private static final int CHUNK = ScratchFile.CHUNK;

    private final ScratchFile file;
    private final int voxels, together;
    private final Grid[] grids;
    private final boolean[] single;

    /** @param voxels of each map; those of others are not kept, since such maps are refused */
    StoredMaps(ScratchFile file, int subjects, int voxels, int together) {
        this.file = file;
        this.voxels = voxels;
        this.together = together;
        this.grids = new Grid[subjects];
        this.single = new boolean[subjects];
    }

    private long place(int subject) {
        return (long) subject * voxels * Double.BYTES;
    }

    @Override
    public void put(int subject, Volume map) {
        grids[subject] = map.grid();
        single[subject] = map.voxels().getType() instanceof FloatType;
        if (map.grid().voxels() != voxels) return;
        int bytes = single[subject] ? Float.BYTES : Double.BYTES, most = CHUNK / bytes;
        double[] values = new double[most];
        for (int first = 0; first < voxels; first += most) {
            int n = Math.min(most, voxels - first);
            map.copy(first, n, values);
            ByteBuffer room = file.room().limit(n * bytes);
            if (single[subject]) for (int v = 0; v < n; v++) room.putFloat(v * bytes, (float) values[v]);
            else room.asDoubleBuffer().put(values, 0, n);
            file.write(place(subject) + (long) first * bytes, room);
        }
    }

    @Override
    public int size() {
        return grids.length;
    }

    @Override
    public Grid grid(int subject) {
        return grids[subject];
    }

    @Override
    public Volume volume(int subject) {
        float[] floats = new float[single[subject] ? voxels : 0];
        double[] doubles = new double[single[subject] ? 0 : voxels];
        int bytes = single[subject] ? Float.BYTES : Double.BYTES, most = CHUNK / bytes;
        for (int first = 0; first < voxels; first += most) {
            int n = Math.min(most, voxels - first);
            ByteBuffer read = file.read(place(subject) + (long) first * bytes, n * bytes);
            if (single[subject]) read.asFloatBuffer().get(floats, first, n);
            else read.asDoubleBuffer().get(doubles, first, n);
        }
        return single[subject] ? Volume.of(grids[subject], floats) : Volume.of(grids[subject], doubles);
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public void close() {
        file.close();
    }
}
