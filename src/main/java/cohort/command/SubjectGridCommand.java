package cohort.command;

import cohort.Progress;
import cohort.figure.Figure;
import cohort.figure.Panel;
import cohort.figure.SubjectGrid;
import cohort.mask.GroupMaps;
import cohort.mask.Maps;
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

    @Override
    Figure draw(Progress progress) {
        Maps read = GroupMaps.read(Cohorts.read(maps), progress);
        List<Panel> panels = IntStream.range(0, read.subjects())
                .mapToObj(s -> new Panel(read.ids().get(s), read.volumes().get(s)))
                .toList();
        return SubjectGrid.draw(panels, options(false, views, Optional.empty(), Optional.empty(), true));
    }
}
