package cohort.command;

import cohort.Progress;
import cohort.analysis.GivenMap;
import cohort.command.input.Choices;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.mask.Mask;
import cohort.threshold.statistic.EvidenceForm;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws the p-values of a map against those expected without any effect. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "P-P Plot...", weight = 67)},
        headless = true,
        description = "Draws the p-values of a map against those expected if there were no effect.")
public final class PPlotCommand extends FigureCommand {

    @Parameter(
            label = "Image",
            style = "open",
            description = "Title of an open image, or a file, of uncorrected p, -log10 p or z.",
            persist = false)
    private String image = "";

    @Parameter(
            label = "Mask",
            style = "open",
            description =
                    "An image of the voxels that were tested; auto for mask.nii.gz beside the image, or the voxels"
                            + " that are not 0.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Values",
            description = "What the values are; auto goes by the name of the image.",
            attrs = @Attr(name = Choices.OF, value = "FORMS"),
            required = false,
            persist = false)
    private String values = "auto";

    @Override
    Figure draw(Progress progress) {
        GivenMap map = GivenMap.find(viewer(), "image", image);
        EvidenceForm kind = EvidenceForm.of(values, map.title());
        Mask tested = map.mask(viewer(), mask).orElseGet(map::tested);
        return Figures.pp(map.caption(), kind.p(tested.values(map.volume())), style());
    }
}
