package cohort.imagej;

import ij.process.FloatProcessor;
import ij.process.LUT;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;

/**
 * Paints slices of a map: a voxel that passes the threshold in its colour, the background at all others, at the fineness
 * of the screen.
 *
 * @param screen how the map lies on the screen
 * @param evidence which values pass
 * @param look threshold and background
 */
record MapPainter(ScreenAxes screen, Evidence evidence, Look look) {
    private static final int BLACK = 0xFF000000;

    /**
     * A slice as a picture.
     *
     * @param slice the map's values, with their colours and display range
     * @param z the slice's number, from 0
     * @param zoom pixels of the picture along the side of a voxel
     */
    BufferedImage paint(FloatProcessor slice, int z, int zoom) {
        int width = screen.width() * zoom, height = screen.height() * zoom;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int[] colours = colours(slice.getLut());
        float[] values = (float[]) slice.getPixels();
        double min = slice.getMin(), scale = colours.length / (slice.getMax() - min), threshold = look.threshold();
        int zero = (int) Math.floor(-min * scale); // black in maps of both signs, and the least values share it
        int[] voxels = new int[screen.width()];
        for (int y = 0; y < screen.height(); y++) {
            for (int x = 0; x < voxels.length; x++) {
                float value = values[y * voxels.length + x];
                int colour = (int) Math.max(0, Math.min(colours.length - 1, (value - min) * scale));
                if (value > 0 && colour == zero) colour = Math.min(zero + 1, colours.length - 1);
                voxels[x] = evidence.shows(value, threshold) ? colours[colour] : 0;
            }
            for (int row = y * zoom; row < (y + 1) * zoom; row++) {
                paintBackground(rgb, row, z, zoom);
                for (int p = 0; p < width; p++) if (voxels[p / zoom] != 0) rgb[row * width + p] = voxels[p / zoom];
            }
        }
        return picture;
    }

    private void paintBackground(int[] rgb, int row, int z, int zoom) {
        Optional<Background> background = look.background();
        if (background.isEmpty()) return;
        Background under = background.get();
        int width = screen.width() * zoom;
        double y = (row + 0.5) / zoom - 0.5;
        double[] from = place(under, -0.5 + 0.5 / zoom, y, z),
                to = place(under, screen.width() - 0.5 + 0.5 / zoom, y, z);
        for (int p = 0; p < width; p++) {
            double part = (double) p / width;
            int gray = under.gray(
                    from[0] + part * (to[0] - from[0]),
                    from[1] + part * (to[1] - from[1]),
                    from[2] + part * (to[2] - from[2]));
            rgb[row * width + p] = gray << 16 | gray << 8 | gray;
        }
    }

    private double[] place(Background under, double x, double y, double z) {
        double[] mm = screen.toMm(x, y, z);
        return under.source().grid().toVoxel(mm[0], mm[1], mm[2]);
    }

    private static int[] colours(LUT lut) {
        int[] colours = new int[256];
        for (int c = 0; c < colours.length; c++) colours[c] = BLACK | lut.getRGB(c);
        return colours;
    }
}
