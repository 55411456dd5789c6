package cohort.figure.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.Beyond;
import cohort.figure.Figures;
import cohort.figure.colour.ColourMap;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Style;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignPictureTest {
    private static final double SCALE = 4;
    private static final DesignMatrix DESIGN = new DesignMatrix(
            List.of("intercept", "patient", "age"),
            new double[][] {{1, 1, 20}, {1, 1, 60}, {1, 0, 30}, {1, 0, 40}},
            List.of("a", "b", "c", "d"));
    private static final Contrast T = new Contrast("age", "age", new double[][] {{0, -0.5, 1}});

    private static int cell(BufferedImage image, Rectangle2D area, int row, int column) {
        double x = area.getX() + (column + 0.5) * area.getWidth() / 3;
        double y = area.getY() + (row + 0.5) * area.getHeight() / 4;
        return image.getRGB((int) (SCALE * x), (int) (SCALE * y));
    }

    @Test
    void eachColumnHasColoursFromItsLeastToItsGreatestValue() {
        DesignPicture picture = DesignPicture.of(DESIGN, List.of(T), true, Style.DEFAULT);
        BufferedImage image = picture.figure().toImage(SCALE);
        double[][] expected = {{1, 1, 0}, {1, 1, 1}, {1, 0, 0.25}, {1, 0, 0.5}};
        for (int r = 0; r < 4; r++)
            for (int c = 0; c < 3; c++)
                assertEquals(
                        Integer.toHexString(ColourMap.VIRIDIS.rgb(expected[r][c])),
                        Integer.toHexString(cell(image, picture.area(), r, c)),
                        "row " + r + ", column " + c);
    }

    @Test
    void weightsAreRedAndBlueAboveTheirRegressors() {
        DesignPicture picture = DesignPicture.of(DESIGN, List.of(T), true, Style.DEFAULT);
        BufferedImage image = picture.figure().toImage(SCALE);
        Rectangle2D area = picture.area();
        int[] rgb = new int[3];
        for (int c = 0; c < 3; c++) {
            // The upper left corner of the cell, which no number covers.
            double x = area.getX() + c * area.getWidth() / 3 + 2, y = area.getY() - 6 - 15 + 2;
            rgb[c] = image.getRGB((int) (SCALE * x), (int) (SCALE * y));
        }
        assertEquals(ColourMap.RDBU.rgb(0.5), rgb[0]);
        assertTrue((rgb[1] & 0xFF) > (rgb[1] >> 16 & 0xFF) + 60, "blue: " + Integer.toHexString(rgb[1]));
        assertTrue((rgb[2] >> 16 & 0xFF) > (rgb[2] & 0xFF) + 60, "red: " + Integer.toHexString(rgb[2]));
    }

    @Test
    void namesAndNumbersAreText() {
        String svg = Figures.toSvg(Figures.designMatrix(DESIGN, List.of(T)));
        for (String text : List.of("intercept", "patient", "age", "a", "d", "t: age", "\u22120.5", "60", "20", "least"))
            assertTrue(svg.contains(">" + text + "</text>"), text);
        String only = Figures.toSvg(Figures.contrast(DESIGN, T));
        assertTrue(only.contains(">patient</text>") && !only.contains(">60</text>"));
    }

    /** Of pairs of cells the first words are alike, and not all of them fit. */
    @Test
    void contrastsOfCellsAreCalledByTheirNames() {
        Contrast pair = new Contrast(
                "patientMinusControl", "cell(group='patient') - cell(group='control')", new double[][] {{0, 1, 0}});
        assertTrue(
                Figures.toSvg(Figures.designMatrix(DESIGN, List.of(pair))).contains(">t: patientMinusControl</text>"));
    }

    @Test
    void nothingIsCutHoweverManyThereAre() {
        for (int p : new int[] {1, 40, 200})
            for (int n : new int[] {1, 30, 2000}) {
                List<String> columns = IntStream.range(0, p)
                        .mapToObj(c -> "quite_a_long_name_of_a_regressor_" + c)
                        .toList();
                List<String> ids =
                        IntStream.range(0, n).mapToObj(r -> "subject-" + r).toList();
                DesignMatrix design = new DesignMatrix(columns, new double[n][p], ids);
                Contrast contrast = new Contrast("f", "a long text of a contrast of two rows", new double[2][p]);
                Figure figure = Figures.designMatrix(design, List.of(contrast));
                assertEquals(0, Beyond.ink(figure), p + " x " + n);
                assertTrue(figure.width() < 1200 && figure.height() < 700, figure.width() + " x " + figure.height());
            }
    }

    @Test
    void aContrastOfAnotherDesignIsRefused() {
        Contrast two = new Contrast("x", "x", new double[][] {{1, 0}});
        String message = assertThrows(InputException.class, () -> Figures.contrast(DESIGN, two))
                .getMessage();
        assertEquals(
                "contrast: found 2 weights for the 3 regressors intercept, patient, age, expected one for each.",
                message);
        assertThrows(
                InputException.class,
                () -> Figures.designMatrix(new DesignMatrix(List.of(), new double[0][0], List.of())));
    }
}
