package cohort.figure.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.EveryLocale;
import cohort.InputException;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.Beyond;
import cohort.figure.Figures;
import cohort.figure.GlassBrain;
import cohort.figure.Phantom;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.Tail;
import cohort.quality.SubjectDistances;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Tag("slow")
class SvgTest {
    private static final Volume MAP = Phantom.map(Phantom.RAS, 5);
    private static final Img<DoubleType> THREE_MAPS = ArrayImgs.doubles(new double[] {1, 2, 3, 4, 5, 7}, 2, 3);
    private static final DesignMatrix DESIGN = new DesignMatrix(
            List.of("a<b", "c&d"), new double[][] {{1, 0}, {1, 1}, {0, 2}}, List.of("s\"1", "s'2", "s3"));
    private static final CorrectedMap TEST = new CorrectedMap(
            StatisticInfo.named("t"),
            Tail.POSITIVE,
            new double[] {3, 1},
            new double[] {1, 0},
            Optional.empty(),
            new NullDistribution(new double[] {0.1, 0.2, 0.3}),
            "");

    static Stream<Arguments> figures() {
        GlassOptions glass = GlassOptions.DEFAULT.withThreshold(2).withContours(List.of(3.0));
        return Stream.of(
                figure("glass", GlassBrain.draw(List.of(new Panel("z > 2 & more", MAP)), glass), 6, "z > 2 & more"),
                figure("slices", Figures.slices(MAP, SliceOptions.DEFAULT.withBackground(MAP)), 6, "x = \u221227 mm"),
                figure("design", Figures.designMatrix(DESIGN), 2, "a<b", "c&d", "s\"1", "s'2"),
                figure(
                        "contrast",
                        Figures.contrast(DESIGN, new Contrast("x", "a<b - 1", new double[][] {{1, -1}})),
                        0,
                        "t: a<b - 1",
                        "\u22121"),
                figure("nulls", Figures.nullHistogram(TEST, "permutations"), 0, "maximum t", "permutations"),
                figure("pp", Figures.pp("<p>", new double[] {0.1, 0.5, 0.9}), 0, "<p>, 3 tests", "p observed"),
                figure(
                        "carpet",
                        Figures.carpet(List.of("one", "two", "three"), THREE_MAPS, SubjectDistances.of(THREE_MAPS)),
                        1,
                        "one",
                        "2 voxels"));
    }

    /** Digits and signs are those of SVG, whatever the computer's language. */
    @Test
    @Tag("slow")
    void theBytesAreTheSameInEveryLocale() throws Exception {
        List<String> expected = EveryLocale.in(Locale.US, SvgTest::texts);
        for (Locale locale : EveryLocale.distinct())
            assertEquals(expected, EveryLocale.in(locale, SvgTest::texts), locale.toString());
    }

    private static List<String> texts() {
        return Stream.of(
                        Figures.designMatrix(DESIGN),
                        Figures.nullHistogram(TEST),
                        Figures.slices(MAP, SliceOptions.DEFAULT))
                .map(Svg::text)
                .toList();
    }

    private static Arguments figure(String name, Figure figure, int images, String... texts) {
        return Arguments.of(name, figure, images, List.of(texts));
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(n -> (Element) nodes.item(n))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void everyFigureIsWellFormedWithItsTextAsText(String name, Figure figure, int images, List<String> texts)
            throws Exception {
        String svg = Figures.toSvg(figure);
        Document document = parse(svg);
        Element root = document.getDocumentElement();
        assertEquals("svg", root.getLocalName());
        assertEquals(figure.width() + "pt", root.getAttribute("width"));
        assertEquals("0 0 " + figure.width() + " " + figure.height(), root.getAttribute("viewBox"));
        List<String> found = new ArrayList<>();
        for (Element text : all(document, "text")) found.add(text.getTextContent());
        for (String text : texts) assertTrue(found.contains(text), text + " in " + found);
        assertEquals(images, all(document, "image").size());
        for (Element image : all(document, "image")) {
            String data = image.getAttributeNS("http://www.w3.org/1999/xlink", "href");
            BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(
                    Base64.getDecoder().decode(data.replaceFirst("data:image/png;base64,", ""))));
            assertTrue(pixels.getWidth() > 0);
        }
        String drawn = svg.replaceAll("base64,[^\"]*", ""); // pixels may spell any word
        assertFalse(drawn.contains("NaN") || drawn.contains("Infinity"), "numbers that are none");
        assertEquals(svg, Figures.toSvg(figure), "the same each time");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void noFigurePaintsBeyondItsBounds(String name, Figure figure, int images, List<String> texts) {
        assertEquals(0, Beyond.ink(figure));
    }

    /** A text in the middle must hang at its middle, since the reader may have another font. */
    @Test
    void textsHangAtTheirAnchors() throws Exception {
        Figure figure = new Figure(100, 20, g -> {
            Lettering letters = new Lettering(8);
            letters.draw(g, "begins", 10, 10, 0, Ink.TEXT);
            letters.draw(g, "middle", 50, 10, 0.5, Ink.TEXT);
            letters.draw(g, "ends", 90, 10, 1, Ink.TEXT);
        });
        List<Element> texts = all(parse(Figures.toSvg(figure)), "text");
        List<String> anchors = texts.stream()
                .map(text -> text.getAttribute("x") + " " + text.getAttribute("text-anchor"))
                .toList();
        assertEquals(List.of("10 start", "50 middle", "90 end"), anchors);
    }

    @Test
    void theNameOfTheFileChoosesTheFormat(@TempDir Path folder) throws Exception {
        Figure figure = Figures.designMatrix(DESIGN);
        Figures.write(figure, folder.resolve("a.PNG"));
        Figures.write(figure, folder.resolve("a.svg"));
        assertTrue(ImageIO.read(folder.resolve("a.PNG").toFile()).getWidth() > figure.width());
        assertEquals(Figures.toSvg(figure), Files.readString(folder.resolve("a.svg")));
        String message = assertThrows(InputException.class, () -> Figures.write(figure, folder.resolve("a.tif")))
                .getMessage();
        assertTrue(message.endsWith("a.tif, expected the name of a .png, .svg or .pdf file."), message);
        assertFalse(Files.exists(folder.resolve("a.tif")));
    }
}
