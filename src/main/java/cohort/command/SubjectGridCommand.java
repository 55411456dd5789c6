package cohort.command;

import cohort.Progress;
import cohort.figure.Figure;
import cohort.figure.Panel;
import cohort.figure.SubjectGrid;
import cohort.image.Volume;
import cohort.image.Volumes;
import cohort.mask.GroupMaps;
import cohort.mask.Maps;
import cohort.mask.Mask;
import cohort.table.Cohorts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws every subject's map, small, side by side. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Subject Grid...")
public final class SubjectGridCommand extends FigureCommand {

    @Parameter(
            label = "Maps",
            description = "A table (CSV or TSV) with a column map, a folder, a pattern, or a 4D file.",
            persist = false)
    private String maps = "";

    @Parameter(label = "Views", description = "x, y, z, l, r or a combination.", required = false, persist = false)
    private String views = "z";

    @Parameter(
            label = "Mask",
            description = "An image whose outline is the glass; auto for the voxels that are not 0 in some map.",
            required = false,
            persist = false)
    private String mask = "auto";

    @Override
    Figure draw(Progress progress) {
        Maps read = GroupMaps.read(Cohorts.read(maps), progress);
        List<Panel> panels = IntStream.range(0, read.subjects())
                .mapToObj(s -> new Panel(read.ids().get(s), read.volumes().get(s)))
                .toList();
        return SubjectGrid.draw(panels, options(false, views, Optional.empty(), outline(), true));
    }

    private Optional<Mask> outline() {
        if (mask.equals("auto")) return Optional.empty();
        Volume image = Volumes.read(Inputs.path("mask", mask));
        return Optional.of(Mask.of(image.grid(), image.voxels()));
    }
}
