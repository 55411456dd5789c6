package cohort.figure;

import cohort.InputException;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.chart.CarpetPicture;
import cohort.figure.chart.CarpetRows;
import cohort.figure.chart.DensityPicture;
import cohort.figure.chart.DesignPicture;
import cohort.figure.chart.DotPanel;
import cohort.figure.chart.DotPicture;
import cohort.figure.chart.NullPicture;
import cohort.figure.chart.PPicture;
import cohort.figure.chart.ScatterPicture;
import cohort.figure.glass.GlassOptions;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Pdf;
import cohort.figure.paper.Png;
import cohort.figure.paper.Style;
import cohort.figure.paper.Svg;
import cohort.figure.slice.SliceOptions;
import cohort.figure.slice.SliceSheet;
import cohort.files.AtomicFile;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Pictures of a design, of its test and of its data, and figures to files. */
public final class Figures {
    /** What maxima are called where nobody says what gave them. */
    private static final String COUNT = "count";

    /** Resolution of a file when none is asked for: sharp in print at the figure's size, yet small. */
    public static final double DPI = 200;

    private Figures() {}

    /**
     * Draws the regressors as columns of cells, subjects downwards. Each column is coloured from its own smallest to
     * its own largest value, which are written below it if there is room.
     *
     * @param design at least one subject and one regressor
     * @return the figure
     * @throws InputException if the design has no cell
     */
    public static Figure designMatrix(DesignMatrix design) {
        return designMatrix(design, List.of());
    }

    /**
     * Draws contrasts above the regressors that they weigh: see {@link #designMatrix(DesignMatrix)} and {@link #contrast}.
     *
     * @param design at least one subject and one regressor
     * @param contrasts one weight per regressor in each row; may be none
     * @return the figure
     * @throws InputException if the design has no cell or a contrast belongs to another design
     */
    public static Figure designMatrix(DesignMatrix design, List<Contrast> contrasts) {
        return designMatrix(design, contrasts, Style.DEFAULT);
    }

    /**
     * Draws {@link #designMatrix(DesignMatrix, List)} in a style.
     *
     * @param design at least one subject and one regressor
     * @param contrasts one weight per regressor in each row; may be none
     * @param style how it looks
     * @return the figure
     * @throws InputException if the design has no cell, a contrast belongs to another design or its width is too narrow
     */
    public static Figure designMatrix(DesignMatrix design, List<Contrast> contrasts, Style style) {
        if (design.size() == 0 || design.rows() == 0)
            throw new InputException("design: found " + design.rows() + " subjects and " + design.size()
                    + " regressors, expected at least one of each.");
        contrasts.forEach(contrast -> requireFit(design, contrast));
        return DesignPicture.of(design, contrasts, true, style).figure();
    }

    /**
     * Draws the weights of a contrast as cells under the names of the regressors, a row for t, several rows for F.
     *
     * @param design of which the regressors are named
     * @param contrast one weight per regressor in each row
     * @return the figure
     * @throws InputException if the contrast belongs to another design
     */
    public static Figure contrast(DesignMatrix design, Contrast contrast) {
        requireFit(design, contrast);
        return DesignPicture.of(design, List.of(contrast), false, Style.DEFAULT).figure();
    }

    private static void requireFit(DesignMatrix design, Contrast contrast) {
        for (double[] row : contrast.rows())
            if (row.length != design.size())
                throw new InputException("contrast: found " + row.length + " weights for the " + design.size()
                        + " regressors " + String.join(", ", design.columns()) + ", expected one for each.");
    }

    /**
     * Draws values as dots, the groups beside each other, each with its mean and the 95 % interval of that mean.
     *
     * @param title above the frame
     * @param note below the title; may be empty
     * @param groups for each group its values, finite; at least one group with one value
     * @return the figure
     */
    public static Figure dots(String title, String note, Map<String, double[]> groups) {
        return new DotPicture(List.of(new DotPanel(title, note, groups)), 1).figure();
    }

    /**
     * Draws pairs of numbers as dots, with a line through their means.
     *
     * @param title above the frame
     * @param note below the title; may be empty
     * @param xName of the axis from left to right
     * @param x at least one finite number
     * @param y as many finite numbers
     * @param slope of the line
     * @return the figure
     */
    public static Figure scatter(String title, String note, String xName, double[] x, double[] y, double slope) {
        return new ScatterPicture(title, note, xName, x, y, slope).figure();
    }

    /**
     * What a caption of pairs must say.
     *
     * @param pairs how many
     * @return a sentence after a space; empty if every pair is drawn
     */
    public static String scatterSampling(int pairs) {
        return ScatterPicture.sampling(pairs);
    }

    /**
     * What a caption of dots must say.
     *
     * @param values in all groups
     * @return a sentence after a space; empty if every value is drawn
     */
    public static String sampling(int values) {
        return DotPanel.sampling(values);
    }

