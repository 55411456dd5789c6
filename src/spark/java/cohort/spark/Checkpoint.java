package cohort.spark;

import cohort.InputException;
import cohort.files.IOReason;
import cohort.files.Sha256;
import cohort.permute.executor.BlockResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that keeps what blocks of shuffles gave until the run has ended, so that a second run of the same question need not
 * make them again. What was asked, and of which bytes, gives the folder its name; a file bears the number of its first shuffle, and
 * its own digest before its content, so that one that was cut off is made again.
 */
final class Checkpoint {
    /** Of SHA-256 in hexadecimal. */
    private static final int DIGEST = 64;

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            BlockResult.class.getName() + ";maxarray=" + Integer.MAX_VALUE + ";!*");

    private final Path folder;

    private Checkpoint(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if need be.
     *
     * @param in the folder that the user names
     * @param question what is asked, and of which bytes
     * @throws InputException if it cannot be made
     */
    static Checkpoint open(Path in, String question) {
        MessageDigest digest = Sha256.begin();
        digest.update(question.getBytes(StandardCharsets.UTF_8));
        Path folder = in.resolve("cohort-" + Sha256.end(digest).substring(0, 32));
        try {
            return new Checkpoint(Files.createDirectories(folder));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** What a block gave, if an earlier run made it: as many shuffles from the same one on. */
    Optional<BlockResult> find(int first, int shuffles) {
        Path file = file(first);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            BlockResult block = parse(Files.readAllBytes(file));
            return Optional.of(block)
                    .filter(found -> found.first() == first && found.maxima()[0][0].length == shuffles);
        } catch (IOException | ClassNotFoundException e) { // cut off or damaged: it is made again
            return Optional.empty();
        }
    }

    private static BlockResult parse(byte[] bytes) throws IOException, ClassNotFoundException {
        if (bytes.length < DIGEST
                || !new String(bytes, 0, DIGEST, StandardCharsets.US_ASCII).equals(digest(bytes, DIGEST)))
            throw new InvalidObjectException("other bytes than were written");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes, DIGEST, bytes.length))) {
            in.setObjectInputFilter(KNOWN);
            return (BlockResult) in.readObject();
        }
    }

    /** @throws InputException if it cannot be written */
    void keep(BlockResult block) {
        Path file = file(block.first()), part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(block);
            }
            byte[] content = bytes.toByteArray();
            ByteArrayOutputStream whole = new ByteArrayOutputStream(DIGEST + content.length);
            whole.writeBytes(digest(content, 0).getBytes(StandardCharsets.US_ASCII));
            whole.writeBytes(content);
            Files.write(part, whole.toByteArray());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Lets go of all that was kept, since the results are written. */
    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private Path file(int first) {
        return folder.resolve("shuffles-" + first);
    }

    private static String digest(byte[] bytes, int from) {
        MessageDigest digest = Sha256.begin();
        digest.update(bytes, from, bytes.length - from);
        return Sha256.end(digest);
    }

    private static InputException unwritable(Path folder, IOException e) {
        return new InputException(
                "checkpoint: the folder " + folder + " cannot be written (" + IOReason.of(e)
                        + "), expected one where files may be made; give another.",
                e);
    }
}
