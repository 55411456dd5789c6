package cohort.analysis.region;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.results.GroupResults;
import cohort.mask.Mask;
import cohort.subjects.Cohort;
import cohort.table.Table;
import cohort.text.MacroOptions;
import cohort.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tests regions in the place of voxels, by the engine of the maps: those of maps and an atlas, or of tables.
 *
 * <pre>{@code
 * var settings = RegionSettings.parse("maps=participants.tsv model=[1 + age] contrast=age atlas=atlas.nii.gz");
 * RegionResults results = RegionAnalysis.test(settings, OpenImages.NONE, Progress.NONE);
 * results.table().write(Path.of("regions.tsv"));
 * }</pre>
 */
public final class RegionAnalysis {
    private static final String MENU_ITEM = "Region Inference...";

    private final RegionSettings settings;
    private final RegionSource source;

    private RegionAnalysis(RegionSettings settings) {
        this.settings = settings;
        source = settings.region_values().isBlank() ? new MappedRegions(settings) : new TabledRegions(settings);
    }

    /**
     * Reads maps and atlas, or tables of values, and tests the regions.
     *
     * @param settings the question and how to answer it
     * @param images the open images that the settings may name
     * @param progress hears how far it has come, and what a reader of the results should know
     * @throws InputException if a setting, or a file that it names, is invalid
     */
    public static RegionResults test(RegionSettings settings, OpenImages images, Progress progress) {
        return new RegionAnalysis(settings).run(images, progress);
    }

    private RegionResults run(OpenImages images, Progress progress) {
        try (GroupAnalysis analysis = GroupAnalysis.load(settings.test(), images, source, progress)) {
            Mask tested = analysis.mask().mask();
            sayWhatIsLeftOut(tested, progress);
            GroupResults model = analysis.fit(), test = analysis.permute();
            Table covariates = analysis.given().cohort().covariates();
            List<String> regions = IntStream.range(0, tested.size())
                    .mapToObj(m -> source.values().names().get(tested.gridIndex(m)))
                    .toList();
            RegionRecord record = new RegionRecord(
                    new MacroOptions(settings.values()).line(MENU_ITEM),
                    settings.values(),
                    regions,
                    groups(test, covariates),
                    test.run());
            return new RegionResults(record, model, test, source.values(), covariates.column(Cohort.PARTICIPANT));
        }
    }

    /** For each map its level of the first factor that is a column of the table. */
    private static List<String> groups(GroupResults test, Table covariates) {
        return test.design().factors().keySet().stream()
                .filter(covariates::has)
                .findFirst()
                .map(covariates::column)
                .orElseGet(() -> Collections.nCopies(covariates.rows(), ""));
    }

    private void sayWhatIsLeftOut(Mask tested, Progress progress) {
        boolean[] inside = tested.inside();
        List<String> names = IntStream.range(0, inside.length)
                .filter(r -> !inside[r])
                .mapToObj(r -> source.values().names().get(r))
                .toList();
        if (!names.isEmpty())
            progress.say("Regions left out, since nothing can be tested in them: "
                    + Words.first(names, RegionSource.MOST_NAMED) + ".");
    }
}
