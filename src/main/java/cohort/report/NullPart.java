package cohort.report;

import cohort.figure.Figures;
import java.util.stream.Stream;

/** The null distributions of a contrast. */
final class NullPart {

    private NullPart() {}

    static Stream<Node> of(ContrastResults tested) {
        if (tested.tests().isEmpty()) return Stream.of();
        int columns = tested.tests().size() > 1 ? 2 : 1;
        return Stream.of(
                Element.of("h3", "Null distributions"),
                Picture.drawing(
                        Figures.nullHistograms(tested.tests(), columns),
                        "Histograms of the maxima over the image of "
                                + Words.list(tested.tests().stream()
                                        .map(test -> Measure.of(test.name()).name())
                                        .toList()),
                        new Text("The maximum over the image in each shuffle. Dashed: what it takes for a corrected p of"
                                + " 5 %. Red: observed.")));
    }
}
