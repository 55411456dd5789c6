package cohort.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.figure.chart.Axes;
import cohort.figure.chart.Histogram;
import cohort.figure.chart.NullPanel;
import cohort.figure.chart.NullPicture;
import cohort.figure.paper.Figure;
import cohort.figure.paper.Ink;
import cohort.figure.paper.Style;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterSize;
import cohort.quality.SubjectDistances;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Null distributions, p-p plots and carpets show the numbers that they were given. */
class ChartsTest {
    private static final double SCALE = 4;

    private static CorrectedMap test(String name, double[] maxima, double... map) {
        return test(StatisticInfo.ofVoxel(name, true, false, "", List.of()), Tail.POSITIVE, maxima, map);
    }

    private static CorrectedMap test(StatisticInfo info, Tail tail, double[] maxima, double... map) {
        NullDistribution nulls = new NullDistribution(maxima);
        double[] logP = Arrays.stream(map)
                .map(value -> -Math.log10(nulls.p(tail.evidence(value))))
                .toArray();
        return new CorrectedMap(info, tail, map, logP, Optional.empty(), nulls, "");
    }

    /** 1, 2, ..., 99. */
    private static double[] ranks() {
        return IntStream.rangeClosed(1, 99).mapToDouble(k -> k).toArray();
    }

    private static boolean has(BufferedImage image, Color colour, double x, double y) {
        int found = 0;
        for (int dx = -2; dx <= 2; dx++)
            if (Phantom.difference(image.getRGB((int) (SCALE * x) + dx, (int) (SCALE * y)), colour.getRGB()) < 40)
                found++;
        return found > 0;
    }

    @Property(tries = 200)
    void anObservedValueMustExceedTheLine(
            @ForAll @Size(min = 19, max = 200) List<@DoubleRange(min = 0, max = 9) Double> list) {
        double[] maxima = list.stream().mapToDouble(v -> v).toArray();
        double line = new NullDistribution(maxima).critical(0.05).orElseThrow();
        NullDistribution nulls = new NullDistribution(maxima);
        assertTrue(nulls.p(line) > 0.05);
        assertTrue(nulls.p(line + 1e-9 * Math.max(1, line)) <= 0.05 + 1e-12, "more than a tie");
    }

    @Test
    void theLineIsWhatItTakes() {
        // Of 100 labellings 5 may reach the observed one, itself counted: 96 is reached by 4 others.
        assertEquals(OptionalDouble.of(95), new NullDistribution(ranks()).critical(0.05));
        assertEquals(0.05, new NullDistribution(ranks()).p(95.5), 1e-12);
        assertEquals(0.06, new NullDistribution(ranks()).p(95), 1e-12);
        assertEquals(OptionalDouble.empty(), new NullDistribution(new double[18]).critical(0.05));
        assertEquals(OptionalDouble.of(0), new NullDistribution(new double[19]).critical(0.05));
    }

    @Test
    void theObservedValueIsOfTheSideThatWasTested() {
        StatisticInfo info = StatisticInfo.ofVoxel("t", true, false, "", List.of());
        double[] nulls = {2, 3, 4, 5};
        assertEquals(4.5, test(info, Tail.POSITIVE, nulls, -7, 4.5, 1).observed());
        assertEquals(7, test(info, Tail.NEGATIVE, nulls, -7, 4.5, 1).observed());
        assertEquals(7, test(info, Tail.BOTH, nulls, -7, 4.5, Double.NaN).observed());
        assertEquals(0.2, test(info, Tail.BOTH, nulls, -7, 4.5, 1).leastP(), 1e-12);
        // A cluster's size has no sign, whichever side was tested.
        assertEquals(
                30,
                test(new ClusterSize(2).info(), Tail.NEGATIVE, nulls, 30, 12).observed());
    }

