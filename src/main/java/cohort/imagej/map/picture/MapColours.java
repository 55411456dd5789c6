package cohort.imagej.map.picture;

import cohort.figure.colour.ColourMap;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Which colour a value of a map has on the screen. */
public final class MapColours {
    private static final int OPAQUE = 0xFF000000;

    private final int[] table;
    private final double min, max, scale;
    private final int zero; // black in maps of both signs; the least values share its place

    /**
     * @param table colours, opaque ARGB
     * @param min value that takes the first colour
     * @param max value that takes the last colour
     */
    public MapColours(int[] table, double min, double max) {
        this.table = table.clone();
        this.min = min;
        this.max = max;
        scale = table.length / (max - min);
        zero = (int) Math.floor(-min * scale);
    }

    /** The colours of figures over a range. */
    public static MapColours of(ColourMap colours, double min, double max) {
        return new MapColours(colours.table(), min, max);
    }

    /** The lookup table and display range that ImageJ has for an image now. */
    public static MapColours of(ImageProcessor image) {
        LUT lut = image.getLut();
        int[] table = new int[256];
        for (int c = 0; c < table.length; c++) table[c] = OPAQUE | lut.getRGB(c);
        return new MapColours(table, image.getMin(), image.getMax());
    }

    /** The value that takes the first colour. */
    public double min() {
        return min;
    }

    /** The value that takes the last colour. */
    public double max() {
        return max;
    }

    /** The colour of a finite value; values outside the display range take the colour of the nearer end. */
    public int of(double value) {
        int colour = (int) Math.max(0, Math.min(table.length - 1, (value - min) * scale));
        return table[value > 0 && colour == zero ? Math.min(zero + 1, table.length - 1) : colour];
    }
}
