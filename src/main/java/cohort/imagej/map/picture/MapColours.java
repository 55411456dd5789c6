package cohort.imagej.map.picture;

import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Which colour a value of a map has on the screen.
 *
 * @param table 256 colours, opaque ARGB
 * @param min value that takes the first colour
 * @param max value that takes the last colour
 */
public record MapColours(int[] table, double min, double max) {
    private static final int OPAQUE = 0xFF000000;

    /** The lookup table and display range that ImageJ has for an image now. */
    public static MapColours of(ImageProcessor image) {
        LUT lut = image.getLut();
        int[] table = new int[256];
        for (int c = 0; c < table.length; c++) table[c] = OPAQUE | lut.getRGB(c);
        return new MapColours(table, image.getMin(), image.getMax());
    }

    /** The colour of a finite value; values outside the display range take the colour of the nearer end. */
    public int of(double value) {
        double scale = table.length / (max - min);
        int zero = (int) Math.floor(-min * scale); // black in maps of both signs; the least values share its place
        int colour = (int) Math.max(0, Math.min(table.length - 1, (value - min) * scale));
        return table[value > 0 && colour == zero ? Math.min(zero + 1, table.length - 1) : colour];
    }
}
