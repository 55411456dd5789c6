package cohort.imagej.map.picture;

import cohort.figure.colour.ColourMap;
import ij.process.LUT;

/** Colour maps as ImageJ's lookup tables. */
public final class Luts {
    /** From what lies just beyond 0 to the ends: clear of the grays of a background, at low thresholds too. */
    private static final int[] HOT = {0x8C0000, 0xD81000, 0xFF4A00, 0xFF9A00, 0xFFD800, 0xFFFF9A};

    private static final int[] COLD = {0x00008C, 0x0010D8, 0x004AFF, 0x009AFF, 0x00D8FF, 0x9AFFFF};

    private Luts() {}

    /**
     * The table of a name: {@code hot} from red to yellow for maps of one sign, {@code hot-reversed}, {@code cold-hot}
     * with blue to cyan for values below 0 as well, all black at the weak end, or one of the figures' colour maps.
     *
     * @throws cohort.InputException if there is no colour map of the name
     */
    public static LUT named(String name) {
        int[] colours =
                switch (name) {
                    case "hot" -> hot();
                    case "hot-reversed" -> reversed(hot());
                    case "cold-hot" -> coldHot();
                    default -> ColourMap.named(name).table();
                };
        return new LUT(channel(colours, 16), channel(colours, 8), channel(colours, 0));
    }

    private static int[] hot() {
        int[] table = new int[256];
        for (int c = 1; c < 256; c++) table[c] = between(HOT, (c - 1) / 254.0);
        return table;
    }

    private static int[] coldHot() {
        int[] table = new int[256];
        for (int c = 1; c < 128; c++) {
            table[128 + c] = between(HOT, (c - 1) / 126.0);
            table[128 - c] = between(COLD, (c - 1) / 126.0);
        }
        table[0] = table[1];
        return table;
    }

    private static int[] reversed(int[] table) {
        int[] reversed = new int[table.length];
        for (int c = 0; c < table.length; c++) reversed[c] = table[table.length - 1 - c];
        return reversed;
    }

    private static int between(int[] points, double part) {
        double place = part * (points.length - 1);
        int below = Math.min((int) place, points.length - 2), rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = points[below] >> shift & 0xFF, b = points[below + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(a + (place - below) * (b - a)) << shift;
        }
        return rgb;
    }

    private static byte[] channel(int[] colours, int shift) {
        byte[] channel = new byte[colours.length];
        for (int c = 0; c < channel.length; c++) channel[c] = (byte) (colours[c] >> shift);
        return channel;
    }
}
