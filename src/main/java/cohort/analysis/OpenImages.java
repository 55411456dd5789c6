package cohort.analysis;

import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import java.util.List;
import java.util.Optional;

/** The images that the program around an analysis has open, so that settings may name them as they name files. */
public interface OpenImages {
    /** None, as in a script or a batch job: every name is that of a file. */
    OpenImages NONE = new OpenImages() {
        @Override
        public Optional<Volume> find(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<List<Volume>> findAll(String title, ReadingOptions options) {
            return Optional.empty();
        }

        @Override
        public HeaderNotes notes(String title) {
            return HeaderNotes.NONE;
        }

        @Override
        public List<String> titles() {
            return List.of();
        }
    };

    /**
     * An open image by its title or its number; of several that bear the title the one opened last.
     *
     * @throws cohort.InputException if an image of that title is open but is not one gray-scale volume
     */
    Optional<Volume> find(String title);

    /**
     * The volumes of an open image by its title or its number, one a frame.
     *
     * @throws cohort.InputException if an image of that title is open but has colours, or channels of which none is chosen
     */
    Optional<List<Volume>> findAll(String title, ReadingOptions options);

    /** What the header of an open image's file said, or that of the map that a command showed; nothing said if nothing is known. */
    HeaderNotes notes(String title);

    /** The titles of the open images, in the order in which they were opened. */
    List<String> titles();
}
