package cohort.command;

import cohort.Progress;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.mask.Mask;
import cohort.mask.Missing;
import cohort.report.InputFile;
import cohort.report.ResultFolder;
import cohort.report.RunRecord;
import cohort.report.Software;
import cohort.report.StepTimes;
import cohort.report.TestedContrast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Fits a general linear model to the subjects' maps and tests a contrast. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Second-Level Model...")
public final class SecondLevelModelCommand extends GroupModelCommand {

    @Override
    void analyse(Missing rule, Optional<ResultFolder> folder, Progress progress) {
        StepTimes times = new StepTimes();
        GroupData group = load(rule, times, progress);
        Map<String, double[]> maps = times.time("fit", () -> fit(group));
        folder.ifPresent(results -> write(results, group, maps, times));
        if (shows()) maps.forEach((statistic, map) -> show(group, statistic, map));
    }

    private static Map<String, double[]> fit(GroupData group) {
        LeastSquares fit = GeneralLinearModel.fit(group.data(), group.design().matrix());
        DMatrixRMaj weights = new DMatrixRMaj(group.contrast().rows());
        return named(GeneralLinearModel.contrast(fit, weights), group.contrast().isF());
    }

    private static Map<String, double[]> named(ContrastMaps maps, boolean isF) {
        Map<String, double[]> named = new LinkedHashMap<>();
        named.put("effect", maps.effect());
        named.put("variance", maps.variance());
        named.put(isF ? "F" : "t", maps.statistic());
        named.put("p", maps.p());
        named.put("z", maps.z());
        named.put("logp", maps.logP());
        named.put("logpBonferroni", maps.logPBonferroni());
        return named;
    }

    private void write(ResultFolder folder, GroupData group, Map<String, double[]> maps, StepTimes times) {
        Mask mask = group.mask().mask();
        times.time("write", () -> {
            folder.writeMask(mask);
            maps.forEach((statistic, map) -> folder.writeMap(group.contrast().name(), statistic, mask.toVolume(map)));
            folder.writeDesign(group.design());
            return folder;
        });
        folder.writeModelRecord(record(group, List.copyOf(maps.keySet()), times));
    }

    private RunRecord record(GroupData group, List<String> statistics, StepTimes times) {
        return new RunRecord(
                Inputs.commandLine(this),
                Inputs.of(this),
                Software.versions(),
                RunRecord.now(),
                InputFile.of(FilesRead.by(this, group.cohort())),
                group.subjects(),
                group.design().columns(),
                group.contrast().text(),
                List.of(TestedContrast.of(group.contrast(), statistics)),
                group.degreesOfFreedom(),
                group.mask().mask().size(),
                group.mask().mask().volumeMm3(),
                group.mask().missing(),
                "nothing",
                false,
                0,
                times.seconds());
    }
}
