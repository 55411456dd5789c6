package cohort.imagej.io;

import cohort.image.HeaderNotes;
import cohort.image.screen.KeptNotes;
import ij.ImagePlus;

/** What the header of an image's file said, kept in a property that ImageJ's TIFF files preserve. */
public final class NotesProperty {
    private NotesProperty() {}

    public static void set(ImagePlus image, HeaderNotes notes) {
        image.setProp(KeptNotes.KEY, KeptNotes.text(notes));
    }

    /** The notes; none if the image has none that can be read. */
    public static HeaderNotes get(ImagePlus image) {
        String text = image.getProp(KeptNotes.KEY);
        return text == null ? HeaderNotes.NONE : KeptNotes.notes(text);
    }
}
