package cohort.command;

import cohort.analysis.ResultFolder;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.MapHeaders;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.StepTimes;
import cohort.analysis.record.TestedContrast;
import cohort.design.matrix.Contrast;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.glm.LeastSquares;
import cohort.mask.Mask;
import cohort.mask.MissingPolicy;
import cohort.permute.nulls.Tail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Fits a general linear model to the subjects' maps and tests contrasts. */
@Plugin(type = Command.class, menuPath = "Plugins>Cohort>Second-Level Model...")
public final class SecondLevelModelCommand extends GroupModelCommand {

    /** The maps that each contrast has. */
    private static final List<String> NAMES =
            List.of("effect", "variance", "t", "F", "p", "z", "logp", "logpBonferroni");

    @Override
    void analyse(MissingPolicy rule, Optional<ResultFolder> folder, Remarks progress) {
        StepTimes times = new StepTimes();
        GroupData group = load(
                rule,
                asked -> folder.ifPresent(results -> results.requireNames(asked.names(), NAMES)),
                times,
                progress);
        List<Map<String, double[]>> maps = times.time("fit", () -> fit(group));
        folder.ifPresent(results -> write(results, group, maps, progress, times));
        if (shows()) show(group, maps::get, c -> headers(group, c));
    }

    private static List<Map<String, double[]>> fit(GroupData group) {
        List<Contrast> contrasts = group.contrasts();
        List<LeastSquares> fits = IntStream.range(0, group.question().strata().isEmpty() ? 1 : contrasts.size())
                .mapToObj(c ->
                        GeneralLinearModel.fit(group.data(c), group.question().design(c)))
                .toList();
        return IntStream.range(0, contrasts.size())
                .mapToObj(c -> named(
                        GeneralLinearModel.contrast(
                                fits.get(Math.min(c, fits.size() - 1)),
                                new DMatrixRMaj(contrasts.get(c).rows())),
                        contrasts.get(c).isF()))
                .toList();
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

    /** p is one-sided; what is said of the maps elsewhere is of both sides. */
    private static HowTested how(GroupData group, int contrast) {
        return group.question().how(contrast, group.contrasts().get(contrast).isF() ? Tail.POSITIVE : Tail.BOTH);
    }

    private static MapHeaders headers(GroupData group, int contrast) {
        return MapHeaders.ofModel(
                group.contrasts().get(contrast).rows().length,
                how(group, contrast).degreesOfFreedom());
    }

    private void write(
            ResultFolder folder, GroupData group, List<Map<String, double[]>> maps, Remarks remarks, StepTimes times) {
        Mask mask = group.mask().mask();
        List<TestedContrast> tested = new ArrayList<>();
        times.time("write", () -> {
            folder.writeMask(mask);
            folder.writeDesign(group.design());
            for (int c = 0; c < maps.size(); c++) {
                Contrast contrast = group.contrasts().get(c);
                MapHeaders headers = headers(group, c);
                maps.get(c)
                        .forEach((statistic, map) ->
                                folder.writeMap(contrast.name(), statistic, mask.toVolume(map), headers));
                tested.add(TestedContrast.of(contrast, List.copyOf(maps.get(c).keySet()), how(group, c)));
            }
            return folder;
        });
        folder.writeModelRecord(record(group, tested, Shuffled.NOTHING, remarks, times));
    }
}
