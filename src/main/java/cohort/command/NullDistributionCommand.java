package cohort.command;

import cohort.Progress;
import cohort.analysis.results.PermutationTests;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.files.GivenPath;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws what the shuffles of a permutation test gave, and what was observed. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Null Distribution...", weight = 66)},
        headless = true,
        description = "Draws the null distributions of a permutation test with the observed values.")
public final class NullDistributionCommand extends FigureCommand {

    @Parameter(
            label = "Results",
            description = "The output folder of Permutation Inference.",
            style = "directory",
            persist = false)
    private String results = "";

    @Parameter(
            label = "Contrast",
            description = "The contrast, if the folder holds several.",
            required = false,
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Columns",
            description = "Histograms per row; 0 to choose automatically.",
            required = false,
            persist = false)
    private int columns;

    @Override
    Figure draw(Progress progress) {
        PermutationTests tests = PermutationTests.read(
                GivenPath.of("results", results), Optional.of(contrast.strip()).filter(name -> !name.isEmpty()));
        return Figures.nullHistograms(tests.statistics(), tests.shuffled().draws(), columns, style());
    }
}
