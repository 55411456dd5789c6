package cohort.image.itk;

import cohort.InputException;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import cohort.image.stored.RawSource;
import cohort.image.stored.StoredBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** NRRD, raw or compressed by gzip, in one file or with its header beside the voxels. */
public final class NrrdFormat implements VolumeFormat {

    @Override
    public boolean claims(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".nrrd") || name.endsWith(".nhdr");
    }

    @Override
    public String name() {
        return "NRRD (.nrrd, .nhdr)";
    }

    @Override
    public VolumeSource open(Path path) throws IOException {
        try {
            TextHeader text = TextHeader.read(path, String::isEmpty);
            NrrdHeader header = NrrdHeader.of(text.lines());
            boolean detached = header.isDetached();
            if (!detached && !text.ended())
                throw new IllegalArgumentException("found no empty line after the header and no data file in it,"
                        + " expected the voxels in either; the file is truncated");
            Path file = detached ? header.fields().file("data file", path) : path;
            long start = TextHeader.skip(file, detached ? 0 : text.size(), header.lineSkip());
            StoredBytes data = StoredBytes.from(file, start, header.packing());
            return new RawSource(header.layout(data), data);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InputException(path + ": " + e.getMessage() + ".", e);
        }
    }
}
