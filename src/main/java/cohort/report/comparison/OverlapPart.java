package cohort.report.comparison;

import cohort.image.Volume;
import cohort.permute.CorrectedMap;
import cohort.report.html.DataTable;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Text;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many voxels are significant in each run, and in both. */
final class OverlapPart {
    private final ComparedRun a, b;
    private final ComparedContrast pair;

    OverlapPart(ComparedRun a, ComparedRun b, ComparedContrast pair) {
        this.a = a;
        this.b = b;
        this.pair = pair;
    }

    Stream<Node> nodes() {
        List<Element> rows = new ArrayList<>();
        for (CorrectedMap test : pair.a().tests())
            pair.b()
                    .test(test.name())
                    .ifPresent(
                            other -> rows.add(row(test.info().headingWithUnit(), volume(a, test), volume(b, other))));
        Optional<Volume> bonferroni = pair.a().bonferroni(a.results().mask());
        Optional<Volume> others = pair.b().bonferroni(b.results().mask());
        if (bonferroni.isPresent() && others.isPresent())
            rows.add(row("Bonferroni (parametric)", bonferroni.get(), others.get()));
        if (rows.isEmpty())
            return Stream.of(Element.of("p", "The two runs share no statistic with corrected p-values."));
        return Stream.of(new DataTable(
                        List.of(new Text(
                                "Voxels with a corrected p of at most 0.05 in each run, and in both with the same sign."
                                        + " Dice: twice the number in both, divided by the sum of the two numbers.")),
                        List.of("Statistic", a.letter(), b.letter(), "Both", "Dice"),
                        rows)
                .element());
    }

    private static Volume volume(ComparedRun run, CorrectedMap test) {
        return run.results().mask().toVolume(test.logP());
    }

    private Element row(String name, Volume logP, Volume other) {
        Overlap overlap = Overlap.of(
                logP.values(),
                other.values(),
                pair.a().map().values(),
                pair.b().map().values());
        double dice = overlap.dice();
        return DataTable.group(Stream.of(
                DataTable.name(name),
                count(overlap.first()),
                count(overlap.second()),
                count(overlap.both()),
                Double.isNaN(dice)
                        ? DataTable.text("none significant")
                        : DataTable.number(Words.fixed(dice, 3), dice)));
    }

    private static Element count(long voxels) {
        return DataTable.number(Words.count(voxels), voxels);
    }
}
