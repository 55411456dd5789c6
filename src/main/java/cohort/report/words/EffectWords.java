package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.text.Reference;

/** What the sizes of effects are and what their intervals assume, for the methods of a paper. */
final class EffectWords {
    private final GroupResults results;
    private final Prose prose;

    private EffectWords(GroupResults results, Prose prose) {
        this.results = results;
        this.prose = prose;
    }

    /** Says it, if there are such maps. */
    static void say(GroupResults results, Prose prose) {
        EffectWords words = new EffectWords(results, prose);
        if (words.say("voxel"))
            prose.say(" Peaks are selected for being high, so effect sizes there are too large on average")
                    .cite(Reference.KRIEGESKORTE_2009, Reference.YARKONI_2009)
                    .say(".");
    }

    /** Says it of regions. */
    static void ofRegions(GroupResults results, Prose prose) {
        new EffectWords(results, prose).say("region");
    }

    private boolean say(String unit) {
        boolean any = has("d") || has("dUnpooled") || has("r") || has("partialR2");
        if (!any) return false;
        if (has("d"))
            prose.say(" Cohen's d is the effect divided by the residual standard deviation")
                    .cite(Reference.COHEN_1988)
                    .say(".");
        if (has("dUnpooled"))
            prose.say(
                            " Cohen's d of two groups is the difference of their means divided by the square root of the mean of their variances")
                    .cite(Reference.BONETT_2008)
                    .say(".");
        if (has("g") || has("gUnpooled"))
            prose.say(" Hedges' g is d corrected for bias")
                    .cite(Reference.HEDGES_1981)
                    .say(".");
        if (has("r")) prose.say(" The effect size of a covariate is its partial correlation with the maps.");
        if (has("partialR2"))
            prose.say(
                    " Partial R² is the proportion of the variance not explained by the other regressors that a contrast explains.");
        prose.say(" The 95 % confidence intervals are based on the noncentral t and F distributions")
                .cite(Reference.STEIGER_2004)
                .say(", assume "
                        + (has("dUnpooled")
                                ? "normal errors and use Welch's degrees of freedom"
                                : "normal errors of equal variance")
                        + ", and hold for each " + unit + " alone.");
        return true;
    }

    private boolean has(String size) {
        return results.contrasts().stream().map(ContrastResults::maps).anyMatch(maps -> maps.containsKey(size));
    }
}
