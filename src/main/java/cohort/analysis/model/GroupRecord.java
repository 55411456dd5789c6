package cohort.analysis.model;

import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.InputFile;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Shuffled;
import cohort.analysis.record.Software;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ModelSeries;
import cohort.analysis.results.ValueSource;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.RepeatedColumns;
import cohort.glm.CovariateVoxels;
import cohort.matrix.VoxelMatrix;
import cohort.text.MacroOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sets down how results came about.
 *
 * @param data what was analysed
 */
public record GroupRecord(GroupData data) {

    /** The files that were read, each with its SHA-256. */
    public List<InputFile> inputs() {
        List<Path> covariates = data.covariates().map(VoxelCovariates::files).orElse(List.of());
        return InputFile.of(
                design().files(),
                Stream.concat(design().cohort().mapFiles().stream(), covariates.stream())
                        .distinct()
                        .toList());
    }

    /**
     * Results with their record.
     *
     * @param keys the settings
     * @param menuItem that repeats the run with them
     * @param shuffled what was permuted or sign-flipped, if anything was
     * @param contrasts what was found
     * @param said what a reader should know
     * @param seconds by step
     */
    public GroupResults results(
            Map<String, String> keys,
            String menuItem,
            Shuffled shuffled,
            List<ContrastResults> contrasts,
            List<String> said,
            Map<String, Double> seconds) {
        RunRecord run = new RunRecord(
                new MacroOptions(keys).line(menuItem),
                keys,
                Software.versions(),
                RunRecord.now(),
                inputs(),
                subjects(),
                design().cohort().leftOut(),
                design().cohort().selection().passedOver(),
                design().design().columns(),
                design().design().factors(),
                design().contrasts().stream().map(Contrast::text).collect(Collectors.joining(" | ")),
                contrasts.stream().map(ContrastResults::tested).toList(),
                design().degreesOfFreedom(),
                data.mask().mask().size(),
                data.mask().mask().volumeMm3(),
                data.space(),
                data.smoothness(),
                data.mask().missing(),
                data.mask().zeros(),
                data.gaps(),
                data.untestable().constant(),
                data.untestable().explained(),
                data.covariates().map(VoxelCovariates::voxels).orElse(CovariateVoxels.NONE),
                shuffled,
                said,
                seconds);
        DesignMatrix shown = data.covariates().map(VoxelCovariates::mean).orElseGet(design()::design);
        ValueSource values =
                ValueSource.of(VoxelMatrix.of(data.values()), data.mask().mask(), shown, ModelSeries.askedFor(keys));
        return new GroupResults(run, data.mask().mask(), shown, contrasts, List.of(), values);
    }

    private GroupDesign design() {
        return data.design();
    }

    /** The maps and whose they are. */
    private List<AnalysedSubject> subjects() {
        int[] labels = design().stratum(0)
                .filter(map -> design().maps().areSeveral())
                .map(map -> new BlockLabels(IntStream.of(map.owner())
                        .mapToObj(subject -> new int[] {subject + 1})
                        .toArray(int[][]::new)))
                .or(() -> ErrorStrata.subjects(design().design(), design().contrasts()))
                .or(() -> RepeatedColumns.subjects(design().cohort().covariates()))
                .map(blocks -> blocks.level(0))
                .orElseGet(() -> IntStream.range(0, design().design().rows()).toArray());
        return AnalysedSubject.of(design().cohort(), labels);
    }
}
