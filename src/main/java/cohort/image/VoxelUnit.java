package cohort.image;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * The units in which sizes on a grid are written: mm, or µm where voxels are smaller than 0.1 mm; volumes, or areas on a grid of
 * one slice.
 *
 * @param name of the unit of length
 * @param mm how many mm it is
 * @param thickness of the one slice in mm; 0 on a grid of several
 */
public record VoxelUnit(String name, double mm, double thickness) {
    private static final double LARGEST_SMALL = 0.1;
    private static final MathContext DIGITS = new MathContext(4);
    private static final String[] NAMES = {"cm", "mm", "µm"};
    private static final double[] MILLIMETRES = {10, 1, 1e-3};

    /** The units for a grid. */
    public static VoxelUnit of(Grid grid) {
        double largest = 0, thickness = 0;
        int flat = 0;
        for (int axis = 0; axis < 3; axis++) {
            if (grid.size(axis) > 1) largest = Math.max(largest, grid.voxelSize(axis));
            else {
                flat++;
                thickness = grid.voxelSize(axis);
            }
        }
        boolean small = largest > 0 && largest < LARGEST_SMALL;
        return new VoxelUnit(small ? "µm" : "mm", small ? 1e-3 : 1, flat == 1 ? thickness : 0);
    }

    /** What volumes, or areas on a grid of one slice, are given in: {@code mm³}, {@code µm²}. */
    public String ofSizes() {
        return name + sign();
    }

    /** A volume in mm³, or on a grid of one slice the area of its voxels, in {@link #ofSizes}. */
    public double size(double mm3) {
        return amount(mm3) / power(mm);
    }

    /** A length in mm in this unit. */
    public double length(double millimetres) {
        return millimetres / mm;
    }

    /** A volume in mm³, or the area of its voxels, with four digits or more in the largest unit that shows them. */
    public String words(double mm3) {
        double amount = amount(mm3);
        int unit = 0;
        // From 1 cm³ or cm² and from 0.01 mm³ or mm² on.
        while (unit < 2 && amount < power(MILLIMETRES[unit]) * (unit == 0 ? 1 : 0.01)) unit++;
        double number = amount / power(MILLIMETRES[unit]);
        String digits = number >= 1000
                ? String.format(Locale.ROOT, "%,.0f", number)
                : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
        return digits + " " + NAMES[unit] + sign();
    }

    private double amount(double mm3) {
        return thickness > 0 ? mm3 / thickness : mm3;
    }

    private double power(double length) {
        return thickness > 0 ? length * length : length * length * length;
    }

    private String sign() {
        return thickness > 0 ? "²" : "³";
    }
}
