package cohort.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.zip.ZipException;

/** Says in words why reading or writing failed, where the JDK's exceptions often carry no more than a path. */
public final class IOReason {

    private IOReason() {}

    /** The reason as the end of a sentence, without a full stop, e.g. {@code permission denied}. */
    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) return "there is no such file or folder";
        if (e instanceof AccessDeniedException) return "permission denied";
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException)
            return "there is a file where a folder is expected";
        if (e instanceof EOFException) return "it ends too early";
        if (e instanceof ZipException) return "its compressed data are damaged (" + message(e) + ")";
        if (e instanceof FileSystemException f && f.getReason() != null) return f.getReason();
        return message(e);
    }

    private static String message(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
