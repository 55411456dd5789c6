package cohort.figure.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.Beyond;
import cohort.figure.Figures;
import cohort.figure.GlassBrain;
import cohort.figure.Phantom;
import cohort.figure.SubjectGrid;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.quality.SubjectDistances;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of the width that a journal asks for. */
@Tag("slow")
class PageWidthTest {
    private static final Volume MAP = Phantom.map(Phantom.RAS, 5);
    private static final Pattern SIZE = Pattern.compile("font-size[=:]\\s*[\"']?([0-9.]+)");
    private static final GlassOptions GLASS =
            GlassOptions.DEFAULT.withThreshold(2).withBarLabel("\u2212log10 p");
    private static final DesignMatrix DESIGN = new DesignMatrix(
            List.of("intercept", "patient", "age"),
            new double[][] {{1, 0, 20}, {1, 1, 30}, {1, 0, 60}},
            List.of("sub-01", "sub-02", "sub-03"));
    private static final Img<DoubleType> MAPS = ArrayImgs.doubles(new double[] {1, 2, 3, 4, 5, 7}, 2, 3);

    private static CorrectedMap test(String name) {
        return new CorrectedMap(
                StatisticInfo.named(name),
                Tail.POSITIVE,
                new double[] {3, 1},
                new double[] {1, 0},
                Optional.empty(),
                new NullDistribution(
                        IntStream.range(0, 200).mapToDouble(n -> Math.sqrt(n)).toArray()),
                "");
    }

    private static GlassOptions glass(PageWidth width, String views) {
        return GLASS.withViews(views).withStyle(Style.DEFAULT.withWidth(width));
    }

    private static SliceOptions slices(PageWidth width, String views, String cuts) {
        return SliceOptions.DEFAULT.withBackground(MAP).withCuts(views, cuts).withStyle(Style.DEFAULT.withWidth(width));
    }

    private static List<Panel> panels(int count) {
        return Collections.nCopies(count, new Panel("a title of some length", MAP));
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                of("glass", width -> GlassBrain.draw(panels(1), glass(width, "lyrz"))),
                of("panels", width -> GlassBrain.draw(panels(4), glass(width, "lyrz"))),
                of(
                        "two columns",
                        width -> GlassBrain.draw(
                                panels(4), glass(width, "lyrz").withColumns(2).withSharedBar(true))),
                of(
                        "empty",
                        width ->
                                GlassBrain.draw(panels(1), glass(width, "ortho").withThreshold(9))),
                of("grid", width -> SubjectGrid.draw(panels(16), glass(width, "z"))),
                of("peak", width -> Figures.slices(MAP, slices(width, "ortho", "peak"))),
                of("slices", width -> Figures.slices(MAP, slices(width, "z", "14"))),
                of(
                        "design",
                        width -> Figures.designMatrix(
                                DESIGN,
                                List.of(new Contrast("x", "patient", new double[][] {{0, 1, 0}})),
                                Style.DEFAULT.withWidth(width))),
                of(
                        "nulls",
                        width -> Figures.nullHistograms(
                                List.of(test("t"), test("size"), test("mass")),
                                "permutations",
                                0,
                                Style.DEFAULT.withWidth(width))),
                of(
                        "p-p",
                        width -> Figures.pp(
                                "z map", new double[] {0.01, 0.2, 0.5, 0.9}, Style.DEFAULT.withWidth(width))));
    }

    private static Arguments of(String name, Function<PageWidth, Figure> figure) {
        return Arguments.of(name, figure);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void aFigureIsAsWideAsAskedForAndItsLettersAreNeverTooSmall(String name, Function<PageWidth, Figure> layout) {
        for (double mm : new double[] {85, 114, 180}) {
            Figure figure = layout.apply(PageWidth.of(mm));
            assertEquals(mm, figure.mm(figure.width()), 1e-9, name);
            String svg = Figures.toSvg(figure);
            assertTrue(svg.contains(" width=\"" + (int) mm + "mm\""), name + " at " + mm);
            assertTrue(figure.mm(figure.height()) < 260, name + " fits a page: " + figure.mm(figure.height()));
            double least = SIZE.matcher(svg)
                            .results()
                            .map(size -> size.group(1))
                            .mapToDouble(Double::parseDouble)
                            .min()
                            .orElseThrow()
                    * figure.unit();
            assertTrue(least >= PageWidth.LEAST_LETTERS, name + " at " + mm + " mm: letters of " + least);
            assertEquals(0, Beyond.ink(figure), name + " at " + mm);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void aNarrowPageIsRefusedWithTheLeastWidth(String name, Function<PageWidth, Figure> layout) {
        String message = assertThrows(InputException.class, () -> layout.apply(PageWidth.of(20)), name)
                .getMessage();
        var least = Pattern.compile("width: found 20.0 mm, expected at least (\\d+) mm for this figure.*")
                .matcher(message);
        assertTrue(least.matches(), message);
        double mm = Double.parseDouble(least.group(1));
        assertTrue(mm < 85, name + " fits a column: " + mm);
        Figure narrowest = layout.apply(PageWidth.of(mm));
        assertEquals(mm, narrowest.mm(narrowest.width()), 1e-9, name);
    }

    @Test
    void fourViewsStandTwoByTwoInAColumnAndSideBySideOnAPage() {
        assertEquals(2, tops(85));
        assertEquals(1, tops(180));
    }

    /** In how many rows the views stand. */
    private static long tops(double mm) {
        return GlassBrain.sheet(panels(1), glass(PageWidth.of(mm), "lyrz")).places().stream()
                .map(place -> place.frame())
                .mapToDouble(Rectangle2D::getCenterY)
                .map(Math::rint)
                .distinct()
                .count();
    }

    /** 85 mm at 300 dots per inch are 1003.9 pixels, and 300 / 0.0254 = 11811 (0x2E23) pixels per metre. */
    @Test
    void aPngHasTheSizeInPrint(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("glass.png");
        Figures.write(GlassBrain.draw(panels(1), glass(PageWidth.of(85), "lyrz")), file, 300);
        assertEquals(1004, ImageIO.read(file.toFile()).getWidth());
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs") + 4;
        assertEquals("[0, 0, 46, 35]", Arrays.toString(Arrays.copyOfRange(bytes, at, at + 4)));
    }

    @Test
    void aCarpetNeedsHalfAPage() {
        List<String> ids = List.of("a", "b", "c");
        Figure figure =
                Figures.carpet(ids, MAPS, SubjectDistances.of(MAPS), Style.DEFAULT.withWidth(PageWidth.of(140)));
        assertEquals(140, figure.mm(figure.width()), 1e-9);
        assertEquals(0, Beyond.ink(figure));
    }

    @Test
    void widthsAndResolutionsOutOfRangeAreRefused() {
        assertEquals(
                "width: found -1.0, expected a width in mm above 0 and at most 1000, such as 85, or 0 for the figure's"
                        + " own.",
                assertThrows(InputException.class, () -> PageWidth.of(-1)).getMessage());
        assertEquals(
                "dpi: found 0.0, expected 10 to 2400, such as 300.",
                assertThrows(InputException.class, () -> Figures.requireResolution(0))
                        .getMessage());
    }
}