    /**
     * Draws the maxima of a map statistic over all permutations as a histogram, with the observed maximum and a line that it
     * must exceed for a family-wise corrected p of at most 0.05.
     *
     * @param statistic one of {@link cohort.permute.PermutedContrast#statistics}
     * @return the figure
     */
    public static Figure nullHistogram(CorrectedMap statistic) {
        return nullHistograms(List.of(statistic), 1);
    }

    /**
     * Draws {@link #nullHistogram(CorrectedMap)} and says what was counted.
     *
     * @param draws what gave the maxima, e.g. {@code sign flips}
     */
    public static Figure nullHistogram(CorrectedMap statistic, String draws) {
        return nullHistograms(List.of(statistic), draws, 1, Style.DEFAULT);
    }

    /**
     * Draws {@link #nullHistogram} for several statistics.
     *
     * @param statistics at least one
     * @param columns histograms in a row, at least 1
     * @return the figure
     * @throws InputException if there is no statistic or no column
     */
    public static Figure nullHistograms(List<CorrectedMap> statistics, Integer columns) {
        if (columns < 1)
            throw new InputException("columns=" + columns + " leaves no room for a picture; give 1 or more.");
        return nullHistograms(statistics, COUNT, columns, Style.DEFAULT);
    }

    /**
     * Draws {@link #nullHistogram} for several statistics, in a style.
     *
     * @param statistics at least one
     * @param draws what gave the maxima, e.g. {@code sign flips}
     * @param columns histograms in a row; 0 for two, or as many as there is room for
     * @param style how it looks
     * @return the figure
     * @throws InputException if there is no statistic, columns are below 0 or its width is too narrow
     */
    public static Figure nullHistograms(List<CorrectedMap> statistics, String draws, int columns, Style style) {
        if (statistics.isEmpty()) throw new InputException("there is no null distribution to draw; give at least one.");
        GlassOptions.requireColumns(columns);
        return NullPicture.of(statistics, draws, columns, style).figure();
    }

    /**
     * Draws slices of a map over a background, each with its position in mm; L and R where left and right are seen, and a
     * crosshair where the slices share a point. Map and background may lie on different grids: both are placed by their
     * affines, the map voxel by voxel and the background interpolated. A map without a voxel beyond the threshold is drawn
     * as its background, and the picture says so.
     *
     * @param map the values
     * @param options how the figure is drawn
     * @return the figure
     * @throws InputException if a position lies outside what is shown
     */
    public static Figure slices(Volume map, SliceOptions options) {
        return SliceSheet.of(map, options).figure();
    }

    /**
     * Draws p-values in order against those expected of as many tests where there is no effect, on logarithmic scales, with
     * the band that holds 95 % of each if the tests are independent (beta distribution of order statistics; neighbouring
     * voxels are not, so it is a guide, not a test).
     *
     * @param title what was tested, empty for nothing
     * @param p uncorrected p-values, one per voxel, in any order, 0 to 1; those that are NaN are left out
     * @return the figure; without any p-value it says so
     * @throws InputException if a value is not between 0 and 1
     */
    public static Figure pp(String title, double[] p) {
        return pp(title, p, Style.DEFAULT);
    }

    /**
     * Draws {@link #pp(String, double[])} in a style.
     *
     * @param title what was tested, empty for nothing
     * @param p uncorrected p-values, 0 to 1; those that are NaN are left out
     * @param style how it looks
     * @return the figure
     * @throws InputException if a value is not between 0 and 1 or its width is too narrow
     */
    public static Figure pp(String title, double[] p, Style style) {
        double[] values = Arrays.stream(p).filter(value -> !Double.isNaN(value)).toArray();
        for (double value : values)
            if (!(value >= 0 && value <= 1))
                throw new InputException("p: found " + value + ", expected p-values, which lie between 0 and 1.");
        return PPicture.of(title, values, style).figure();
    }

    /**
     * Draws the data of a group as a carpet: subjects downwards, voxels across (in mask order; where there are too many, one
     * of several), coloured by the difference from the median over subjects, up to three robust standard deviations. Beside
     * it stands each subject's distance from the others, outliers marked: see {@link SubjectDistances}.
     *
     * Of more than 400 subjects one of several is shown, of each run of them the one that is most unlike the others.
     *
     * @param ids the names of the subjects, in order
     * @param data the values, 2D: axis 0 the voxels, axis 1 the subjects
     * @param distances what {@link SubjectDistances#of} finds in the data
     * @return the figure
     */
    public static Figure carpet(
            List<String> ids, RandomAccessibleInterval<? extends RealType<?>> data, List<SubjectDistance> distances) {
        return carpet(ids, data, distances, Style.DEFAULT);
    }

