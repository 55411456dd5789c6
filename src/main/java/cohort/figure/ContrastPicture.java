package cohort.figure;

import cohort.design.Contrast;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The weights of a contrast as cells, with the numbers in them where there is room. Lengths are in points. */
final class ContrastPicture {
    private static final double WIDTH = 360;

    private final Contrast contrast;
    private final MatrixSheet sheet;
    private final double cellWidth, most;
    private final Lettering small = new Lettering(7.5);

    ContrastPicture(List<String> columns, Contrast contrast) {
        this.contrast = contrast;
        double[][] rows = contrast.rows();
        most = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
        cellWidth = Math.max(4, Math.min(32, WIDTH / columns.size()));
        List<String> names = rows.length == 1
                ? List.of("t")
                : IntStream.rangeClosed(1, rows.length)
                        .mapToObj(r -> "F, row " + r)
                        .toList();
        BufferedImage cells = new BufferedImage(columns.size(), rows.length, BufferedImage.TYPE_INT_ARGB);
        for (int r = 0; r < rows.length; r++)
            for (int c = 0; c < columns.size(); c++) cells.setRGB(c, r, colour(rows[r][c]));
        sheet = new MatrixSheet(columns, names, cells, cellWidth, 15);
    }

    private int colour(double weight) {
        return ColourMap.RDBU.rgb(most > 0 ? 0.5 + 0.38 * weight / most : 0.5);
    }

    Figure figure() {
        return new Figure((int) Math.ceil(sheet.right()), (int) Math.ceil(sheet.bottom()), this::paint);
    }

    private void paint(Graphics2D g) {
        sheet.paint(g);
        double[][] rows = contrast.rows();
        for (int r = 0; r < rows.length; r++)
            for (int c = 0; c < rows[r].length; c++) {
                String text = Numbers.text(rows[r][c]);
                boolean dark = Math.abs(rows[r][c]) > 0.6 * most;
                if (small.width(text) < cellWidth - 1)
                    small.draw(
                            g,
                            text,
                            sheet.column(c),
                            sheet.row(r) + small.capHeight() / 2,
                            0.5,
                            dark ? Color.WHITE : Ink.TEXT);
            }
    }
}
