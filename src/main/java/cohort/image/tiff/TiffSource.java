package cohort.image.tiff;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.VolumeSource;
import cohort.image.screen.ScreenAxes;
import cohort.image.tiff.description.Description;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/**
 * A TIFF file whose pages were checked.
 *
 * @param path the file
 * @param order of its bytes
 * @param pages all of one size and type
 * @param description what they are
 * @param grid of each volume
 * @param notes what else it says
 */
record TiffSource(
        Path path, ByteOrder order, List<TiffPage> pages, Description description, Grid grid, HeaderNotes notes)
        implements VolumeSource {

    @Override
    public int volumes() {
        return description.planes().volumes();
    }

    @Override
    public List<String> remarks() {
        return Stream.of(description.size().remark())
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    @Override
    public int voxelBytes() {
        return isNarrow() ? Float.BYTES : Double.BYTES;
    }

    private boolean isNarrow() {
        return pages.get(0).type().type().fitsFloat() && description.scaling().isNone();
    }

    @Override
    public void read(int first, int end, ObjIntConsumer<? super Volume> visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            PageReader reader = new PageReader(channel, order);
            for (int t = first; t < end; t++) visitor.accept(isNarrow() ? floats(reader, t) : doubles(reader, t), t);
        } catch (EOFException e) {
            throw new InputException(path + ": the data end early; the file was truncated while it was being read.", e);
        } catch (IllegalArgumentException e) {
            throw e instanceof InputException told ? told : new InputException(path + ": " + e.getMessage() + ".", e);
        } catch (OutOfMemoryError e) {
            throw new InputException(
                    path + ": found volumes of " + grid.voxels()
                            + " voxels, which do not fit into Java's memory; give Java more (-Xmx).",
                    e);
        }
    }

    private Volume floats(PageReader reader, int t) throws IOException {
        ScreenAxes screen = new ScreenAxes(grid);
        int width = screen.width(), step = width > 1 ? screen.voxel(1, 0, 0) - screen.voxel(0, 0, 0) : 1;
        float[] values = new float[grid.voxels()], plane = new float[width * screen.height()];
        for (int z = 0; z < screen.depth(); z++) {
            reader.read(page(t, z, screen.depth()), plane);
            for (int y = 0; y < screen.height(); y++) {
                int row = y * width, to = screen.voxel(0, y, z);
                if (step == 1) System.arraycopy(plane, row, values, to, width);
                else for (int x = 0; x < width; x++) values[to + x * step] = plane[row + x];
            }
        }
        return Volume.of(grid, values);
    }

    private Volume doubles(PageReader reader, int t) throws IOException {
        ScreenAxes screen = new ScreenAxes(grid);
        double[] values = new double[grid.voxels()], plane = new double[screen.width() * screen.height()];
        for (int z = 0; z < screen.depth(); z++) {
            reader.read(page(t, z, screen.depth()), plane);
            description.scaling().apply(plane, 0, plane.length);
            for (int y = 0, p = 0; y < screen.height(); y++)
                for (int x = 0; x < screen.width(); x++, p++) values[screen.voxel(x, y, z)] = plane[p];
        }
        return Volume.of(grid, values);
    }

    private TiffPage page(int t, int z, int depth) {
        return pages.get(description.planes().pages()[t * depth + z]);
    }
}
