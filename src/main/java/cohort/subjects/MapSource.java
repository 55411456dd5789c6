package cohort.subjects;

import cohort.image.Volume;
import java.nio.file.Path;
import java.util.Optional;

/** Where a subject's map is. */
public sealed interface MapSource {

    /** The file it is stored in, if it is. */
    Optional<Path> file();

    /**
     * A map in a file.
     *
     * @param path an image file, absolute
     * @param volume which volume of a 4D file, from 0; 0 in a 3D file
     */
    record Stored(Path path, int volume) implements MapSource {
        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }
    }

    /**
     * A map that is at hand, e.g. that of an open image.
     *
     * @param map the map itself
     */
    record Open(Volume map) implements MapSource {
        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }
    }
}
