package cohort.imagej.map;

import cohort.image.screen.ScreenAxes;
import cohort.imagej.map.picture.Background;
import cohort.imagej.map.picture.MapColours;
import ij.process.FloatProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Paints slices of a map: a voxel that passes the threshold in its colour, the background at all others, at the fineness
 * of the screen.
 *
 * @param screen how the map lies on the screen
 * @param evidence which values pass
 * @param look threshold and background
 */
record MapPainter(ScreenAxes screen, ShownEvidence evidence, Look look) {
    /**
     * A slice as a picture.
     *
     * @param slice the map's values, with their colours and display range
     * @param under the background of the slice, 0xRRGGBB, at the zoom; left as it is
     * @param zoom pixels of the picture along the side of a voxel
     */
    BufferedImage paint(FloatProcessor slice, int[] under, int zoom) {
        int width = screen.width() * zoom, height = screen.height() * zoom;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        System.arraycopy(under, 0, rgb, 0, rgb.length);
        MapColours colours = MapColours.of(slice);
        float[] values = (float[]) slice.getPixels();
        double threshold = look.threshold();
        for (int y = 0, v = 0; y < screen.height(); y++)
            for (int x = 0; x < screen.width(); x++, v++) {
                float value = values[v];
                if (!evidence.shows(value, threshold)) continue;
                int colour = colours.of(value);
                for (int row = y * zoom; row < (y + 1) * zoom; row++)
                    Arrays.fill(rgb, row * width + x * zoom, row * width + (x + 1) * zoom, colour);
            }
        return picture;
    }

    /** The background of the slice z, from 0, at a zoom: 0xRRGGBB, row by row. */
    int[] background(int z, int zoom) {
        int width = screen.width() * zoom, height = screen.height() * zoom;
        int[] rgb = new int[width * height];
        look.background().ifPresent(under -> {
            for (int row = 0; row < height; row++) paintRow(under, rgb, row, z, zoom);
        });
        return rgb;
    }

    private void paintRow(Background under, int[] rgb, int row, int z, int zoom) {
        int width = screen.width() * zoom;
        double y = (row + 0.5) / zoom - 0.5, x = -0.5 + 0.5 / zoom;
        double[] from = place(under, x, y, z), to = place(under, x + screen.width(), y, z);
        double di = (to[0] - from[0]) / width, dj = (to[1] - from[1]) / width, dk = (to[2] - from[2]) / width;
        for (int p = 0; p < width; p++) {
            int gray = under.gray(from[0] + p * di, from[1] + p * dj, from[2] + p * dk);
            rgb[row * width + p] = gray << 16 | gray << 8 | gray;
        }
    }

    private double[] place(Background under, double x, double y, double z) {
        double[] mm = screen.toMm(x, y, z);
        return under.source().grid().toVoxel(mm[0], mm[1], mm[2]);
    }
}
