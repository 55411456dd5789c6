package cohort.files;

import cohort.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Reads a whole text file, whatever wrote it. */
public final class TextFile {
    private static final int LARGEST = 100 << 20;

    private TextFile() {}

    /** The text without its byte order mark. */
    public static String read(Path file, FilesRead files) {
        byte[] bytes = bytes(file);
        if (files.isKept()) files.add(file, file, Sha256.of(bytes));
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) throw noText(file, bytes);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw noText(file, bytes);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) throw new InputException(file + " is a folder, expected a CSV or TSV file.");
            if (Files.exists(file) && !Files.isRegularFile(file))
                throw new InputException(file + " is a device or a pipe, expected a CSV or TSV file; save one.");
            try (InputStream in = Files.newInputStream(file)) { // sizes may lie, or grow
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length <= LARGEST) return bytes;
            }
            throw new InputException(
                    file + " is larger than " + (LARGEST >> 20) + " MB, expected a CSV or TSV file; save one.");
        } catch (NoSuchFileException e) {
            throw new InputException(file + " does not exist, expected a CSV or TSV file.", e);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read (" + IOReason.of(e) + "), expected a CSV or TSV file.", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) return StandardCharsets.UTF_8;
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static InputException noText(Path file, byte[] bytes) {
        boolean zip = starts(bytes, 'P', 'K', 3, 4), ole = starts(bytes, 0xD0, 0xCF, 0x11, 0xE0);
        return new InputException(file
                + (zip || ole
                        ? " looks like a spreadsheet's own file (.xlsx, .ods or .xls), expected a CSV or TSV; save it as"
                                + " CSV UTF-8 from the spreadsheet."
                        : " is not a text file in UTF-8, expected a CSV or TSV; save it as CSV UTF-8."));
    }

    private static boolean starts(byte[] bytes, int... first) {
        return bytes.length >= first.length
                && IntStream.range(0, first.length).allMatch(i -> (bytes[i] & 0xFF) == first[i]);
    }
}
