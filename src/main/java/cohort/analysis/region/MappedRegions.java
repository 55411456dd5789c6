package cohort.analysis.region;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GivenCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.ModelSettings;
import cohort.analysis.OpenImages;
import cohort.files.FilesRead;
import cohort.mask.GroupMask;
import cohort.mask.MissingPolicy;
import cohort.region.Atlas;
import cohort.subjects.Maps;
import cohort.text.Words;
import java.util.Optional;

/** The regions of an atlas in maps. */
final class MappedRegions implements RegionSource {
    private final RegionSettings settings;
    private final ModelSettings data;
    private final MissingPolicy missing;
    private RegionValues read;

    MappedRegions(RegionSettings settings) {
        this.settings = settings;
        data = settings.test().data();
        missing = MissingPolicy.of(data.missing());
    }

    @Override
    public RegionValues values() {
        return read;
    }

    @Override
    public GivenCohort find(OpenImages images, FilesRead files) {
        return GivenCohort.find(images, data.request(), data.resample(), missing, files);
    }

    @Override
    public GroupAnalysis.Units read(GivenCohort given, Progress remarks) {
        Atlas named = data.atlas(given.files()).orElseThrow();
        try (Maps maps = given.read(data.storage(), remarks)) {
            Atlas atlas = named.on(maps.grid());
            GroupMask mask = given.findMask(maps, data.mask(), Optional.of(atlas), missing);
            mask.sentences().forEach(remarks::say);
            read = RegionValues.of(maps, mask.mask(), atlas, settings.value(), settings.level());
        }
        if (read.names().isEmpty())
            throw new InputException("mask: " + data.mask()
                    + " has no voxel in a region of the atlas, expected at least one; give mask=atlas.");
        return units(read, remarks);
    }

    /** One voxel for each region, on a line. */
    static GroupAnalysis.Units units(RegionValues read, Progress remarks) {
        remarks.say(Words.count(read.names().size(), "region") + ": " + Words.first(read.names(), MOST_NAMED) + ".");
        return new GroupAnalysis.Units(RegionValues.line(read.names().size()), read.values());
    }
}
