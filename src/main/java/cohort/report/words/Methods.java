package cohort.report.words;

import cohort.analysis.record.HowTested;
import cohort.analysis.record.RunRecord;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.strata.ErrorStratum;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Tail;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The paragraph for the methods section of a paper: what was done, by whose methods, and nothing that was not. */
public final class Methods {
    private static final int MOST_TERMS = 8;

    private final GroupResults results;
    private final RunRecord run;
    private final Prose prose = new Prose();

    private Methods(GroupResults results) {
        this.results = results;
        this.run = results.run();
    }

    /** Writes it. */
    public static Prose of(GroupResults results) {
        Methods methods = new Methods(results);
        methods.data();
        methods.mask();
        methods.model();
        if (results.run().isPermutation()) {
            methods.shuffles();
            methods.statistics();
            methods.correction();
        } else {
            methods.parametric();
        }
        return methods.prose;
    }

    private void data() {
        prose.say("Group statistics were computed with Cohort " + run.software().getOrDefault("Cohort", "")
                        + " for Fiji")
                .cite(Citation.SCHINDELIN_2012)
                .say(" from " + results.sample().source() + ". ");
        double fwhm = Double.parseDouble(run.parameter("fwhm"));
        prose.say(
                fwhm > 0
                        ? "The maps were smoothed with a Gaussian kernel of " + Words.digits(fwhm, 4)
                                + " mm full width at half maximum. "
                        : "The maps were not smoothed any further. ");
    }

    private void mask() {
        prose.say("The analysis covered the " + Words.count(run.voxels()) + " voxels (" + MaskWords.volume(results)
                + ") " + MaskWords.of(run));
        if (MaskWords.isRule(run)) prose.cite(Citation.ABRAHAM_2014);
        prose.say(". ");
        for (String sentence : List.of(MaskWords.missing(run), MaskWords.zeros(run), MaskWords.untestable(run)))
            if (!sentence.isEmpty()) prose.say(sentence + " ");
    }

    private void model() {
        prose.say("In each voxel a general linear model")
                .cite(Citation.FRISTON_MODEL_1994)
                .say(regressors() + " was fitted by ordinary least squares"
                        + (results.isOneModel()
                                ? " (" + Words.count(run.degreesOfFreedom(), "residual degree") + " of freedom). "
                                : ". "));
        for (ContrastResults tested : results.contrasts()) contrast(tested);
    }

    /** The terms of the model; of the regressors of a file, which may be many, the names where there are few. */
    private String regressors() {
        List<ModelTerm> terms = ModelTerm.of(results.design());
        if (terms.isEmpty()) return " with an intercept alone";
        if (terms.size() > MOST_TERMS)
            return " with " + Words.count(results.design().size(), "regressor");
        return " with " + Words.list(terms.stream().map(ModelTerm::counted).toList());
    }

    private void contrast(ContrastResults tested) {
        boolean maps = results.isOneModel() && !results.sample().isRepeated();
        prose.say("The contrast " + tested.contrast().text() + " was tested "
                + (maps ? "" : "on " + results.sample().units(tested.how()) + " ") + "by " + symbol(tested));
        if (!results.isOneModel() && !tested.isGrouped())
            prose.say(" with "
                    + (tested.contrast().isF() ? tested.contrast().rows().length + " and " : "")
                    + Words.count(tested.how().degreesOfFreedom(), "degree") + " of freedom");
        if (!tested.contrast().isF() && run.isPermutation()) prose.say(", " + Question.sides(tested.tail()));
        if (tested.statistic().equals("v")) prose.cite(Citation.ASPIN_WELCH_1949, Citation.WINKLER_2014);
        if (tested.statistic().equals("G")) prose.cite(Citation.WELCH_1951, Citation.WINKLER_2014);
        dependence(tested.how());
        prose.say(". ");
    }

    /** What is assumed about the maps of a subject. */
    private void dependence(HowTested how) {
        if (results.sample().isPooled(how)) prose.say(", on the assumption that " + Assumption.COMPOUND_SYMMETRY);
        else if (how.kind().isPresent() && how.rows() > how.subjects())
            prose.say(
                            run.isPermutation()
                                    ? "; those of a subject were shuffled together, so that no sphericity was assumed"
                                    : ", on the assumption that those of a subject are spherical")
                    .cite(Citation.ROUANET_LEPINE_1970);
        else if (how.kind().filter(kind -> kind == ErrorStratum.Kind.WITHIN).isPresent())
            prose.say(", so that no sphericity was assumed").cite(Citation.ROUANET_LEPINE_1970);
        else if (how.kind().isPresent())
            prose.say(", so that nothing was assumed about the correlation of a subject's maps");
    }

    private String symbol(ContrastResults tested) {
        if (!tested.isGrouped()) return tested.statistic();
        return tested.statistic() + " (" + (tested.contrast().isF() ? "Welch's F" : "the t of Aspin and Welch")
                + ", with a variance for each group of " + run.parameter("variance_groups")
                + ", turned into z by the degrees of freedom of each voxel)";
    }

