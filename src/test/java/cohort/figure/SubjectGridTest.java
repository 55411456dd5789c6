package cohort.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.figure.colour.ColourMap;
import cohort.figure.glass.GlassOptions;
import cohort.figure.glass.Panel;
import cohort.figure.paper.Figure;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class SubjectGridTest {
    private static final GlassOptions OPTIONS =
            GlassOptions.DEFAULT.withThreshold(1).withVmax(4).withViews("z");

    private static List<Panel> subjects(int count) {
        Panel left = new Panel("sub-01", Phantom.map(Phantom.RAS, 2));
        Panel right = new Panel("sub-02", Phantom.map(Phantom.RAS, 2, 28, -26, 18));
        return IntStream.range(0, count)
                .mapToObj(s -> s % 2 == 0 ? left : right)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "2, 0, 2", "3, 0, 3", "16, 0, 4", "16, 8, 8", "30, 0, 6", "100, 0, 10", "5, 9, 5"})
    void everySubjectIsThereInRowsOfColumns(int count, int columns, int expectedColumns) {
        Figure figure = SubjectGrid.draw(subjects(count), OPTIONS.withColumns(columns));
        BufferedImage image = figure.toImage(4);
        List<double[]> balls = Phantom.patches(image, ColourMap.INFERNO.rgb(0.5));
        assertEquals(count, balls.size());
        // Balls of even subjects lie at the left and front of the glass, so they come first in a row's reading order.
        double rowHeight = (double) image.getHeight() / ((count + expectedColumns - 1) / expectedColumns);
        long inFirstRow = balls.stream().filter(ball -> ball[1] < rowHeight).count();
        assertEquals(Math.min(count, expectedColumns), inFirstRow);
        assertTrue(figure.width() <= 720 && figure.height() <= 1000, figure.width() + " x " + figure.height());
    }

    @Test
    void onlyOneColourBarIsDrawnForTheRangeOfAll() {
        List<Panel> subjects =
                List.of(new Panel("a", Phantom.map(Phantom.RAS, 2)), new Panel("b", Phantom.map(Phantom.RAS, 8)));
        BufferedImage image = SubjectGrid.draw(
                        subjects, GlassOptions.DEFAULT.withThreshold(1).withViews("z"))
                .toImage(4);
        assertEquals(1, Phantom.patches(image, ColourMap.INFERNO.rgb(0.25)).size());
        assertEquals(1, Phantom.patches(image, ColourMap.INFERNO.rgb(1)).size());
    }

    @Test
    void noSubjectIsRefused() {
        assertThrows(InputException.class, () -> SubjectGrid.draw(List.of(), OPTIONS));
    }
}
