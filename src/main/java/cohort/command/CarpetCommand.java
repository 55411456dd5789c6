package cohort.command;

import cohort.Progress;
import cohort.analysis.GivenMaps;
import cohort.command.input.Described;
import cohort.figure.Figures;
import cohort.figure.paper.Figure;
import cohort.image.ReadingOptions;
import cohort.mask.GroupMask;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.subjects.Maps;
import cohort.subjects.MapsRequest;
import cohort.subjects.SubjectAxis;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws all data of a group at once, with the subjects that are unlike the others marked. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Carpet...")
public final class CarpetCommand extends FigureCommand {

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

    @Parameter(label = "Channel", description = Described.CHANNEL, min = "0", required = false, persist = false)
    private int channel;

    @Parameter(label = "Leave out", description = Described.LEAVE_OUT, required = false, persist = false)
    private String leave_out = "";

    @Parameter(label = "Resample", description = Described.RESAMPLE, required = false, persist = false)
    private String resample = "no";

    @Parameter(label = "Mask", style = "open", description = Described.MASK, required = false, persist = false)
    private String mask = "auto";

    @Parameter(
            label = "Missing values",
            description = Described.MISSING,
            choices = {"exclude", "exclude-zeros", "zero"},
            required = false,
            persist = false)
    private String missing = "exclude";

    @Parameter(label = "Smoothing FWHM (mm)", description = Described.FWHM, required = false, persist = false)
    private double fwhm;

    @Override
    Figure draw(Progress progress) {
        MissingPolicy rule = MissingPolicy.of(missing);
        GivenMaps given = GivenMaps.find(viewer(), request(), resample, rule);
        Maps read = given.read(progress);
        GroupMask voxels = given.findMask(read, mask, rule);
        voxels.sentences().forEach(progress::say);
        Img<DoubleType> data = SubjectMatrix.extract(read, voxels.mask(), fwhm, progress);
        List<SubjectDistance> distances = SubjectDistances.of(data);
        progress.say(SubjectDistances.rule(read.ids(), distances));
        for (int s = 0; s < distances.size(); s++)
            if (distances.get(s).isOutlier())
                progress.say(distances.get(s).sentence(read.ids().get(s)));
        return Figures.carpet(read.ids(), data, distances);
    }

    private MapsRequest request() {
        return new MapsRequest(maps, table, SubjectAxis.of(volumes), leave_out, new ReadingOptions(channel));
    }
}
