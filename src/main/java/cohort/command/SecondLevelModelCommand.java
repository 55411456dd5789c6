package cohort.command;

import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.command.viewer.Viewer;
import java.util.Map;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Fits a general linear model to the subjects' maps and tests contrasts. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Cohort"), @Menu(label = "Second-Level Model...", weight = 42)},
        headless = true,
        description = "Fits a general linear model to the subjects' maps and tests contrasts with parametric p-values.")
public final class SecondLevelModelCommand extends GroupAnalysisCommand {

    @Override
    Run run(Map<String, String> keys) {
        ModelSettings settings = ModelSettings.of(keys);
        return new Run() {
            @Override
            public GroupAnalysis load(Viewer images, Optional<ResultFolder> folder, Progress progress) {
                return GroupAnalysis.load(settings, images, folder, progress);
            }

            @Override
            public GroupResults analyse(GroupAnalysis analysis) {
                return analysis.fit();
            }
        };
    }
}
