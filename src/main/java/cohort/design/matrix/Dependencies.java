package cohort.design.matrix;

import java.util.List;

/** Names the regressors that others explain. */
public final class Dependencies {
    private Dependencies() {}

    /**
     * For each regressor that is a combination of independent ones before it: those it combines, and itself. One that
     * is 0 for every subject combines none.
     */
    public static List<List<String>> of(DesignMatrix design) {
        return IndependentRegressors.of(design.matrix()).dependencies().stream()
                .map(numbers -> numbers.stream().map(design.columns()::get).toList())
                .toList();
    }

    /** What is wrong with regressors that depend on each other, as part of a sentence. */
    public static String sentence(List<String> dependent) {
        return dependent.size() == 1
                ? "the regressor " + dependent.get(0) + " is 0 for every subject"
                : "the regressors " + String.join(", ", dependent) + " are linearly dependent";
    }
}
