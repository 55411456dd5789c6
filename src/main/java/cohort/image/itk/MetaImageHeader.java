package cohort.image.itk;

import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.LengthUnit;
import cohort.image.stored.DataType;
import cohort.image.stored.Scaling;
import cohort.image.stored.StoredBytes;
import cohort.image.stored.VoxelLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a MetaImage header that matter for reading ("MetaIO", itk.org), which lies as ITK 5 reads it: positions
 * in LPS, the rows of the matrix the directions of the axes, the offset the place of the first voxel whatever the centre
 * of rotation.
 */
final class MetaImageHeader {
    /** The line that ends the header; a file may go on after it. */
    private static final String LAST = "ElementDataFile";

    private static final List<String> MATRIX = List.of("TransformMatrix", "Rotation", "Orientation"),
            OFFSET = List.of("Offset", "Position", "Origin"),
            SIZE = List.of("ElementSpacing"),
            SIZE_WITHOUT_GAPS = List.of("ElementSize"),
            MSB = List.of("BinaryDataByteOrderMSB", "ElementByteOrderMSB");

    private final TextFields fields;

    private MetaImageHeader(TextFields fields) {
        this.fields = fields;
    }

    static boolean isLast(String line) {
        return name(line).equals(LAST);
    }

    /** @throws IllegalArgumentException if the lines are no header */
    static MetaImageHeader of(List<String> lines) {
        TextFields fields = new TextFields();
        for (String line : lines) if (!name(line).isEmpty()) fields.put(name(line), value(line));
        if (!fields.has("NDims")
                || !fields.has(LAST)
                || !fields.text("ObjectType").orElse("Image").equals("Image"))
            throw new IllegalArgumentException("found no header of MetaImage, expected lines of text from ObjectType ="
                    + " Image to " + LAST + "; the file is damaged or of another kind");
        return new MetaImageHeader(fields);
    }

    /** A colon stands for the equals sign where there is none. */
    private static int separator(String line) {
        return line.indexOf('=') < 0 ? line.indexOf(':') : line.indexOf('=');
    }

    private static String name(String line) {
        return separator(line) < 0 ? "" : line.substring(0, separator(line)).strip();
    }

    private static String value(String line) {
        return line.substring(separator(line) + 1).strip();
    }

    TextFields fields() {
        return fields;
    }

    /** Whether the voxels are in another file. */
    boolean isDetached() {
        if (fields.namesSeveralFiles(LAST)) throw fields.wrong(LAST, "LOCAL or one file of voxels");
        return !fields.required(LAST).equalsIgnoreCase("LOCAL");
    }

    boolean isPacked() {
        return flag(List.of("CompressedData"));
    }

    /** Bytes of the file before the voxels, 0 if it does not say, -1 if they are its last. */
    long headerSize() {
        long size = fields.whole("HeaderSize", 0);
        if (size < -1 || size == -1 && isPacked())
            throw fields.wrong("HeaderSize", "a number from 0, or -1 for raw voxels at the end of the file");
        return size;
    }

    /**
     * How the voxels lie in the file of voxels.
     *
     * @param data those bytes
     */
    VoxelLayout layout(StoredBytes data) {
        int n = fields.inRange("NDims", 3, 4);
        int[] sizes = fields.sizes("DimSize", n);
        requireNumbersToRead();
        HeaderNotes notes = HeaderNotes.of(fields.note("Comment"));
        ByteOrder order = flag(MSB) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        VoxelLayout layout =
                new VoxelLayout(grid(sizes, n), n == 4 ? sizes[3] : 1, type(), order, 0, Scaling.NONE, notes);
        return headerSize() < 0 ? layout.withOffset(layout.offsetAtEnd(data.size())) : layout;
    }

    private void requireNumbersToRead() {
        if (fields.whole("ElementNumberOfChannels", 1) != 1)
            throw fields.wrong("ElementNumberOfChannels", "1, one value per voxel");
        if (fields.has("BinaryData") && !flag(List.of("BinaryData")))
            throw fields.wrong("BinaryData", "True, since values stored as text cannot be read");
        // To be applied by their names, which ITK does not do: what a file means by others cannot be known.
        requireUnused("ElementToIntensityFunctionSlope", 1);
        requireUnused("ElementToIntensityFunctionOffset", 0);
    }

