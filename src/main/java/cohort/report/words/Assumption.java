package cohort.report.words;

import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.analysis.results.GroupResults;
import cohort.design.matrix.IndependentRegressors;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

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
        String gaps = run.gaps().isEmpty()
                        || !run.isPermutation()
                        || run.shuffled().scheme().startsWith("sign flips")
                ? ""
                : "; which voxels a subject lacks does not depend on what is tested";
        return words
                + variances
                + gaps
                + within(results).map(more -> "; " + more).orElse("");
    }

    /**
     * What a test on all maps takes for granted about those of one subject, as a clause; nothing if it takes nothing, or if each
     * subject has one map.
     */
    static Optional<String> within(GroupResults results) {
        RunRecord run = results.run();
        boolean blocks = run.isPermutation() && !run.parameter("blocks").isBlank();
        boolean together = blocks
                && (run.parameter("within").equals("false")
                        || run.shuffled().scheme().startsWith("sign flips"));
        if (!isPooled(results) || together) return Optional.empty();
        return Optional.of(
                blocks || explainsSubjects(results)
                        ? "the maps of a subject are equally variable and equally correlated (compound symmetry)"
                        : "the maps of a subject are independent of each other, which repeated measures seldom are");
    }

    /** Whether the model has an effect for each subject, so that what a subject's maps have in common is no error. */
    private static boolean explainsSubjects(GroupResults results) {
        int[] subjects = results.run().subjects().stream()
                .mapToInt(AnalysedSubject::subject)
                .toArray();
        DMatrixRMaj design = results.design().matrix();
        DMatrixRMaj effects = new DMatrixRMaj(design.numRows, results.sample().subjects());
        for (int i = 0; i < subjects.length; i++) effects.set(i, subjects[i] - 1, 1);
        DMatrixRMaj both = CommonOps_DDRM.concatColumns(design, effects, null);
        return IndependentRegressors.of(both).rank() == results.design().rank();
    }

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
                        + ", and so identically distributed";
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
