package cohort.image;

/**
 * What a header says besides the voxels and their grid, so that a file that is opened and saved again keeps it. Numbers
 * are 0 and texts empty where it says nothing.
 *
 * @param description free text
 * @param space what the coordinates are aligned with, as NIfTI's codes: 1 the scanner, 2 another image, 3 Talairach's
 *     space, 4 the MNI's
 * @param intent what the values are, as NIfTI's codes, e.g. 3 for t
 * @param p1 the intent's first parameter, e.g. degrees of freedom
 * @param p2 the second
 * @param p3 the third
 * @param intentName the intent's name
 * @param displayMin the value to show darkest; used only if {@code displayMax} is larger
 * @param displayMax the value to show brightest
 * @param timeStep seconds from volume to volume
 * @param timeOffset seconds to the first volume
 */
public record HeaderNotes(
        String description,
        int space,
        int intent,
        double p1,
        double p2,
        double p3,
        String intentName,
        double displayMin,
        double displayMax,
        double timeStep,
        double timeOffset) {

    /** NIfTI's intent of labels, such as the numbers of clusters or of regions. */
    public static final int LABELS = 1002;

    /** Notes that say nothing. */
    public static final HeaderNotes NONE = of("");

    /** Notes with a description only. */
    public static HeaderNotes of(String description) {
        return new HeaderNotes(description, 0, 0, 0, 0, 0, "", 0, 0, 0, 0);
    }

    /** The same with another description. */
    public HeaderNotes withDescription(String text) {
        return new HeaderNotes(
                text, space, intent, p1, p2, p3, intentName, displayMin, displayMax, timeStep, timeOffset);
    }

    /** The same with another code of what the coordinates are aligned with. */
    public HeaderNotes withSpace(int code) {
        return new HeaderNotes(
                description, code, intent, p1, p2, p3, intentName, displayMin, displayMax, timeStep, timeOffset);
    }

    /** The same with another intent and its first two parameters; the third becomes 0. */
    public HeaderNotes withIntent(int code, double first, double second, String name) {
        return new HeaderNotes(
                description, space, code, first, second, 0, name, displayMin, displayMax, timeStep, timeOffset);
    }

    /** The same with another time from volume to volume. */
    public HeaderNotes withTimeStep(double seconds) {
        return new HeaderNotes(
                description, space, intent, p1, p2, p3, intentName, displayMin, displayMax, seconds, timeOffset);
    }
}
