package cohort.image.screen;

import cohort.image.HeaderNotes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the header of an image's file said as a text, which ImageJ keeps in its TIFF files: fields between tabs. */
public final class KeptNotes {
    /** The name of the property. */
    public static final String KEY = "cohort-header";

    private static final int FIELDS = 11;

    private KeptNotes() {}

    /** The text. */
    public static String text(HeaderNotes notes) {
        return Stream.of(
                        notes.description(),
                        notes.space(),
                        notes.intent(),
                        notes.p1(),
                        notes.p2(),
                        notes.p3(),
                        notes.intentName(),
                        notes.displayMin(),
                        notes.displayMax(),
                        notes.timeStep(),
                        notes.timeOffset())
                .map(Object::toString)
                .collect(Collectors.joining("\t"));
    }

    /** The notes of a text; none if they cannot be read. */
    public static HeaderNotes notes(String text) {
        String[] fields = text.split("\t", -1);
        try {
            return fields.length == FIELDS ? of(fields) : HeaderNotes.NONE;
        } catch (NumberFormatException e) { // anyone can write into a property
            return HeaderNotes.NONE;
        }
    }

    private static HeaderNotes of(String[] f) {
        return new HeaderNotes(
                f[0],
                Integer.parseInt(f[1]),
                Integer.parseInt(f[2]),
                Double.parseDouble(f[3]),
                Double.parseDouble(f[4]),
                Double.parseDouble(f[5]),
                f[6],
                Double.parseDouble(f[7]),
                Double.parseDouble(f[8]),
                Double.parseDouble(f[9]),
                Double.parseDouble(f[10]));
    }
}
