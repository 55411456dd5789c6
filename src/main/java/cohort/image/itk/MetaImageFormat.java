package cohort.image.itk;

import cohort.InputException;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import cohort.image.stored.Packing;
import cohort.image.stored.RawSource;
import cohort.image.stored.StoredBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** MetaImage, raw or compressed, in one file or with its header beside the voxels. */
public final class MetaImageFormat implements VolumeFormat {

    @Override
    public boolean claims(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".mha") || name.endsWith(".mhd");
    }

    @Override
    public String name() {
        return "MetaImage (.mha, .mhd)";
    }

    @Override
    public VolumeSource open(Path path) throws IOException {
        try {
            TextHeader text = TextHeader.read(path, MetaImageHeader::isLast);
            MetaImageHeader header = MetaImageHeader.of(text.lines());
            StoredBytes data = data(header, path, text.size());
            return new RawSource(header.layout(data), data);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InputException(path + ": " + e.getMessage() + ".", e);
        }
    }

    private static StoredBytes data(MetaImageHeader header, Path path, long textSize) throws IOException {
        boolean detached = header.isDetached();
        Path file = detached ? header.fields().file("ElementDataFile", path) : path;
        long start = header.headerSize() > 0 ? header.headerSize() : detached ? 0 : textSize;
        if (!detached && start < textSize)
            throw header.fields().wrong("HeaderSize", "at least the " + textSize + " bytes of the header");
        return StoredBytes.from(file, start, header.isPacked() ? packing(file, start) : Packing.NONE);
    }

    /** By its bytes, as MetaIO distinguishes them. */
    private static Packing packing(Path file, long start) throws IOException {
        return StoredBytes.startsAsGzip(file, start) ? Packing.GZIP : Packing.ZLIB;
    }
}
