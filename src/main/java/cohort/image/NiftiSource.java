package cohort.image;

import cohort.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.ObjIntConsumer;

/** The voxels of a NIfTI or Analyze file. */
final class NiftiSource implements VolumeSource {
    private final NiftiHeader header;
    private final StoredBytes data;

    /** @throws InputException if the file is too short for what the header declares */
    NiftiSource(NiftiHeader header, StoredBytes data) {
        this.header = header;
        this.data = data;
        long most = data.most();
        // Divided, not multiplied: sizes that lie may exceed 64 bits.
        if (header.offset() > most || (most - header.offset()) / header.volumeBytes() < header.volumes())
            throw new InputException(data.path() + ": found " + data.size() + (data.gzip() ? " compressed" : "")
                    + " bytes, expected at least " + header.volumes() + " x " + header.volumeBytes()
                    + " for the voxels that the header declares"
                    + (data.gzip() ? ", which no compression brings down to that" : " after byte " + header.offset())
                    + "; the file is cut short or its header damaged.");
    }

    @Override
    public Grid grid() {
        return header.grid();
    }

    @Override
    public int volumes() {
        return header.volumes();
    }

    @Override
    public String description() {
        return header.description();
    }

    @Override
    public void read(int first, int end, ObjIntConsumer<? super Volume> visitor) throws IOException {
        try (InputStream in = data.open(header.offset() + first * header.volumeBytes())) {
            for (int t = first; t < end; t++) {
                Volume volume = VoxelReader.read(in, header, data);
                if (t == header.volumes() - 1) data.verifyEnd(in);
                visitor.accept(volume, t);
            }
        } catch (EOFException e) {
            throw new InputException(
                    data.path() + ": the data end early, expected " + header.volumes() + " x " + header.volumeBytes()
                            + " bytes of voxels; the file is cut short, copy or make it again.",
                    e);
        }
    }
}
