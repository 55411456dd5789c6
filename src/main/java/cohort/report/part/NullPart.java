package cohort.report.part;

import cohort.analysis.record.Shuffled;
import cohort.analysis.results.ContrastResults;
import cohort.figure.Figures;
import cohort.permute.CorrectedMap;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.text.Words;
import java.util.stream.Stream;

/** The null distributions of a contrast. */
public final class NullPart {

    private NullPart() {}

    /**
     * A histogram of each statistic.
     *
     * @param shuffled what the test permuted or sign-flipped
     */
    public static Stream<Node> of(ContrastResults tested, Shuffled shuffled) {
        if (tested.tests().isEmpty()) return Stream.of();
        return Stream.of(
                Element.of("h3", "Null distributions"),
                Picture.figure(
                        tested.tests().stream()
                                .map(test -> histogram(test, shuffled))
                                .toList(),
                        new Text(caption("image", shuffled))));
    }

    /**
     * What the histograms show.
     *
     * @param place over what the maximum was taken, in the singular or the plural
     */
    public static String caption(String place, Shuffled shuffled) {
        return "The maximum over the " + place + " under each " + shuffled.draw()
                + ". Dashed line: the threshold for a corrected p of 0.05; bars beyond it are darker. Solid line: the"
                + " observed maximum.";
    }

    private static Element histogram(CorrectedMap test, Shuffled shuffled) {
        return Picture.drawing(
                Figures.nullHistogram(test, shuffled.draws()),
                "Histogram of the " + test.info().maximum() + " under "
                        + Words.count(test.nulls().size()) + " " + shuffled.draws());
    }
}
