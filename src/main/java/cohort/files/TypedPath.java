package cohort.files;

import java.nio.file.Path;

/** Paths as people type them, with what a shell makes of quotes and of {@code ~}. */
public final class TypedPath {
    private TypedPath() {}

    /**
     * The path that a text means: quotes around the whole of it are no part of it, and {@code ~} at its beginning is the home
     * folder.
     *
     * @param text as it was typed
     * @throws java.nio.file.InvalidPathException if it is no path on this system
     */
    public static Path of(String text) {
        return Path.of(plain(text));
    }

    /** The text without quotes around it and with the home folder in place of {@code ~}. */
    public static String plain(String text) {
        String bare = text.strip();
        boolean quoted = bare.matches("(?s)\"[^\"]*\"|'[^']*'");
        String inner = quoted ? bare.substring(1, bare.length() - 1) : bare;
        boolean fromHome = inner.equals("~") || inner.startsWith("~/") || inner.startsWith("~\\");
        return fromHome ? System.getProperty("user.home") + inner.substring(1) : inner;
    }
}