    @Test
    void aNullDistributionHasItsObservedValueAndItsLine() {
        CorrectedMap test = test("t", ranks(), 150, 3);
        NullPicture picture = NullPicture.of(List.of(test), "sign flips", 1, Style.DEFAULT);
        BufferedImage image = picture.figure().toImage(SCALE);
        Rectangle2D area = picture.area(0);
        Axes axes = NullPanel.of(test, "sign flips").axes(area, Histogram.of(ranks()));
        double middle = area.getCenterY();
        assertTrue(has(image, Ink.MARK, axes.x(150), middle), "observed");
        assertFalse(has(image, Ink.MARK, axes.x(120), middle));
        assertTrue(has(image, Ink.PLAIN, axes.x(50.5), area.getMaxY() - 5), "a bar");
        assertFalse(has(image, Ink.PLAIN, axes.x(120), area.getMaxY() - 5), "no bar");
        long dashes = IntStream.range((int) area.getMinY(), (int) area.getMaxY())
                .filter(y -> has(image, Ink.TEXT, axes.x(95), y))
                .count();
        assertTrue(dashes > area.getHeight() / 3, "the line at 5 %: " + dashes);
    }

    /** Tables write 1,159 voxels, not 1,160. */
    @Test
    void sizesOfClustersKeepTheirDigits() {
        double[] sizes = IntStream.range(0, 100).mapToDouble(n -> 1064 + n).toArray();
        CorrectedMap test = test(new ClusterSize(2).info(), Tail.POSITIVE, sizes, 1068, 12);
        String svg = Figures.toSvg(
                NullPicture.of(List.of(test), "permutations", 1, Style.DEFAULT).figure());
        assertTrue(svg.contains("5 %: 1,159<"), svg);
        assertTrue(svg.contains("observed: 1,068, "), svg);
    }

