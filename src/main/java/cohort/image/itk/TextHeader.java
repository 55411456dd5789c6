package cohort.image.itk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The lines of text that a file begins with.
 *
 * @param lines without their ends, up to the last line of the header or of the file
 * @param size bytes that they take
 * @param ended whether the last line of the header was met
 */
record TextHeader(List<String> lines, long size, boolean ended) {

    /** Room for some thousand directions of diffusion; what continues beyond this is no text. */
    private static final int SIZE_MAX = 1 << 20;

    /**
     * Reads lines.
     *
     * @param last tells the last line of the header
     * @throws IllegalArgumentException if the header has no end
     */
    static TextHeader read(Path path, Predicate<String> last) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long size = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (int b; (b = in.read()) >= 0; ) {
                if (++size > SIZE_MAX)
                    throw new IllegalArgumentException("found no end of the header within " + SIZE_MAX
                            + " bytes, expected lines of text; the file is damaged or of another kind");
                if (b != '\n') line.write(b);
                else if (last.test(add(lines, line))) return new TextHeader(lines, size, true);
            }
        }
        boolean ended = line.size() > 0 && last.test(add(lines, line));
        return new TextHeader(lines, size, ended);
    }

    private static String add(List<String> lines, ByteArrayOutputStream bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        return lines.get(lines.size() - 1);
    }

    /**
     * The place after some more lines.
     *
     * @param from bytes before the first of them
     * @param lines their number
     * @throws IllegalArgumentException if the file has fewer
     */
    static long skip(Path path, long from, long lines) throws IOException {
        if (lines == 0) return from;
        long at = from, left = lines;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            in.skipNBytes(from);
            for (int b; left > 0 && (b = in.read()) >= 0; at++) if (b == '\n') left--;
        }
        if (left > 0)
            throw new IllegalArgumentException("found the end of the file after " + (lines - left) + " of the " + lines
                    + " lines to skip, expected voxels after them; the file is truncated or its header damaged");
        return at;
    }
}
