package cohort.imagej;

import cohort.image.HeaderNotes;
import cohort.image.tiff.KeptNotes;
import ij.ImagePlus;

/** What the header of an image's file said, kept in a property that ImageJ's TIFF files preserve. */
final class NotesProperty {
    private NotesProperty() {}

    static void set(ImagePlus image, HeaderNotes notes) {
        image.setProp(KeptNotes.KEY, KeptNotes.text(notes));
    }

    /** The notes; none if the image has none that can be read. */
    static HeaderNotes get(ImagePlus image) {
        String text = image.getProp(KeptNotes.KEY);
        return text == null ? HeaderNotes.NONE : KeptNotes.notes(text);
    }
}
