package cohort.imagej.message;

import ij.IJ;

/** Tells the user what went wrong. */
public final class Message {
    private static final int COLUMNS = 80;

    private Message() {}

    /** Tells an error, and ends the macro if one is at work. */
    public static void stop(String menuItem, String sentence) {
        IJ.error(menuItem, forWindow(sentence));
    }

    /** Tells an error. */
    public static void show(String menuItem, String sentence) {
        IJ.showMessage(menuItem, forWindow(sentence));
    }

    /** ImageJ makes a window as wide as the longest line; without windows a sentence stays one line. */
    private static String forWindow(String sentence) {
        return IJ.getInstance() == null
                ? sentence
                : sentence.replaceAll("(.{1," + COLUMNS + "})(\\s+|$)", "$1\n").strip();
    }
}
