package cohort.image.mgh;

import cohort.InputException;
import cohort.image.VolumeFormat;
import cohort.image.VolumeSource;
import cohort.image.stored.RawSource;
import cohort.image.stored.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** FreeSurfer's MGH, plain or compressed by gzip, which is told by its first bytes, not by its name. */
public final class MghFormat implements VolumeFormat {

    @Override
    public boolean claims(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".mgh") || name.endsWith(".mgz") || name.endsWith(".mgh.gz");
    }

    @Override
    public String name() {
        return "FreeSurfer (.mgh, .mgz)";
    }

    @Override
    public VolumeSource open(Path path) throws IOException {
        StoredBytes file = StoredBytes.of(path);
        byte[] start;
        try (InputStream in = file.open(0)) {
            start = in.readNBytes(MghHeader.SIZE);
        }
        try {
            return new RawSource(MghHeader.read(start), file);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InputException(path + ": " + e.getMessage() + ".", e);
        }
    }
}
