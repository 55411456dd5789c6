package cohort.figure.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.Beyond;
import cohort.figure.Figures;
import cohort.figure.GlassBrain;
import cohort.figure.Phantom;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What figures of maps look like, whatever they show. */
class StyleTest {
    private static final Volume MAP = Phantom.map(Phantom.RAS, 5);
    /** 1 in the ball, 0 elsewhere. */
    private static final Volume MASK = mask();

    private static Volume mask() {
        double[] values = MAP.values();
        for (int v = 0; v < values.length; v++) values[v] = values[v] == 5 ? 1 : 0;
        return Volume.of(Phantom.RAS, values);
    }

    private record Drawn(Volume map, Style style) {}

    static Stream<Arguments> figures() {
        Function<Drawn, Figure> glass = drawn -> GlassBrain.draw(
                List.of(new Panel("", drawn.map)),
                GlassOptions.DEFAULT
                        .withViews("z")
                        .withMask(Phantom.mask(Phantom.RAS))
                        .withStyle(drawn.style));
        Function<Drawn, Figure> slices = drawn -> Figures.slices(
                drawn.map,
                SliceOptions.DEFAULT.withCuts("z", "18mm").withBackground(MAP).withStyle(drawn.style));
        return Stream.of(Arguments.of("glass", glass), Arguments.of("slices", slices));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void aHeadingStandsAboveAndBreaksIntoLines(String name, Function<Drawn, Figure> draw) {
        Figure plain = draw.apply(new Drawn(MAP, Style.DEFAULT));
        Figure headed = draw.apply(new Drawn(MAP, Style.DEFAULT.withHeading("z map")));
        Figure more = draw.apply(new Drawn(MAP, Style.DEFAULT.withHeading("patients minus controls ".repeat(3))));
        assertEquals(plain.width(), headed.width());
        assertTrue(plain.height() + 9 < headed.height() && headed.height() + 9 < more.height(), name);
        assertTrue(Figures.toSvg(headed).contains(">z map</text>"), name);
        assertEquals(0, Beyond.ink(more), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void blackPaperHasLightInk(String name, Function<Drawn, Figure> draw) {
        Figure white = draw.apply(new Drawn(MAP, Style.DEFAULT));
        Figure black = draw.apply(new Drawn(MAP, Style.DEFAULT.withPaper(Paper.BLACK)));
        BufferedImage image = black.toImage(2);
        assertEquals(0xFF000000, image.getRGB(0, 0), name);
        assertEquals(0xFF000000, image.getRGB(image.getWidth() - 1, image.getHeight() - 1), name);
        int light = count(image, 0xEEEEEE), before = count(white.toImage(2), 0xEEEEEE);
        assertTrue(light > before + 50, name + ": letters and frames " + light + " " + before);
        assertEquals(0xFFFFFFFF, white.toImage(2).getRGB(0, 0), name);
        assertTrue(Figures.toSvg(black).contains("<rect"), name + ": SVG has its paper, too");
    }

    private static int count(BufferedImage image, int rgb) {
        int n = 0;
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) n++;
        return n;
    }

    /** The colour bar is the only thing beside the picture. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void aMaskHasNoColourBarUnlessAskedFor(String name, Function<Drawn, Figure> draw) {
        int with = draw.apply(new Drawn(MAP, Style.DEFAULT)).width();
        int without =
                draw.apply(new Drawn(MAP, Style.DEFAULT.withBar(BarRule.NO))).width();
        assertTrue(without + 15 < with, name);
        assertEquals(without, draw.apply(new Drawn(MASK, Style.DEFAULT)).width(), name);
        assertTrue(
                draw.apply(new Drawn(MASK, Style.DEFAULT.withBar(BarRule.YES))).width() > without + 10, name);
    }
}