    /**
     * Draws {@link #carpet(List, RandomAccessibleInterval, List)} in a style.
     *
     * @param ids the names of the subjects, in order
     * @param data the values, 2D: axis 0 the voxels, axis 1 the subjects
     * @param distances what {@link SubjectDistances#of} finds in the data
     * @param style how it looks
     * @return the figure
     * @throws InputException if its width is too narrow
     */
    public static Figure carpet(
            List<String> ids,
            RandomAccessibleInterval<? extends RealType<?>> data,
            List<SubjectDistance> distances,
            Style style) {
        if (data.dimension(1) != ids.size() || distances.size() != ids.size())
            throw new IllegalArgumentException(ids.size() + " names and " + distances.size() + " distances for "
                    + data.dimension(1) + " subjects");
        return CarpetPicture.of(ids, data, distances, style).figure();
    }

    /** Which of many subjects a {@link #carpet} shows, as a sentence; empty if it shows all. */
    public static String carpetRows(int subjects) {
        int every = CarpetRows.every(subjects);
        return every == 1 ? "" : "Of each run of " + every + " maps the one that is most unlike the others is shown.";
    }

    /**
     * Draws the values of two maps against each other: how many voxels lie in each cell of a grid, on a logarithmic scale of
     * grays, with the line on which both are equal. Both axes have one scale.
     *
     * @param xName what the first values are
     * @param x the values of the first map, one per voxel; voxels that are not finite in both are left out
     * @param yName what the second values are
     * @param y as many values of the second map
     * @return the figure; without a voxel it has the axes alone
     */
    public static Figure density(String xName, double[] x, String yName, double[] y) {
        if (x.length != y.length)
            throw new IllegalArgumentException(x.length + " and " + y.length + " values of the same voxels");
        return DensityPicture.of(xName, x, yName, y).figure();
    }

    /**
     * Writes a figure in the format that the name of the file tells: a PNG of {@link #DPI} dots per inch, SVG or PDF.
     *
     * @param figure what to draw
     * @param path the file, ending in .png, .svg or .pdf, in any case; an older one is replaced
     * @throws InputException if the name ends in something else, or the file cannot be written
     */
    public static void write(Figure figure, Path path) {
        write(figure, path, DPI);
    }

    /**
     * Writes a figure in the format that the name of the file tells: PNG, SVG or PDF, of the figure's size in print.
     *
     * @param figure what to draw
     * @param path the file, ending in .png, .svg or .pdf, in any case; an older one is replaced
     * @param dpi pixels per inch of a PNG
     * @throws InputException if the name ends in something else, or the file cannot be written
     */
    public static void write(Figure figure, Path path, double dpi) {
        requireFormat(path.toString());
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) writePng(figure, path, dpi);
        else if (name.endsWith(".pdf")) writePdf(figure, path);
        else writeSvg(figure, path);
    }

    /** @throws InputException if a resolution is below 10 or above 2400 dots per inch */
    public static void requireResolution(double dpi) {
        if (!(dpi >= 10 && dpi <= 2400))
            throw new InputException("dpi: found " + dpi + ", expected 10 to 2400, such as 300.");
    }

    /** @throws InputException if the name of a file for a figure ends in none of .png, .svg and .pdf */
    public static void requireFormat(String file) {
        if (!file.toLowerCase(Locale.ROOT).matches("(?s).*\\.(png|svg|pdf)"))
            throw new InputException("output: found " + file + ", expected the name of a .png, .svg or .pdf file.");
    }

    /**
     * Writes SVG.
     *
     * @param figure what to draw
     * @param path the file, conventionally ending in .svg; an older one is replaced
     * @throws InputException if it cannot be written
     */
    public static void writeSvg(Figure figure, Path path) {
        AtomicFile.write(path, out -> Svg.write(figure, out));
    }

    /**
     * Writes PDF: a page of the figure's size in print, with its font within the file.
     *
     * @param figure what to draw
     * @param path the file, conventionally ending in .pdf; an older one is replaced
     * @throws InputException if it cannot be written
     */
    public static void writePdf(Figure figure, Path path) {
        AtomicFile.write(path, out -> Pdf.write(figure, out));
    }

    /** The text of {@link #writeSvg}, for a page that holds the figure as an image with a {@code data:} address. */
    public static String toSvg(Figure figure) {
        return Svg.text(figure);
    }

    /**
     * Writes a PNG of {@link #DPI} dots per inch.
     *
     * @param figure what to draw
     * @param path the file, conventionally ending in .png; an older one is replaced
     * @throws InputException if it cannot be written
     */
    public static void writePng(Figure figure, Path path) {
        writePng(figure, path, DPI);
    }

    /**
     * Writes a PNG that carries its resolution, so that it has the figure's size in print.
     *
     * @param figure what to draw
     * @param path the file, conventionally ending in .png; an older one is replaced
     * @param dpi pixels per inch, above 0
     * @throws InputException if it cannot be written
     */
    public static void writePng(Figure figure, Path path, double dpi) {
        BufferedImage image = figure.toImage(dpi / 72);
        AtomicFile.write(path, out -> Png.write(image, dpi, out));
    }
}
