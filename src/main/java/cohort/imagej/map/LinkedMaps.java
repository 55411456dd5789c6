package cohort.imagej.map;

import ij.Prefs;
import ij.WindowManager;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The maps in windows. While they are linked, all show the place that the mouse is at in one. */
final class LinkedMaps {
    /** Enough for voxels of a micron in a brain of some mm; finer places than of a nm are a rounding error of the affine. */
    private static final MathContext DIGITS = new MathContext(4);

    private static final int DECIMALS = 6;
    private static final String KEY = "cohort.linked";

    private LinkedMaps() {}

    /** Those that are open, in the order in which they were opened. */
    static List<MapImage> open() {
        int[] ids = WindowManager.getIDList();
        return ids == null
                ? List.of()
                : Arrays.stream(ids)
                        .mapToObj(WindowManager::getImage)
                        .filter(image -> image instanceof MapImage)
                        .map(image -> (MapImage) image)
                        .toList();
    }

    static boolean areLinked() {
        return Prefs.get(KEY, true);
    }

    static void link(boolean linked) {
        Prefs.set(KEY, linked);
    }

    /** Has all others follow to a position in mm. */
    static void moved(MapImage from, double[] mm) {
        ViewerPanel.find().ifPresent(panel -> panel.showValues(mm));
        if (areLinked()) for (MapImage map : open()) if (map != from) map.follow(mm);
    }

    /** E.g. {@code x=-39, y=-21, z=54.5 mm}. */
    static String words(double[] mm) {
        return "x=" + number(mm[0]) + ", y=" + number(mm[1]) + ", z=" + number(mm[2]) + " mm";
    }

    private static String number(double mm) {
        return BigDecimal.valueOf(mm)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
