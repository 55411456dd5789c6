package cohort.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What distinguishes two grids, in words. */
final class GridDifference {
    private static final String[] ENDS = {"R", "L", "A", "P", "S", "I"};

    private GridDifference() {}

    /** E.g. {@code 53 x 63 x 46 voxels instead of 91 x 109 x 91, voxels of 3 x 3 x 3 mm instead of 2 x 2 x 2 mm}. */
    static String between(Grid found, Grid expected) {
        List<String> parts = new ArrayList<>();
        add(parts, "%s voxels instead of %s", sizes(found), sizes(expected));
        add(parts, "voxels of %s mm instead of %s mm", zooms(found), zooms(expected));
        add(parts, "axes that run %s instead of %s", axes(found), axes(expected));
        if (parts.isEmpty() || parts.get(0).startsWith("axes"))
            parts.add(number(found.distance(expected)) + " mm between the same voxels where they are furthest apart");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String words, String found, String expected) {
        if (!found.equals(expected)) parts.add(String.format(Locale.ROOT, words, found, expected));
    }

    private static String sizes(Grid grid) {
        return grid.nx() + " x " + grid.ny() + " x " + grid.nz();
    }

    private static String zooms(Grid grid) {
        return number(grid.voxelSize(0)) + " x " + number(grid.voxelSize(1)) + " x " + number(grid.voxelSize(2));
    }

    /** The ends of space that the axes run to, as in {@code RAS}. */
    private static String axes(Grid grid) {
        StringBuilder axes = new StringBuilder();
        for (int column = 0; column < 3; column++) {
            int most = 0;
            for (int row = 1; row < 3; row++)
                if (Math.abs(grid.affine(row, column)) > Math.abs(grid.affine(most, column))) most = row;
            axes.append(ENDS[2 * most + (grid.affine(most, column) < 0 ? 1 : 0)]);
        }
        return axes.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }
}
