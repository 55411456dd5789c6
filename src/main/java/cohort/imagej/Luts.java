package cohort.imagej;

import cohort.figure.ColourMap;
import ij.process.LUT;

/** Colour maps as ImageJ's lookup tables. */
final class Luts {
    private Luts() {}

    /** @throws cohort.InputException if there is no colour map of the name */
    static LUT named(String name) {
        int[] colours = ColourMap.named(name).table();
        return new LUT(channel(colours, 16), channel(colours, 8), channel(colours, 0));
    }

    private static byte[] channel(int[] colours, int shift) {
        byte[] channel = new byte[colours.length];
        for (int c = 0; c < channel.length; c++) channel[c] = (byte) (colours[c] >> shift);
        return channel;
    }
}
