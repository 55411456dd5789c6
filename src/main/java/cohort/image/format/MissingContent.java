package cohort.image.format;

import cohort.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that stand for others whose content is elsewhere, and empty ones. */
final class MissingContent {
    private static final int LONGEST = 1 << 15;
    private static final String LFS = "version https://git-lfs", ANNEX = "/annex/objects/";

    private MissingContent() {}

    /** @throws InputException if the path is a link to nothing, or the file is empty or stands for another */
    static void refuse(Path path) throws IOException {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) throw deadLink(path);
        if (!Files.isRegularFile(path)) return;
        if (Files.size(path) == 0)
            throw new InputException(path
                    + ": found an empty file, expected an image; it was not copied completely; copy or"
                    + " create it again.");
        if (Files.size(path) > LONGEST) return;
        String start;
        try (InputStream in = Files.newInputStream(path)) {
            start = new String(in.readNBytes(LFS.length()), StandardCharsets.ISO_8859_1);
        }
        if (start.startsWith(ANNEX)) throw annex(path);
        if (start.startsWith(LFS))
            throw new InputException(
                    path + ": found a pointer of Git LFS, whose content is not here, expected an image;"
                            + " fetch it with git lfs pull.");
    }

    private static InputException deadLink(Path path) throws IOException {
        Path target = Files.readSymbolicLink(path);
        return target.toString().replace('\\', '/').contains(ANNEX)
                ? annex(path)
                : new InputException(path + ": found a link to " + target + ", which is not there, expected an image;"
                        + " correct the link.");
    }

    private static InputException annex(Path path) {
        return new InputException(path + ": found a pointer of git-annex, whose content is not here, expected an image;"
                + " fetch it with git annex get (datalad get).");
    }
}
