package cohort.command;

import cohort.Progress;
import cohort.analysis.AskedDesign;
import cohort.analysis.GivenCohort;
import cohort.command.input.Choices;
import cohort.command.input.Described;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.files.FilesRead;
import cohort.image.ReadingOptions;
import cohort.subjects.Cohort;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws the regressors of a model, and the contrasts if any are given. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Design Matrix...", weight = 64)},
        headless = true,
        description = "Draws the regressors of a model, and its contrasts if any are given.")
public final class DesignMatrixCommand extends FigureCommand {

    @Parameter(label = "Maps", style = "open", description = Described.MAPS, persist = false)
    private String maps = "";

    @Parameter(label = "Table", style = "open", description = Described.TABLE, required = false, persist = false)
    private String table = "";

    @Parameter(
            label = "Volumes",
            description = Described.VOLUMES,
            attrs = @Attr(name = Choices.OF, value = "AXES"),
            required = false,
            persist = false)
    private String volumes = "auto";

    @Parameter(label = "Channel", description = Described.CHANNEL, min = "0", required = false, persist = false)
    private int channel;

    @Parameter(label = "Leave out", description = Described.LEAVE_OUT, required = false, persist = false)
    private String leave_out = "";

    @Parameter(label = "Model", description = Described.MODEL, required = false, persist = false)
    private String model = "1";

    @Parameter(label = "Design file", style = "open", description = Described.DESIGN, required = false, persist = false)
    private String design = "";

    @Parameter(
            label = "Contrast",
            description = Described.CONTRAST + "empty for the design alone.",
            required = false,
            persist = false)
    private String contrast = "";

    @Override
    Figure draw(Progress progress) {
        GivenCohort given = GivenCohort.find(viewer(), request());
        given.sayWhatWasTaken(progress);
        Cohort cohort = given.cohort();
        DesignMatrix matrix = AskedDesign.matrix(cohort, model, design, FilesRead.ignored());
        List<Contrast> tested =
                contrast.isBlank() ? List.of() : AskedDesign.contrasts(contrast, matrix, FilesRead.ignored());
        return Figures.designMatrix(matrix, tested, style());
    }

    private MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel));
    }
}
