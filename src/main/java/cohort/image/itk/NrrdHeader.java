package cohort.image.itk;

import cohort.image.HeaderNotes;
import cohort.image.stored.DataType;
import cohort.image.stored.Packing;
import cohort.image.stored.Scaling;
import cohort.image.stored.StoredBytes;
import cohort.image.stored.VoxelLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a NRRD header that matter for reading ("Definition of NRRD file format", teem.sourceforge.net). */
final class NrrdHeader {
    private static final Pattern MAGIC = Pattern.compile("NRRD000[1-5]");

    /** The names that are written in two ways are kept in the first of them. */
    private static final Map<String, String> KNOWN = Arrays.stream(("axis maxs,axis mins,block size,byte skip,centers,"
                            + "content,data file,dimension,encoding,endian,keys,kinds,labels,line skip,max,measurement frame,"
                            + "min,number,old max,old min,sample units,sizes,space,space dimension,space directions,"
                            + "space origin,space units,spacings,thicknesses,type,units")
                    .split(","))
            .collect(Collectors.toMap(name -> name.replace(" ", ""), Function.identity()));

    private static final Set<String> NUMBERS_IN_TEXT = Set.of("txt", "text", "ascii", "hex");

    private final TextFields fields;

    private NrrdHeader(TextFields fields) {
        this.fields = fields;
    }

    /** @throws IllegalArgumentException if the lines are no header */
    static NrrdHeader of(List<String> lines) {
        if (lines.isEmpty() || !MAGIC.matcher(lines.get(0)).matches())
            throw new IllegalArgumentException("found no header of NRRD, expected a file that begins with NRRD0001 to"
                    + " NRRD0005; the file is damaged or of another kind");
        TextFields fields = new TextFields();
        for (String line : lines.subList(1, lines.size())) put(fields, line);
        return new NrrdHeader(fields);
    }

    private static void put(TextFields fields, String line) {
        int pair = line.indexOf(":="), colon = line.indexOf(':');
        if (line.isEmpty() || line.startsWith("#") || pair >= 0 && pair == colon) return;
        String name = colon < 0
                ? null
                : KNOWN.get(line.substring(0, colon)
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .replace("centerings", "centers"));
        if (name == null)
            throw new IllegalArgumentException("found the line " + TextFields.shown(line)
                    + " in the header, expected a field of NRRD; the header is damaged");
        fields.put(name, line.substring(colon + 1).strip());
    }

    TextFields fields() {
        return fields;
    }

    /** Whether the voxels are in another file. */
    boolean isDetached() {
        if (!fields.has("data file")) return false;
        if (fields.namesSeveralFiles("data file")) throw fields.wrong("data file", "one file of voxels");
        return true;
    }

    long lineSkip() {
        long skip = fields.whole("line skip", 0);
        if (skip < 0) throw fields.wrong("line skip", "a number from 0");
        return skip;
    }

    Packing packing() {
        String encoding = fields.required("encoding").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "raw" -> Packing.NONE;
            case "gz", "gzip" -> Packing.GZIP;
            default ->
                throw fields.wrong(
                        "encoding",
                        "raw or gzip"
                                + (NUMBERS_IN_TEXT.contains(encoding)
                                        ? ", since values stored as text cannot be read"
                                        : ""));
        };
    }

    /**
     * How the voxels lie in the file of voxels.
     *
     * @param data those bytes
     */
    VoxelLayout layout(StoredBytes data) {
        NrrdAxes axes = NrrdAxes.of(fields);
        DataType type = type();
        HeaderNotes notes = HeaderNotes.of(fields.note("content"));
        VoxelLayout layout = new VoxelLayout(axes.grid(), axes.volumes(), type, order(type), 0, Scaling.NONE, notes);
        return layout.withOffset(offset(layout, data));
    }

    private long offset(VoxelLayout layout, StoredBytes data) {
        long skip = fields.whole("byte skip", 0);
        if (skip >= 0) return skip;
        if (skip < -1 || data.isPacked())
            throw fields.wrong("byte skip", "a number from 0, or -1 for raw voxels at the end of the file");
        return layout.offsetAtEnd(data.size());
    }

    private ByteOrder order(DataType type) {
        if (type.bytes() == 1) return ByteOrder.LITTLE_ENDIAN;
        return switch (fields.required("endian").toLowerCase(Locale.ROOT)) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw fields.wrong("endian", "little or big");
        };
    }

    private DataType type() {
        return switch (fields.required("type").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
            case "signed char", "int8", "int8_t" -> DataType.INT8;
            case "uchar", "unsigned char", "uint8", "uint8_t" -> DataType.UINT8;
            case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> DataType.INT16;
            case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> DataType.UINT16;
            case "int", "signed int", "int32", "int32_t" -> DataType.INT32;
            case "uint", "unsigned int", "uint32", "uint32_t" -> DataType.UINT32;
            case "longlong",
                    "long long",
                    "long long int",
                    "signed long long",
                    "signed long long int",
                    "int64",
                    "int64_t" -> DataType.INT64;
            case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" -> DataType.UINT64;
            case "float" -> DataType.FLOAT32;
            case "double" -> DataType.FLOAT64;
            default -> throw fields.wrong("type", "integers of up to 64 bits, float or double");
        };
    }
}