    private void shuffles() {
        prose.say("The null distribution was found by permutation inference for the general linear model")
                .cite(Citation.WINKLER_2014)
                .say(": ");
        prose.say(
                run.shuffled().exhaustive()
                        ? "all " + Words.count(run.shuffled().shuffles() + 1L) + " distinct "
                                + run.shuffled().scheme()
                        : Words.count(run.shuffled().shuffles()) + " random "
                                + run.shuffled().scheme() + " (seed " + run.parameter("seed") + ")");
        if (run.stoppedEarly()) prose.say(" of the " + run.parameter("permutations") + " intended");
        boolean subjects = results.contrasts().stream()
                .anyMatch(tested -> tested.how().kind().isPresent());
        if (subjects) prose.say(", of subjects with all their maps");
        if (!run.parameter("blocks").isBlank()
                && !(subjects && run.parameter("blocks").equals("auto")))
            prose.say(", which respect the exchangeability blocks " + run.parameter("blocks"))
                    .cite(Citation.WINKLER_2015);
        prose.say(run.shuffled().exhaustive() ? ", the unshuffled labelling among them" : "");
        if (results.hasNuisance()) {
            RegressionMethod method = RegressionMethod.of(run.parameter("method"));
            prose.say(", with the nuisance regressors treated as by " + method.words())
                    .cite(work(method));
        }
        prose.say(". ");
        prose.say("The test assumes that " + Assumption.of(results) + ". ");
    }

    private static Citation work(RegressionMethod method) {
        return switch (method) {
            case FREEDMAN_LANE -> Citation.FREEDMAN_LANE_1983;
            case KENNEDY -> Citation.KENNEDY_1995;
            case MANLY -> Citation.MANLY_1986;
            case TER_BRAAK -> Citation.TER_BRAAK_1992;
            case DRAPER_STONEMAN -> Citation.DRAPER_STONEMAN_1966;
        };
    }

    private void statistics() {
        ContrastResults first = results.contrasts().get(0);
        boolean size = first.test("size").isPresent(), mass = first.test("mass").isPresent();
        if (size || mass) {
            boolean both = results.contrasts().stream().allMatch(tested -> tested.tail() == Tail.BOTH);
            prose.say("Voxels with an uncorrected " + (both ? "two-sided " : "") + "p below "
                    + Words.digits(Double.parseDouble(run.parameter("cluster_p")), 3) + forming());
            prose.say(" formed clusters (" + run.parameter("connectivity") + "-connectivity), which were measured by ");
            if (size) prose.say("the number of their voxels").cite(Citation.FRISTON_EXTENT_1994);
            if (size && mass) prose.say(" and ");
            if (mass)
                prose.say("their mass, the sum of the excess over that threshold")
                        .cite(Citation.BULLMORE_1999);
            prose.say(". ");
        }
        if (first.test("tfce").isPresent())
            prose.say("Threshold-free cluster enhancement")
                    .cite(Citation.SMITH_NICHOLS_2009)
                    .say(" was computed as an exact integral (E = 0.5, H = 2, " + run.parameter("connectivity")
                            + "-connectivity). ");
    }

    /** Above which value voxels formed clusters, for each contrast where contrasts differ. */
    private String forming() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (ContrastResults tested : results.contrasts())
            tested.how().formingLevel().ifPresent(level -> levels.computeIfAbsent(
                            forming(tested, level), texts -> new ArrayList<>())
                    .add(tested.contrast().text()));
        if (levels.size() < 2)
            return levels.keySet().stream().map(level -> " (" + level + ")").collect(Collectors.joining());
        return levels.entrySet().stream()
                .map(level -> level.getKey() + " for " + Words.list(level.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String forming(ContrastResults tested, double level) {
        return (tested.tail() == Tail.BOTH ? tested.magnitude() : tested.statistic())
                + (tested.tail() == Tail.NEGATIVE ? " < " + Words.fixed(-level, 2) : " > " + Words.fixed(level, 2))
                + (tested.isGrouped() ? " as z" : "");
    }

    private void correction() {
        prose.say("The family-wise error rate over the image was controlled by the distribution of the maximum of each"
                        + " statistic")
                .cite(Citation.NICHOLS_HOLMES_2002)
                .say(
                        results.contrasts().get(0).tests().get(0).jointLogP().isPresent()
                                ? ", for each contrast alone and over all contrasts"
                                : "")
                .say("; corrected p-values are (1 + b) / (1 + m), where b of the m shuffles reach the observed value")
                .cite(Citation.PHIPSON_SMYTH_2010)
                .say(".");
        approximation();
        if (run.parameter("uncorrected").equals("true"))
            prose.say(" Each voxel's own permutation p was also adjusted for the false discovery rate")
                    .cite(Citation.BENJAMINI_HOCHBERG_1995)
                    .say(".");
    }

    private void approximation() {
        List<String> curves = run.contrasts().stream()
                .flatMap(contrast -> contrast.fitted().stream())
                .distinct()
                .map(name -> Measure.of(name).maximum())
                .toList();
        if (!curves.isEmpty())
            prose.say(
                            run.parameter("approximation").equals("gamma")
                                    ? " P-values come from a gamma distribution fitted to the maxima"
                                    : " P-values up to 0.1 come from a generalised Pareto distribution fitted to the tail")
                    .cite(Citation.WINKLER_2016)
                    .say(" where it fits (" + Words.list(curves) + ").");
        stopping();
    }

    private void stopping() {
        if (run.isSequential())
            prose.say(" Shuffling was to end as soon as " + run.parameter("stop_after")
                            + " shuffles reached each observed maximum; a value that so many reached, the last of them"
                            + " the l-th shuffle, has p = "
                            + run.parameter("stop_after") + " / l")
                    .cite(Citation.BESAG_CLIFFORD_1991)
                    .say(".");
    }

    private void parametric() {
        prose.say("Parametric p-values, which assume that " + Assumption.of(results)
                        + ", were corrected for the number of voxels by Bonferroni's bound and by the false"
                        + " discovery rate")
                .cite(Citation.BENJAMINI_HOCHBERG_1995)
                .say(".");
    }
}
