package cohort.command;

import cohort.InputException;
import cohort.analysis.GivenMaps;
import cohort.analysis.GroupDesign;
import cohort.analysis.results.ResultFolder;
import cohort.analysis.results.SubjectMapFolder;
import cohort.command.input.Described;
import cohort.command.viewer.RunningTask;
import cohort.command.viewer.Viewer;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.SubjectContrast;
import cohort.design.strata.SubjectRows;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.mask.MissingPolicy;
import cohort.subjects.Cohort;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes one map a subject, of a contrast between the subject's maps or of their mean. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Within-Subject Maps...")
public final class WithinSubjectMapsCommand extends CohortCommand {

    @Parameter(label = "Maps", style = "open", description = Described.MAPS, persist = false)
    private String maps = "";

    @Parameter(label = "Table", style = "open", description = Described.TABLE, required = false, persist = false)
    private String table = "";

    @Parameter(
            label = "Volumes",
            description = Described.VOLUMES,
            choices = {"auto", "subjects", "slices"},
            required = false,
            persist = false)
    private String volumes = "auto";

    @Parameter(label = "Leave out", description = Described.LEAVE_OUT, required = false, persist = false)
    private String leave_out = "";

    @Parameter(label = "Resample", description = Described.RESAMPLE, required = false, persist = false)
    private String resample = "no";

    @Parameter(
            label = "Model",
            description =
                    "A formula over the table's columns with a factor of the subject, such as session + C(subject), or with Error(subject).",
            persist = false)
    private String model = "";

    @Parameter(
            label = "Contrast",
            description = "A regressor or an expression over regressors: one contrast of one row.",
            persist = false)
    private String contrast = "";

    @Parameter(
            label = "Missing values",
            description =
                    "exclude: a voxel that is not finite in one of a subject's maps is NaN in the contrast map; exclude-zeros: one that is 0, too; zero: it counts as 0.",
            choices = {"exclude", "exclude-zeros", "zero"},
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(
            label = "Output folder",
            style = "directory",
            description = "Takes the maps and participants.tsv.",
            persist = false)
    private String output = "";

    @Parameter
    private Viewer viewer;

    @Override
    protected void execute() {
        MissingPolicy rule = MissingPolicy.of(missing);
        if (output.isBlank())
            throw new InputException("output: found nothing, expected the folder that takes the contrast maps.");
        GivenMaps given = GivenMaps.find(viewer, request(), resample, rule);
        Cohort cohort = given.cohort();
        DesignMatrix design = GroupDesign.matrix(cohort, model, "", FilesRead.ignored());
        List<Contrast> contrasts = GroupDesign.contrasts(contrast, design, FilesRead.ignored());
        if (contrasts.size() > 1)
            throw new InputException("contrast: found " + contrasts.size()
                    + " contrasts, expected one, since each has maps of its own; run the command once for each.");
        SubjectContrast sums = SubjectContrast.of(design, contrasts.get(0));
        SubjectRows rows = new SubjectRows(cohort.covariates(), sums.owner());
        try (RunningTask task = viewer.progress("Within-Subject Maps");
                ResultFolder folder = ResultFolder.open("output", GivenPath.of("output", output))) {
            SubjectMapFolder results = new SubjectMapFolder(folder.path(), contrasts.get(0));
            Designs.slopes(model, cohort.covariates()).forEach(task::say);
            results.sentences(sums, rows, cohort.ids()).forEach(task::say);
            results.write(given.read(task), sums, rows, rule, task);
        }
    }

    private MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out);
    }
}
