package cohort.region.names;

import java.nio.file.Path;
import java.util.List;

/** A form in which programs write the names of labels. */
interface NameForm {

    /** Whether a file has this form, by its name and its text. */
    boolean matches(Path file, String text);

    /**
     * The names in the order of the file.
     *
     * @param file for messages
     * @throws cohort.InputException if the text is not as the form has it
     */
    List<RegionName> read(Path file, String text);
}
