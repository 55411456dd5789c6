package cohort.image.format;

import cohort.image.VolumeFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The formats of image files: this project's, and those that the program around it registers while it runs because it
 * has readers for them. A file is of the first format that claims it.
 */
public final class VolumeFormats {
    private static final List<VolumeFormat> OWN =
            ServiceLoader.load(VolumeFormat.class, VolumeFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    /** The one thing here that changes while the program runs: which readers a program has is known to itself alone. */
    private static final List<VolumeFormat> REGISTERED = new CopyOnWriteArrayList<>();

    private VolumeFormats() {}

    /**
     * Adds a format, after all others.
     *
     * @param format whose files may be opened from now on
     * @return takes it out again when run
     */
    public static Runnable register(VolumeFormat format) {
        REGISTERED.add(format);
        return () -> REGISTERED.remove(format);
    }

    /**
     * Whether a name is that of an image file.
     *
     * @param path a file that need not exist
     */
    public static boolean claim(Path path) {
        return all().stream().anyMatch(format -> format.claims(path));
    }

    static List<VolumeFormat> all() {
        return Stream.concat(OWN.stream(), REGISTERED.stream()).toList();
    }
}
