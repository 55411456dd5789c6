package cohort.imagej.dialog;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * The menu items in ImageJ without Fiji. The one class of Cohort that is compiled for Java 8, so that an ImageJ that runs on
 * a Java too old for the others says so in a sentence; hence it names the others only by their names.
 */
public final class CohortMenu implements PlugIn {
    private static final int NEEDED = 17;

    /** @param className the command's class */
    @Override
    public void run(String className) {
        String running = System.getProperty("java.specification.version");
        if (suffices(running)) item().run(className);
        else IJ.error("Cohort", refusal(running));
    }

    /** Whether Cohort runs on a Java of this specification: "1.8", "11", "21". */
    static boolean suffices(String specification) {
        return Double.parseDouble(specification) >= NEEDED;
    }

    /** What a user of an older Java reads. */
    static String refusal(String specification) {
        return "Cohort needs Java " + NEEDED + " or newer, and this ImageJ runs on Java " + specification
                + ": download the current ImageJ or Fiji, which include one.";
    }

    private static PlugIn item() {
        try {
            return (PlugIn) Class.forName("cohort.imagej.dialog.MenuCommand")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the jar of Cohort is incomplete", e);
        }
    }
}
