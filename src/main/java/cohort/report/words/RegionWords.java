package cohort.report.words;

import cohort.analysis.record.RunRecord;
import cohort.analysis.region.RegionRun;
import cohort.text.Reference;
import cohort.text.Words;
import java.util.Map;

/** What a test of regions did, for the methods of a paper. */
final class RegionWords {
    private static final Map<String, String> VALUES = Map.of(
            "mean", "mean of its voxels",
            "median", "median of its voxels",
            "sum", "sum over its voxels",
            "volume", "sum over its voxels times the volume of a voxel",
            "share", "share of its voxels above ");

    private RegionWords() {}

    /** What stood for a region. */
    static void data(RegionRun regions, Prose prose) {
        RunRecord run = regions.test().run();
        String count = Words.count(regions.record().regions().size(), "region");
        if (!run.hasMaps()) {
            prose.say("The values of " + count + " were read from " + Words.fileName(run.parameter("region_values"))
                    + measure(run) + ". ");
            return;
        }
        String value = run.parameter("value");
        prose.say("The value of each of " + count + " was the " + VALUES.getOrDefault(value, value)
                + (value.equals("share") ? Words.digits(Double.parseDouble(run.parameter("level")), 4) : "")
                + ". " + (MaskWords.atlas(run).isEmpty() ? "" : MaskWords.atlas(run) + " "));
    }

    private static String measure(RunRecord run) {
        String measure = run.parameter("measure");
        return measure.isBlank() ? "" : " (" + measure.replace(";", ", ") + ")";
    }

    /** How p was corrected over the regions. */
    static void correction(RegionRun regions, Prose prose) {
        String draws = regions.test().run().shuffled().draws();
        prose.say("The family-wise error rate over the "
                        + Words.count(regions.record().regions().size(), "region")
                        + " was controlled by the distribution of the maximum of the statistic")
                .cite(Reference.NICHOLS_HOLMES_2002)
                .say(Methods.counted(draws))
                .cite(Reference.PHIPSON_SMYTH_2010)
                .say(". The uncorrected p of each region by the same " + draws
                        + " was also adjusted for the false discovery rate")
                .cite(Reference.BENJAMINI_HOCHBERG_1995)
                .say(".");
    }
}