    private void requireUnused(String name, double unused) {
        if (fields.has(name) && fields.numbers(name, 1)[0] != unused)
            throw fields.wrong(name, (int) unused + ", since not all programs apply others");
    }

    private Grid grid(int[] sizes, int n) {
        double[] spacing = first(SIZE)
                .or(() -> first(SIZE_WITHOUT_GAPS))
                .map(name -> fields.numbers(name, n))
                .orElseThrow(() -> new IllegalArgumentException(
                        "found no ElementSpacing in the header, expected the size of a voxel; add the line"));
        double[] matrix = first(MATRIX).map(name -> matrix(name, n)).orElseGet(() -> identity(n));
        double[] offset = first(OFFSET).map(name -> fields.numbers(name, n)).orElseGet(() -> new double[n]);
        double[][] steps = new double[3][3];
        for (int a = 0; a < 3; a++) for (int r = 0; r < 3; r++) steps[a][r] = spacing[a] * matrix[n * a + r];
        return PatientSpace.LPS.grid(sizes, steps, offset, millimetres());
    }

    private double[] matrix(String name, int n) {
        double[] matrix = fields.numbers(name, n * n);
        for (int a = 0; a < 3 && n == 4; a++)
            if (matrix[4 * a + 3] != 0 || matrix[12 + a] != 0)
                throw fields.wrong(name, "directions of space that are not mixed with the fourth axis");
        return matrix;
    }

    /** A file that gives no directions may still say how it lies; ITK's own axes are its RAI. */
    private double[] identity(int n) {
        String letters = fields.text("AnatomicalOrientation").orElse("RAI");
        if (!letters.equals("RAI") && !letters.startsWith("?"))
            throw fields.wrong("AnatomicalOrientation", "a TransformMatrix beside it");
        double[] matrix = new double[n * n];
        for (int a = 0; a < n; a++) matrix[(n + 1) * a] = 1;
        return matrix;
    }

    private double millimetres() {
        String unit = fields.text("DistanceUnits").orElse("mm");
        return unit.startsWith("?")
                ? 1
                : LengthUnit.inMillimetres(unit).orElseThrow(() -> fields.wrong("DistanceUnits", "mm, cm or um"));
    }

    /** The name under which a field with several names stands; all that are there must agree. */
    private Optional<String> first(List<String> names) {
        List<String> there = names.stream().filter(fields::has).toList();
        for (String other : there)
            if (!fields.words(other).equals(fields.words(there.get(0))))
                throw fields.wrong(other, "the same as in " + there.get(0));
        return there.stream().findFirst();
    }

    private boolean flag(List<String> names) {
        return first(names)
                .map(name -> switch (fields.required(name).toLowerCase(Locale.ROOT)) {
                    case "true", "t", "1" -> true;
                    case "false", "f", "0" -> false;
                    default -> throw fields.wrong(name, "True or False");
                })
                .orElse(false);
    }

    private DataType type() {
        return switch (fields.required("ElementType")) {
            case "MET_CHAR" -> DataType.INT8;
            case "MET_UCHAR" -> DataType.UINT8;
            case "MET_SHORT" -> DataType.INT16;
            case "MET_USHORT" -> DataType.UINT16;
            case "MET_INT", "MET_LONG" -> DataType.INT32;
            case "MET_UINT", "MET_ULONG" -> DataType.UINT32;
            case "MET_LONG_LONG" -> DataType.INT64;
            case "MET_ULONG_LONG" -> DataType.UINT64;
            case "MET_FLOAT" -> DataType.FLOAT32;
            case "MET_DOUBLE" -> DataType.FLOAT64;
            default -> throw fields.wrong("ElementType", "integers of up to 64 bits, MET_FLOAT or MET_DOUBLE");
        };
    }
}
