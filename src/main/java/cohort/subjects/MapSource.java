package cohort.subjects;

import cohort.image.ReadingOptions;
import cohort.image.Volume;
import java.nio.file.Path;
import java.util.Optional;

/** Where a subject's map is, or the values that stand in its place. */
public sealed interface MapSource {

    /** The file it is stored in, if it is. */
    Optional<Path> file();

    /** The same map, read with options if it is stored in a file. */
    default MapSource with(ReadingOptions options) {
        return this;
    }

    /** What part of one file per map is. */
    enum Part {
        /** All of it: it holds one volume. */
        WHOLE,
        /** One of its volumes. */
        VOLUME,
        /** One slice of its one volume. */
        SLICE
    }

    /**
     * A map in a file.
     *
     * @param path an image file, absolute
     * @param part what part of it
     * @param index which volume or slice, from 0; 0 for the whole
     * @param options how the file is read
     */
    record Stored(Path path, Part part, int index, ReadingOptions options) implements MapSource {
        /** A part of a file without channels. */
        public Stored(Path path, Part part, int index) {
            this(path, part, index, ReadingOptions.NONE);
        }

        /** A file that holds one volume. */
        public Stored(Path path) {
            this(path, Part.WHOLE, 0);
        }

        /** A volume of a file, from 0. */
        public Stored(Path path, int volume) {
            this(path, Part.VOLUME, volume);
        }

        @Override
        public MapSource with(ReadingOptions options) {
            return new Stored(path, part, index, options);
        }

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

    /**
     * Values in a table, of which there is no map: those of regions.
     *
     * @param table the file, absolute
     */
    record Tabled(Path table) implements MapSource {
        @Override
        public Optional<Path> file() {
            return Optional.of(table);
        }
    }
}
