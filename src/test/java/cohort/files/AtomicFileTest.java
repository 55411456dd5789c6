package cohort.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] OLD = {1, 2}, NEW = {3, 4, 5};

    @TempDir
    Path folder;

    @Test
    void makesFoldersAndReplaces() throws IOException {
        Path path = folder.resolve("a/b c/ü.bin");
        AtomicFile.write(path, out -> out.write(OLD));
        AtomicFile.write(path, out -> out.write(NEW));
        assertArrayEquals(NEW, Files.readAllBytes(path));
        assertOnly(path);
    }

    /** A program that reads it under a file name other than the owner's must not be locked out. */
    @Test
    void filesHaveTheUsualPermissions() throws IOException {
        Path usual = Files.write(folder.resolve("usual"), OLD), path = folder.resolve("atomic");
        AtomicFile.write(path, out -> out.write(NEW));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix"))
            assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(path));
    }

    @Test
    void failureLeavesTheOldFileAlone() throws IOException {
        Path path = Files.write(folder.resolve("kept.bin"), OLD);
        String message = assertThrows(
                        InputException.class,
                        () -> AtomicFile.write(path, out -> {
                            out.write(NEW);
                            throw new IOException("No space left on device");
                        }))
                .getMessage();
        assertEquals(
                path + " cannot be written: No space left on device; give a file in a folder that can be written.",
                message);
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(path, out -> {
                    throw new IllegalStateException("a fault in the program");
                }));
        assertArrayEquals(OLD, Files.readAllBytes(path));
        assertOnly(path);
    }

    @Test
    void saysWhyAFolderCannotBeWritten() throws IOException {
        Path file = Files.write(folder.resolve("file"), OLD);
        for (String below : List.of("x.bin", "sub/x.bin")) {
            Path path = file.resolve(below);
            String message = assertThrows(InputException.class, () -> AtomicFile.write(path, out -> out.write(NEW)))
                    .getMessage();
            assertTrue(message.startsWith(path + " cannot be written: "), message);
            assertTrue(message.endsWith("; give a file in a folder that can be written."), message);
        }
        String message = assertThrows(InputException.class, () -> AtomicFile.write(folder, out -> out.write(NEW)))
                .getMessage();
        assertTrue(message.startsWith(folder + " cannot be written because it is a folder"), message);
        assertOnly(file);
    }

    private static void assertOnly(Path path) throws IOException {
        try (var files = Files.list(path.getParent())) {
            assertEquals(List.of(path), files.toList());
        }
    }
}