    @Test
    void anObservedValueFarOffIsPointedAt() {
        CorrectedMap test = test("mass", ranks(), 1e6, 3);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 100, 100);
        assertTrue(NullPanel.of(test, "sign flips")
                        .axes(area, Histogram.of(ranks()))
                        .xHigh()
                < 200);
        NullPicture picture = NullPicture.of(List.of(test), "sign flips", 1, Style.DEFAULT);
        BufferedImage image = picture.figure().toImage(SCALE);
        Rectangle2D frame = picture.area(0);
        assertTrue(has(image, Ink.MARK, frame.getMaxX() - 10, frame.getMaxY() - 12), "the arrow");
    }

    @Test
    void nullsWithoutANumberAreSaidToBe() {
        double[] nan = {Double.NaN, Double.NaN};
        Figure figure = Figures.nullHistogram(new CorrectedMap(
                StatisticInfo.named("t"),
                Tail.BOTH,
                nan,
                new double[2],
                Optional.empty(),
                new NullDistribution(nan),
                ""));
        assertTrue(Figures.toSvg(figure).contains("maximum t: no finite maximum"));
        assertThrows(InputException.class, () -> Figures.nullHistograms(List.of(), 2));
        Figure equal = Figures.nullHistogram(test("size", new double[5], 0, 0), "sign flips");
        assertTrue(Figures.toSvg(equal).contains("too few sign flips for p = 0.05"));
    }

    @Property(tries = 200)
    void aHistogramHoldsEveryValueInItsBin(
            @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = -1e6, max = 1e6) Double> list) {
        double[] values = list.stream().mapToDouble(v -> v).toArray();
        Histogram histogram = Histogram.of(values);
        assertEquals(values.length, Arrays.stream(histogram.counts()).sum());
        assertTrue(histogram.counts().length <= 125, histogram.counts().length + " bins");
        double least = Arrays.stream(values).min().orElseThrow(),
                most = Arrays.stream(values).max().orElseThrow();
        assertTrue(histogram.low() <= least && histogram.high() >= most, histogram + " " + least + " " + most);
    }

    /** −0.3 + 58 × 0.005 is rounded to below −0.01. */
    @Test
    void theGreatestValueIsNotBeyondTheLastBin() {
        Histogram histogram = Histogram.of(new double[] {-0.3, -0.3, -0.3, -0.01});
        assertEquals(0.005, histogram.width());
        assertTrue(histogram.high() >= -0.01, "" + histogram.high());
        assertEquals(4, Arrays.stream(histogram.counts()).sum());
    }

    @Test
    void wholeNumbersLieInTheMiddleOfTheirBins() {
        Histogram histogram = Histogram.of(new double[] {0, 0, 0, 0, 0, 1, 1, 3});
        assertEquals(-0.5, histogram.low());
        assertEquals(1, histogram.width());
        assertArrayEquals(new int[] {5, 2, 0, 1}, histogram.counts());
    }

    @Test
    void pValuesOfNothingLieOnTheLineAndSmallOnesAbove() {
        int m = 1000;
        double[] even =
                IntStream.rangeClosed(1, m).mapToDouble(k -> (k - 0.5) / m).toArray();
        double[] tenth = Arrays.stream(even).map(p -> p / 10).toArray();
        double left = 53, bottom = 225, side = 200, least = -Math.log10(0.0005);
        // The one in the middle, 0.5 expected: that or 0.05 observed, on an axis that ends beyond the least.
        double x = left + side * Math.log10(2) / (1.03 * least);
        double on = bottom - side * Math.log10(2) / (1.03 * least);
        assertTrue(has(Figures.pp("", even).toImage(SCALE), Ink.MARK, x, on), "on the line");
        BufferedImage image = Figures.pp("", tenth).toImage(SCALE);
        assertTrue(has(image, Ink.MARK, x, bottom - side * Math.log10(20) / (1.03 * (least + 1))), "above it");
        double line = bottom - side * Math.log10(2) / (1.03 * (least + 1));
        assertFalse(has(image, Ink.MARK, x, line), "no point on the line");
        assertTrue(has(image, Ink.GUIDE, x, line), "but the line");
    }

    @Test
    void pValuesMustBeSome() {
        assertTrue(Figures.toSvg(Figures.pp("z", new double[] {Double.NaN})).contains("no p-value"));
        assertTrue(Figures.toSvg(Figures.pp("z", new double[] {0, 1})).contains("z, 2 tests"));
        assertThrows(InputException.class, () -> Figures.pp("", new double[] {0.5, -0.1}));
        assertThrows(InputException.class, () -> Figures.pp("", new double[] {1.1}));
    }

    @Test
    void aCarpetMarksTheOutlierAndNobodyElse() {
        int n = 12, voxels = 3000;
        double[] values = new Random(5).doubles((long) n * voxels).toArray();
        for (int v = 0; v < voxels; v++) values[v + 7 * voxels] += 2;
        List<String> ids = IntStream.range(0, n).mapToObj(s -> "sub-" + s).toList();
        Img<DoubleType> data = ArrayImgs.doubles(values, voxels, n);
        Figure figure = Figures.carpet(ids, data, SubjectDistances.of(data));
        String svg = Figures.toSvg(figure);
        String mark = "rgb(213,94,0)";
        assertTrue(svg.contains("1 outlier<") && svg.contains("3,000 voxels, one of 4 shown"));
        List<String> marked = Stream.of(svg.split("<text"))
                .map(text -> text.split("</text>")[0] + "<")
                .filter(text -> text.contains(mark) && text.contains(">sub-"))
                .map(text -> text.replaceAll("(?s).*?>(sub-\\d+)<.*", "$1"))
                .toList();
        assertEquals(List.of("sub-7"), marked);
        // Its row is dark red, the one above is pale on average.
        BufferedImage image = figure.toImage(SCALE);
        double row = 12, top = 25, x = 200;
        assertTrue((image.getRGB((int) (SCALE * x), (int) (SCALE * (top + 7.5 * row))) & 0xFF) < 0x50);
    }

    /** One of ten maps has a row, and the only outlier, whose number no even choice would meet, has one. */
    @Test
    void aCarpetOfVeryManyMapsShowsOneOfSeveralAndTheOutlier() {
        int n = 4000, voxels = 50;
        double[] values = new Random(5).doubles((long) n * voxels).toArray();
        for (int v = 0; v < voxels; v++) values[v + 1237 * voxels] += 2;
        List<String> ids = IntStream.range(0, n).mapToObj(s -> "sub-" + s).toList();
        Img<DoubleType> data = ArrayImgs.doubles(values, voxels, n);
        Figure figure = Figures.carpet(ids, data, SubjectDistances.of(data));
        String svg = Figures.toSvg(figure);
        assertTrue(figure.height() < 700, figure.height() + " points");
        assertTrue(svg.contains("50 voxels; one of each 10 of 4,000 maps") && svg.contains(">sub-1237<"));
        assertTrue(Figures.carpetRows(n).contains("Of each run of 10 maps"));
        assertEquals("", Figures.carpetRows(400));
    }

    @Test
    void aCarpetOfUnequalSizesIsAMistakeOfTheCaller() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Figures.carpet(List.of("a", "b"), ArrayImgs.doubles(new double[9], 3, 3), List.of()));
    }
}
