package cohort.analysis.region;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OpenImages;
import cohort.analysis.results.GroupResults;
import cohort.image.Grid;
import cohort.mask.GroupMask;
import cohort.mask.Mask;
import cohort.mask.MissingPolicy;
import cohort.region.Atlas;
import cohort.region.Region;
import cohort.subjects.Cohort;
import cohort.subjects.Maps;
import cohort.table.Table;
import cohort.text.MacroOptions;
import cohort.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tests regions in the place of voxels, by the engine of the maps.
 *
 * <pre>{@code
 * var settings = RegionSettings.parse("maps=participants.tsv model=[1 + age] contrast=age atlas=atlas.nii.gz");
 * RegionResults results = RegionAnalysis.test(settings, OpenImages.NONE, Progress.NONE);
 * results.table().write(Path.of("regions.tsv"));
 * }</pre>
 */
public final class RegionAnalysis {
    private static final String MENU_ITEM = "Region Inference...";

    private static final int MOST_NAMED = 8;

    private final RegionSettings settings;
    private RegionValues read;
    private Grid grid;
    private Table covariates;

    private RegionAnalysis(RegionSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads maps and atlas, and tests the regions.
     *
     * @param settings what is asked
     * @param images those that are open, which the settings may name
     * @param progress hears how far it has come, and what a reader of the results should know
     * @throws InputException if a setting, or a file that it names, is not as it should be
     */
    public static RegionResults test(RegionSettings settings, OpenImages images, Progress progress) {
        return new RegionAnalysis(settings).run(images, progress);
    }

    private RegionResults run(OpenImages images, Progress progress) {
        try (GroupAnalysis analysis = GroupAnalysis.load(settings.test(), images, this::read, progress)) {
            Mask tested = analysis.mask().mask();
            sayWhatIsLeftOut(tested, progress);
            GroupResults model = analysis.fit(), test = analysis.permute();
            List<Region> regions = IntStream.range(0, tested.size())
                    .mapToObj(m -> read.regions().get(tested.gridIndex(m)))
                    .toList();
            RegionRecord record = new RegionRecord(
                    new MacroOptions(settings.values()).line(MENU_ITEM),
                    settings.values(),
                    regions.stream().map(Region::name).toList(),
                    test.run());
            return new RegionResults(
                    record, model, test, read, grid, covariates.column(Cohort.PARTICIPANT), groups(test));
        }
    }

    /** For each map its level of the first factor that is a column of the table. */
    private List<String> groups(GroupResults test) {
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
                .mapToObj(r -> read.regions().get(r).name())
                .toList();
        if (!names.isEmpty())
            progress.say(
                    "Regions left out, since nothing can be tested in them: " + Words.first(names, MOST_NAMED) + ".");
    }

    private GroupAnalysis.Units read(GivenCohort given, Progress remarks) {
        ModelSettings data = settings.test().data();
        MissingPolicy missing = MissingPolicy.of(data.missing());
        Atlas named = data.atlas(given.files()).orElseThrow();
        try (Maps maps = given.read(data.storage(), remarks)) {
            Atlas atlas = named.on(maps.grid());
            GroupMask mask = given.findMask(maps, data.mask(), Optional.of(atlas), missing);
            mask.sentences().forEach(remarks::say);
            read = RegionValues.of(maps, mask.mask(), atlas, settings.value(), settings.level());
            if (read.regions().isEmpty())
                throw new InputException("mask: " + data.mask()
                        + " has no voxel in a region of the atlas, expected some; give mask=atlas.");
            grid = maps.grid();
            covariates = given.cohort().covariates();
        }
        remarks.say(Words.count(read.regions().size(), "region") + ": "
                + Words.first(read.regions().stream().map(Region::name).toList(), MOST_NAMED) + ".");
        Grid line = Grid.ofVoxelSize(read.regions().size(), 1, 1, 1, 1, 1);
        return new GroupAnalysis.Units(Mask.everywhere(line), read.values());
    }
}
