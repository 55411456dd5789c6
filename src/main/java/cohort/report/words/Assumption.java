package cohort.report.words;

import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.analysis.results.GroupResults;

/** What a run assumes about errors, in words. */
public final class Assumption {
    private Assumption() {}

    /** A sentence without its full stop that begins with errors. */
    public static String of(GroupResults results) {
        RunRecord run = results.run();
        String words = run.isPermutation()
                ? shuffled(results)
                : isPooled(results)
                        ? "errors are normal and independent between subjects"
                        : "errors are independent, normal and of equal variance in all " + units(results);
        String groups = run.parameter("variance_groups");
        String variances = groups.isBlank() ? "" : "; each group of " + groups + " may have a variance of its own";
        return words + variances + (isPooled(results) ? "; " + COMPOUND_SYMMETRY : "");
    }

    /** What a test of all maps of subjects with several maps takes for granted. */
    static final String COMPOUND_SYMMETRY =
            "the maps of a subject are equally variable and equally correlated (compound symmetry)";

    private static boolean isPooled(GroupResults results) {
        return results.contrasts().stream().anyMatch(tested -> results.sample().isPooled(tested.how()));
    }

    private static String shuffled(GroupResults results) {
        String scheme = results.run().shuffled().scheme();
        boolean blocks = scheme.contains("block");
        String between = blocks ? "blocks" : units(results);
        if (scheme.startsWith("sign flips"))
            return "errors are symmetric about zero and independent between " + between;
        String exchangeable =
                "errors are exchangeable " + (scheme.contains("within") ? "within blocks" : "between " + between)
                        + ", that is, alike in distribution";
        return scheme.startsWith("permutations with sign flips")
                ? exchangeable + ", and symmetric about zero"
                : exchangeable;
    }

    private static String units(GroupResults results) {
        boolean sums = results.contrasts().stream()
                .allMatch(tested -> tested.how().kind().isPresent());
        Sample sample = results.sample();
        return sums || !sample.isRepeated() && sample.isKnown() ? "subjects" : "maps";
    }
}
