package cohort.analysis.region;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OpenImages;
import cohort.files.FilesRead;
import cohort.mask.MissingPolicy;
import cohort.region.Atlas;
import cohort.region.Region;
import cohort.region.values.RegionTable;
import cohort.region.values.RegionTableRequest;
import cohort.region.values.RegionTables;
import cohort.subjects.CommonGrid;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Regions that another program measured, in tables; there are no maps. */
final class TabledRegions implements RegionSource {
    private final RegionSettings settings;
    private final ModelSettings data;
    private RegionTable table;
    private RegionValues read;

    TabledRegions(RegionSettings settings) {
        this.settings = settings;
        data = settings.test().data();
    }

    @Override
    public RegionValues values() {
        return read;
    }

    @Override
    public GivenCohort find(OpenImages images, FilesRead files) {
        boolean modelled = data.design().isBlank() && !data.model().strip().equals("1");
        table = RegionTables.read(
                new RegionTableRequest(
                        settings.region_values(),
                        data.table(),
                        data.leave_out(),
                        settings.measure(),
                        settings.only(),
                        modelled,
                        settings.value()),
                files);
        return new GivenCohort(table.cohort(), CommonGrid.REQUIRED, images, files);
    }

    @Override
    public GroupAnalysis.Units read(GivenCohort given, Progress remarks) {
        given.sayWhatWasTaken(remarks);
        double[][] values = table.values();
        MissingPolicy missing = MissingPolicy.of(data.missing());
        if (missing == MissingPolicy.ZERO)
            values = Arrays.stream(values)
                    .map(row ->
                            Arrays.stream(row).map(v -> Double.isNaN(v) ? 0 : v).toArray())
                    .toArray(double[][]::new);
        int[] whole = whole(values, missing == MissingPolicy.EXCLUDE_ZEROS);
        sayWhatIsMissing(whole, remarks);
        List<String> names = Arrays.stream(whole).mapToObj(table.regions()::get).toList();
        read = new RegionValues(
                names,
                data.atlas(given.files()).map(atlas -> places(atlas, names, remarks)),
                Arrays.stream(values)
                        .map(row ->
                                Arrays.stream(whole).mapToDouble(r -> row[r]).toArray())
                        .toArray(double[][]::new));
        return MappedRegions.units(read, remarks);
    }

    /** The regions that all subjects have. */
    private static int[] whole(double[][] values, boolean zeroIsNone) {
        return IntStream.range(0, values[0].length)
                .filter(r -> Arrays.stream(values).noneMatch(row -> Double.isNaN(row[r]) || zeroIsNone && row[r] == 0))
                .toArray();
    }

    private void sayWhatIsMissing(int[] whole, Progress remarks) {
        List<String> out = new ArrayList<>(table.regions());
        for (int r : whole) out.remove(table.regions().get(r));
        if (whole.length == 0)
            throw new InputException("missing: no region of region_values=" + settings.region_values()
                    + " has a value of each of the " + table.values().length
                    + " subjects, expected at least one; missing=zero counts a missing value as 0.");
        if (!out.isEmpty())
            remarks.say("Regions left out, since some subject has no value: " + Words.first(out, MOST_NAMED) + ".");
    }

    /** Where an atlas has regions of these names. */
    private RegionPlaces places(Atlas atlas, List<String> names, Progress remarks) {
        List<OptionalInt> found = names.stream().map(atlas::placeOf).toList();
        List<String> none = IntStream.range(0, names.size())
                .filter(r -> found.get(r).isEmpty())
                .mapToObj(names::get)
                .toList();
        if (none.size() == names.size())
            throw new InputException(
                    "atlas: found none of the regions of region_values, such as " + names.get(0) + ", in "
                            + data.atlas()
                            + ", expected an atlas that has their names or abbreviations; leave it out to do without"
                            + " pictures of the brain.");
        if (!none.isEmpty())
            remarks.say("Regions without a place in the atlas: " + Words.first(none, MOST_NAMED) + ".");
        return new RegionPlaces(
                atlas.grid(),
                found.stream()
                        .map(place -> place.isPresent()
                                ? Optional.of(atlas.regions().get(place.getAsInt()))
                                : Optional.<Region>empty())
                        .toList(),
                found.stream()
                        .map(place -> place.isPresent() ? atlas.voxelsWithin(place.getAsInt()) : new int[0])
                        .toList());
    }
}
