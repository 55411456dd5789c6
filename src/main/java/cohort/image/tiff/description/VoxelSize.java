package cohort.image.tiff.description;

import cohort.image.LengthUnit;
import cohort.image.tiff.field.Directory;
import cohort.image.tiff.field.Tag;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The size of a voxel as the file states it, or 1 mm.
 *
 * @param x to the right, in mm
 * @param y down, in mm
 * @param z from slice to slice, in mm
 * @param remark why it is taken as 1 mm, a sentence; empty if it is stated
 */
public record VoxelSize(double x, double y, double z, String remark) {
    private static final int INCH = 2, CENTIMETRE = 3;

    /** Dots an inch that programs write for want of a size. */
    private static final Set<Long> PRINT =
            Set.of(72L, 75L, 96L, 100L, 120L, 144L, 150L, 200L, 240L, 300L, 400L, 600L, 1200L);

    private static final Set<String> NO_UNIT = Set.of("", "pixel", "pixels");

    /** @throws IllegalArgumentException if a size is no number above 0 */
    public VoxelSize {
        for (double mm : new double[] {x, y, z})
            if (!(mm > 0) || Double.isInfinite(mm))
                throw new IllegalArgumentException("found voxels of " + x + " x " + y + " x " + z
                        + " mm, expected sizes above 0; correct them with Image>Properties in ImageJ"
                        + " and save the file again");
    }

    /** A size that the file states. */
    static VoxelSize of(double x, double y, double z) {
        return new VoxelSize(x, y, z, "");
    }

    /**
     * 1 mm for want of a size.
     *
     * @param why follows on what was found, e.g. {@code states no unit of length}
     */
    static VoxelSize unknown(String why) {
        return new VoxelSize(1, 1, 1, "the file " + why + "; a voxel is taken as 1 x 1 x 1 mm.");
    }

    public boolean isStated() {
        return remark.isEmpty();
    }

    /**
     * By TIFF's resolution, which counts if it is none of print and there is but one slice or the distance of the slices is
     * known.
     *
     * @param spacing of the slices in the unit of the resolution
     * @param slices of a volume
     */
    static VoxelSize ofResolution(Directory d, OptionalDouble spacing, int slices) throws IOException {
        long unit = d.number(Tag.RESOLUTION_UNIT, INCH);
        Optional<Double> x = d.ratio(Tag.X_RESOLUTION), y = d.ratio(Tag.Y_RESOLUTION);
        if (x.isEmpty() || y.isEmpty() || unit != INCH && unit != CENTIMETRE)
            return unknown("states no size of a voxel");
        double mm = unit == INCH ? 25.4 : 10;
        double dots = x.get() * 25.4 / mm;
        if (PRINT.contains(Math.round(dots)) && Math.abs(dots - Math.rint(dots)) < 0.01)
            return unknown("states only a print resolution (" + Math.round(dots) + " dpi)");
        if (slices > 1 && spacing.isEmpty())
            return unknown("states the size of a pixel, but not the distance of the slices");
        return of(mm / x.get(), mm / y.get(), mm * Math.abs(spacing.orElse(1)));
    }

    /**
     * How many mm a unit is; none for pixels.
     *
     * @throws IllegalArgumentException if it is no length that is known here
     */
    static OptionalDouble millimetres(String unit) {
        if (NO_UNIT.contains(unit.strip().toLowerCase(Locale.ROOT))) return OptionalDouble.empty();
        OptionalDouble mm = LengthUnit.inMillimetres(unit);
        if (mm.isPresent()) return mm;
        throw new IllegalArgumentException("found a size in \"" + unit.replaceAll("\\p{Cntrl}", " ")
                + "\", expected mm, cm, m, inch, micron or nm; set the unit with Image>Properties in ImageJ and"
                + " save the"
                + " file again");
    }
}
