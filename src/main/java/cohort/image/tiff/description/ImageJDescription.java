package cohort.image.tiff.description;

import cohort.image.ReadingOptions;
import cohort.image.stored.Scaling;
import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.Tag;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The lines {@code key=value} that ImageJ writes (ij.io.FileSaver), and SCIFIO after it. */
public final class ImageJDescription {
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final int STRAIGHT_LINE = 0, UNCALIBRATED = 20, CALIBRATED_BITS = 16;

    private final Map<String, String> lines = new HashMap<>();

    public ImageJDescription(String text) {
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0)
                lines.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
        }
    }

    public static boolean isOfImageJ(String text) {
        return text.startsWith("ImageJ=") || text.startsWith("SCIFIO=");
    }

    /** How many planes the file holds, which may be more than it lists. */
    public long images() {
        return whole("images");
    }

    Description description(Directory first, int pages, ReadingOptions options) throws IOException {
        long channels = whole("channels"), slices = whole("slices"), frames = whole("frames");
        if (channels * slices * frames == 1 && channels == 1 && slices == 1) slices = pages;
        int channel = options.index(channels);
        Planes.require(channels, slices, frames, pages);
        long longer =
                LongStream.of(channels, slices, frames).filter(size -> size > 1).count();
        if (longer > 1 && !lines.getOrDefault("order", "xyczt").matches("(xy)?czt|default"))
            throw new IllegalArgumentException("found slices, frames or channels in the order " + lines.get("order")
                    + ", expected xyczt; save the file again with a newer ImageJ");
        double[] origin = {
            number("xorigin").orElse(0),
            number("yorigin").orElse(0),
            number("zorigin").orElse(0)
        };
        return new Description(
                Planes.channel(channel, (int) channels, (int) slices, (int) frames),
                size(first, (int) slices),
                origin,
                scaling(first),
                timeStep());
    }

    private VoxelSize size(Directory first, int slices) throws IOException {
        OptionalDouble mm = VoxelSize.millimetres(unit("unit", ""));
        OptionalDouble spacing = number("spacing");
        if (mm.isEmpty() && lines.containsKey("unit")) return VoxelSize.unknown("states no unit of length");
        if (mm.isEmpty()) return VoxelSize.ofResolution(first, spacing, slices);
        double y = VoxelSize.millimetres(unit("yunit", lines.get("unit"))).orElse(1);
        double z = VoxelSize.millimetres(unit("zunit", lines.get("unit"))).orElse(1);
        return VoxelSize.of(
                mm.getAsDouble() / first.ratio(Tag.X_RESOLUTION).orElse(1.0),
                y / first.ratio(Tag.Y_RESOLUTION).orElse(1.0),
                z * Math.abs(spacing.orElse(1)));
    }

    /** What is not ASCII is written as in Java. */
    private String unit(String key, String otherwise) {
        Matcher escaped = ESCAPED.matcher(lines.getOrDefault(key, otherwise));
        return escaped.replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)));
    }

    /** ImageJ's calibration of values, which counts for integers of 8 and 16 bits. */
    private Scaling scaling(Directory first) throws IOException {
        double function = number("cf").orElse(UNCALIBRATED);
        if (function == UNCALIBRATED || first.number(Tag.BITS_PER_SAMPLE, 1) > CALIBRATED_BITS) return Scaling.NONE;
        OptionalDouble inter = number("c0"), slope = number("c1");
        if (function != STRAIGHT_LINE
                || inter.isEmpty()
                || slope.isEmpty()
                || slope.getAsDouble() == 0
                || lines.containsKey("c2")
                || lines.getOrDefault("zeroclip", "").equals("true"))
            throw new IllegalArgumentException("found a calibration of the values (cf=" + lines.get("cf")
                    + "), expected none or a straight line; apply it with Image>Type>32-bit in ImageJ"
                    + " and save the file again");
        return new Scaling(slope.getAsDouble(), inter.getAsDouble());
    }

    private double timeStep() {
        boolean seconds = lines.getOrDefault("tunit", "sec").startsWith("s");
        return seconds ? Math.max(0, number("finterval").orElse(0)) : 0;
    }

    /** 1 if there is no such line. */
    private long whole(String key) {
        String text = lines.getOrDefault(key, "1");
        if (text.matches("[1-9]\\d{0,8}")) return Long.parseLong(text);
        throw new IllegalArgumentException("found a line " + key + " that is not a number from 1 to 999999999"
                + " in ImageJ's"
                + " description; the file is damaged");
    }

    private OptionalDouble number(String key) {
        if (!lines.containsKey(key)) return OptionalDouble.empty();
        try {
            double number = Double.parseDouble(lines.get(key));
            if (Double.isFinite(number)) return OptionalDouble.of(number);
        } catch (NumberFormatException e) {
            throw noNumber(key, e);
        }
        throw noNumber(key, null);
    }

    private static IllegalArgumentException noNumber(String key, Exception cause) {
        return new IllegalArgumentException(
                "found a line " + key + " that is not a finite number in ImageJ's description; the file is damaged",
                cause);
    }
}
