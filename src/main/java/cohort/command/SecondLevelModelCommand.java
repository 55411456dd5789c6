package cohort.command;

import cohort.Progress;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.mask.Mask;
import cohort.mask.Missing;
import cohort.report.ResultFolder;
import cohort.report.StepTimes;
import java.util.LinkedHashMap;
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
        GroupData group = load(rule, new StepTimes(), progress);
        LeastSquares fit = GeneralLinearModel.fit(group.data(), group.design().matrix());
        Map<String, double[]> maps = named(
                GeneralLinearModel.contrast(
                        fit, new DMatrixRMaj(group.contrast().rows())),
                group.contrast().isF());
        folder.ifPresent(results -> write(results, group, maps));
        if (shows()) maps.forEach((statistic, map) -> show(group, statistic, map));
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

    private static void write(ResultFolder folder, GroupData group, Map<String, double[]> maps) {
        Mask mask = group.mask().mask();
        folder.writeMask(mask);
        maps.forEach((statistic, map) -> folder.writeMap(group.contrast().name(), statistic, mask.toVolume(map)));
    }
}
