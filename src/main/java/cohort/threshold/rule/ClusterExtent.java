package cohort.threshold.rule;

import cohort.InputException;
import cohort.image.Grid;
import cohort.text.Numbers;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least size of a cluster.
 *
 * @param amount voxels or mm³, at least 0
 * @param inMm3 whether the amount is in mm³
 */
public record ClusterExtent(double amount, boolean inMm3) {
    /** Clusters of every size. */
    public static final ClusterExtent NONE = new ClusterExtent(0, false);

    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(mm3|mm\u00b3|mm\\^3|voxels|voxel|)");

    /** Lets 300 mm³ be 10 voxels of 30 mm³, whose size is seldom exact. */
    private static final double ROUNDING = 1e-6;

    /** @throws IllegalArgumentException if the amount is negative or not finite */
    public ClusterExtent {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("an extent of " + amount);
    }

    /** @throws InputException if the text is neither a number of voxels such as {@code 20} nor one such as {@code 300mm3} */
    public static ClusterExtent parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches())
            throw new InputException("extent: found " + text
                    + ", expected a number of voxels such as 20, or of cubic millimetres such as 300mm3.");
        return new ClusterExtent(
                Double.parseDouble(matcher.group(1)), matcher.group(2).startsWith("mm"));
    }

    /** The clusters that count, e.g. {@code cluster of 20 voxels or more}. */
    public String words() {
        return amount == 0
                ? "cluster"
                : "cluster of " + Numbers.plain(amount) + (inMm3 ? " mm\u00b3" : " voxels") + " or more";
    }

    /** The least number of voxels: no cluster below has the extent. */
    int voxels(Grid grid) {
        double voxels = inMm3 ? amount / grid.voxelVolume() : amount;
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(voxels * (1 - ROUNDING)));
    }
}
