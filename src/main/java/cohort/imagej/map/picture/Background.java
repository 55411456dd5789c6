package cohort.imagej.map.picture;

import cohort.image.Grid;
import cohort.image.Volume;
import java.util.Arrays;

/**
 * What a map lies on, in grays, on a grid of its own.
 *
 * @param name what it is, as a user reads it
 * @param source the volume that it was made of
 * @param grays a byte for each voxel in the order of the file; black where the volume is 0 or not finite
 */
public record Background(String name, Volume source, byte[] grays) {
    private static final int SAMPLES = 200_000, DARKEST = 0x18, BRIGHTEST = 0xE0, FLAT = 0x50;

    /** Grays from the 2nd to the 98th percentile of the values that are seen; one gray for a mask. */
    public static Background of(String name, Volume volume) {
        byte[] grays = new byte[volume.grid().voxels()];
        double[] line = new double[volume.grid().nx() * volume.grid().ny()];
        double[] range = range(volume, line);
        double low = range[0], scale = (BRIGHTEST - DARKEST) / (range[1] - low);
        for (int v = 0; v < grays.length; v += line.length) {
            volume.copy(v, line.length, line);
            for (int i = 0; i < line.length; i++)
                if (isSeen(line[i]))
                    grays[v + i] = (byte)
                            (range[0] == range[1]
                                    ? FLAT
                                    : Math.max(DARKEST, Math.min(BRIGHTEST, DARKEST + (line[i] - low) * scale)));
        }
        return new Background(name, volume, grays);
    }

    private static double[] range(Volume volume, double[] line) {
        int voxels = volume.grid().voxels(), every = Math.max(1, voxels / SAMPLES), n = 0;
        double[] seen = new double[voxels / every + 1];
        for (int v = 0; v < voxels; v += line.length) {
            volume.copy(v, line.length, line);
            for (int i = Math.floorMod(-v, every); i < line.length; i += every)
                if (isSeen(line[i])) seen[n++] = line[i];
        }
        Arrays.sort(seen, 0, n);
        return n == 0 ? new double[2] : new double[] {seen[(int) (0.02 * (n - 1))], seen[(int) (0.98 * (n - 1))]};
    }

    private static boolean isSeen(double value) {
        return value != 0 && Double.isFinite(value);
    }

    /** The gray, 0 to 255, between the centres of voxels, by the eight around; 0 outside the grid. */
    public int gray(double i, double j, double k) {
        Grid grid = source.grid();
        int nx = grid.nx(), ny = grid.ny(), nz = grid.nz();
        if (!(i > -0.5 && j > -0.5 && k > -0.5 && i < nx - 0.5 && j < ny - 0.5 && k < nz - 0.5)) return 0;
        int i0 = below(i, nx), j0 = below(j, ny), k0 = below(k, nz);
        int di = i0 + 1 < nx ? 1 : 0, dj = j0 + 1 < ny ? nx : 0, dk = k0 + 1 < nz ? nx * ny : 0;
        int v = i0 + nx * (j0 + ny * k0);
        double a = part(i, i0), b = part(j, j0), c = part(k, k0);
        double near = (1 - b) * line(v, di, a) + b * line(v + dj, di, a);
        double far = (1 - b) * line(v + dk, di, a) + b * line(v + dj + dk, di, a);
        return (int) ((1 - c) * near + c * far + 0.5);
    }

    private double line(int v, int step, double part) {
        return (1 - part) * (grays[v] & 0xFF) + part * (grays[v + step] & 0xFF);
    }

    private static int below(double place, int n) {
        return Math.max(0, Math.min(n - 1, (int) Math.floor(place)));
    }

    private static double part(double place, int below) {
        return Math.max(0, Math.min(1, place - below));
    }
}
