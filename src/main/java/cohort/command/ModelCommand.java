package cohort.command;

import cohort.analysis.OpenImages;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.data.background.Background;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** The keys of the data and the model. */
abstract class ModelCommand extends MapsCommand {

    @Parameter(label = "Model", description = Described.MODEL, required = false, persist = false)
    private String model = "1";

    @Parameter(label = "Design file", style = "open", description = Described.DESIGN, required = false, persist = false)
    private String design = "";

    @Parameter(
            label = "Contrast",
            description = Described.CONTRAST
                    + "several rows of one by ;, several contrasts by |; may be empty if there is only one regressor.",
            required = false,
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Error",
            description = Described.ERROR,
            attrs = @Attr(name = Choices.OF, value = "ERRORS"),
            required = false,
            persist = false)
    private String error = "auto";

    @Parameter(label = "Atlas", style = "open", description = Described.ATLAS, required = false, persist = false)
    private String atlas = "";

    @Parameter(
            label = "Names of the atlas",
            style = "open",
            description = Described.ATLAS_NAMES,
            required = false,
            persist = false)
    private String atlas_names = "";

    @Parameter(
            label = "Mask",
            style = "open",
            description = Described.MASK + " atlas is all of the atlas, atlas:NAME;NAME some of its regions.",
            attrs = @Attr(name = Choices.OF, value = "MASK_RULES"),
            required = false,
            persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Missing values",
            description = Described.MISSING + Described.AVAILABLE,
            attrs = @Attr(name = Choices.OF, value = "MISSING_OR_AVAILABLE"),
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(label = "Smoothing FWHM (mm)", description = Described.FWHM, required = false, persist = false)
    private double fwhm;

    @Parameter(
            label = "Background",
            style = "open",
            description = Described.BACKGROUND_OF_RUN,
            required = false,
            persist = false)
    private String background = Background.AUTO;

    /** @throws cohort.InputException if there is no such background */
    final void requireBackground(OpenImages images) {
        Background.require(images, background);
    }
}
