package cohort.image.stored;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.VolumeSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/** Voxels that lie in a file as a {@link VoxelLayout} says, whatever the format of the header. */
public final class RawSource implements VolumeSource {
    private final VoxelLayout layout;
    private final StoredBytes data;
    private final List<Path> others;

    /** @throws InputException if the file is too short for what the header declares */
    public RawSource(VoxelLayout layout, StoredBytes data) {
        this(layout, data, List.of());
    }

    /**
     * @param others files of the header
     * @throws InputException if the file is too short for what the header declares
     */
    public RawSource(VoxelLayout layout, StoredBytes data, List<Path> others) {
        this.others = others;
        this.layout = layout;
        this.data = data;
        long most = data.most();
        // Divided, not multiplied: sizes that lie may exceed 64 bits.
        if (layout.offset() > most || (most - layout.offset()) / layout.volumeBytes() < layout.volumes())
            throw new InputException(data.path() + ": found " + data.size() + (data.isPacked() ? " compressed" : "")
                    + " bytes, expected at least " + layout.volumes() + " x " + layout.volumeBytes()
                    + " for the voxels that the header declares"
                    + (data.isPacked() ? ", which no compression can reach" : " after byte " + layout.offset())
                    + "; the file is truncated or its header damaged.");
    }

    @Override
    public Grid grid() {
        return layout.grid();
    }

    @Override
    public int volumes() {
        return layout.volumes();
    }

    @Override
    public int voxelBytes() {
        return layout.isNarrow() ? Float.BYTES : Double.BYTES;
    }

    @Override
    public HeaderNotes notes() {
        return layout.notes();
    }

    @Override
    public List<Path> files(Path opened) {
        return Stream.concat(others.stream(), Stream.of(data.path())).toList();
    }

    @Override
    public void read(int first, int end, ObjIntConsumer<? super Volume> visitor) throws IOException {
        try (InputStream in = data.open(layout.offset() + first * layout.volumeBytes())) {
            for (int t = first; t < end; t++) {
                Volume volume = VoxelReader.read(in, layout, data);
                if (t == layout.volumes() - 1) data.verifyEnd(in);
                visitor.accept(volume, t);
            }
        } catch (EOFException e) {
            throw new InputException(
                    data.path() + ": the data end early, expected " + layout.volumes() + " x " + layout.volumeBytes()
                            + " bytes of voxels; the file is truncated; copy or create it again.",
                    e);
        }
    }
}
