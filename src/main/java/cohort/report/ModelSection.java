package cohort.report;

import cohort.figure.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Design and contrasts. */
record ModelSection() implements Section {

    @Override
    public String id() {
        return "model";
    }

    @Override
    public String title() {
        return "Model and contrast";
    }

    @Override
    public Stream<Node> content(Results results) {
        List<Node> content = new ArrayList<>();
        content.add(words(results));
        List<Node> pictures = new ArrayList<>();
        pictures.add(Picture.figure(
                List.of(Picture.drawing(
                        Figures.designMatrix(results.design()),
                        "Design matrix of " + results.subjects() + " subjects and the regressors "
                                + Words.list(results.design().columns()))),
                new Text("Design matrix: a row a subject, a column a regressor, coloured from its least to its greatest"
                        + " value.")));
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

    private static Element words(Results results) {
        RunRecord run = results.run();
        boolean formula = run.parameter("design").isBlank();
        String size = ", gives " + Words.count(results.design().size(), "regressor") + " for "
                + Words.count(results.subjects(), "subject") + " and leaves "
                + Words.count(run.degreesOfFreedom(), "degree") + " of freedom.";
        return Element.of(
                "p",
                new Text(formula ? "The model, " : "The design, read from "),
                Element.of("code", formula ? run.parameter("model") : run.parameter("design")),
                new Text(size));
    }
}
