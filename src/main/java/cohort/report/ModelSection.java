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
        content.add(Element.of("p", words(results)));
        List<Node> pictures = new ArrayList<>();
        pictures.add(Picture.drawing(
                Figures.designMatrix(results.design()),
                "Design matrix of " + results.subjects() + " subjects and the regressors "
                        + Words.list(results.design().columns()),
                new Text("Design matrix: a row a subject, a column a regressor, coloured from its least to its greatest"
                        + " value.")));
        for (ContrastResults tested : results.contrasts())
            pictures.add(Picture.drawing(
                    Figures.contrast(results.design(), tested.contrast()),
                    "Weights of the contrast " + tested.contrast().text(),
                    new Text("The contrast "),
                    Element.of("code", tested.contrast().text()),
                    new Text(": the weight of each regressor.")));
        content.add(Element.of("div", pictures.stream()).styled("row"));
        return content.stream();
    }

    private static String words(Results results) {
        RunRecord run = results.run();
        String origin = run.parameter("design").isBlank()
                ? "The model is " + run.parameter("model")
                : "The design was read from " + run.parameter("design");
        return origin + ": " + Words.count(results.design().size(), "regressor") + " for "
                + Words.count(results.subjects(), "subject") + ", which leaves "
                + Words.count(run.degreesOfFreedom(), "degree") + " of freedom.";
    }
}
