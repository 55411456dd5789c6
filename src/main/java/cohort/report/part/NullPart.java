package cohort.report.part;

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

    public static Stream<Node> of(ContrastResults tested) {
        if (tested.tests().isEmpty()) return Stream.of();
        return Stream.of(
                Element.of("h3", "Null distributions"),
                Picture.figure(
                        tested.tests().stream().map(NullPart::histogram).toList(),
                        new Text(
                                "The maximum over the image under each permutation. Dashed line: the threshold for a corrected p of 0.05; bars beyond it are darker. Solid line: the"
                                        + " observed maximum.")));
    }

    private static Element histogram(CorrectedMap test) {
        return Picture.drawing(
                Figures.nullHistogram(test),
                "Histogram of the " + test.info().maximum() + " under "
                        + Words.count(test.nulls().size(), "permutation"));
    }
}
