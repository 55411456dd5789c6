package cohort.report.section;

import cohort.analysis.record.RunRecord;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.figure.Figures;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.report.words.CovariateWords;
import cohort.report.words.MaskWords;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Design and contrasts. */
public record ModelSection() implements Section {

    @Override
    public String id() {
        return "model";
    }

    @Override
    public String title() {
        return "Model and contrast";
    }

    @Override
    public Stream<Node> content(GroupResults results) {
        List<Node> content = new ArrayList<>();
        content.add(words(results));
        List<Node> pictures = new ArrayList<>();
        pictures.add(Picture.figure(
                List.of(Picture.drawing(
                        Figures.designMatrix(results.design()),
                        "Design matrix of " + Words.count(results.maps(), unit(results)) + " and the regressors "
                                + Words.list(results.design().columns()))),
                new Text("Design matrix: one row per " + unit(results)
                        + ", one column per regressor, coloured from its lowest to its highest value."
                        + CovariateWords.hatched(results.run()))));
        for (ContrastResults tested : results.contrasts())
            pictures.add(Picture.figure(
                    List.of(Picture.drawing(
                            Figures.contrast(results.design(), tested.contrast()),
                            "Weights of the contrast " + tested.contrast().text())),
                    new Text("The contrast "),
                    Element.of("code", tested.contrast().text()),
                    new Text(": the weight of each regressor.")));
        content.add(Element.of("div", pictures.stream()).styled("row"));
        return content.stream();
    }

    private static String unit(GroupResults results) {
        return results.run().hasMaps() ? "map" : "subject";
    }

    private static Element words(GroupResults results) {
        String size = ": " + results.sample().words()
                + (results.isOneModel()
                        ? ", " + freedom(results.run().degreesOfFreedom()) + MaskWords.whereAll(results.run())
                        : "")
                + ".";
        return Element.of(
                "p",
                Stream.of(
                                model(results),
                                Stream.of(new Text(size)),
                                results.isOneModel() ? Stream.<Node>of() : tested(results))
                        .flatMap(part -> part));
    }

    private static Stream<Node> model(GroupResults results) {
        RunRecord run = results.run();
        String regressors = Words.count(results.design().size(), "regressor");
        if (!run.parameter("design").isBlank())
            return Stream.of(
                    new Text("Design read from "),
                    Element.of("code", run.parameter("design")),
                    new Text(" (" + regressors + ")"));
        if (results.design().size() == 1 && results.design().isConstant(0))
            return Stream.of(new Text("One-sample model (intercept only)"));
        return Stream.of(
                new Text("Model "), Element.of("code", run.parameter("model")), new Text(" (" + regressors + ")"));
    }

    /** What each contrast is tested on; those of the same kind share a sentence. */
    private static Stream<Node> tested(GroupResults results) {
        Map<String, List<String>> contrasts = new LinkedHashMap<>();
        for (ContrastResults tested : results.contrasts())
            contrasts
                    .computeIfAbsent(
                            "tested on " + results.sample().units(tested.how()) + ", with "
                                    + freedom(tested.how().degreesOfFreedom()) + ".",
                            on -> new ArrayList<>())
                    .add(tested.contrast().text());
        return contrasts.entrySet().stream().flatMap(kind -> tested(kind.getValue(), kind.getKey()));
    }

    private static Stream<Node> tested(List<String> contrasts, String on) {
        int n = contrasts.size();
        List<Node> sentence = new ArrayList<>(List.of(new Text(n == 1 ? " The contrast " : " The contrasts ")));
        for (int c = 0; c < n; c++) {
            if (c > 0) sentence.add(new Text(c < n - 1 ? ", " : " and "));
            sentence.add(Element.of("code", contrasts.get(c)));
        }
        sentence.add(new Text((n == 1 ? " is " : " are each ") + on));
        return sentence.stream();
    }

    private static String freedom(int degrees) {
        return Words.count(degrees, "residual degree") + " of freedom";
    }
}
