package cohort.report.words;

import cohort.analysis.record.HowTested;
import cohort.analysis.record.RunRecord;
import cohort.analysis.region.RegionRun;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.strata.ErrorStratum;
import cohort.image.resample.Interpolation;
import cohort.permute.CorrectedMap;
import cohort.permute.ShufflePlanner;
import cohort.permute.model.RegressionMethod;
import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.report.question.ModelTerm;
import cohort.report.question.Question;
import cohort.text.Reference;
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
        methods.model("voxel");
        if (results.run().isPermutation()) {
            methods.shuffles();
            methods.statistics();
            methods.correction();
        } else {
            methods.parametric();
        }
        DiscoveryWords.say(results, methods.prose);
        EffectWords.say(results, methods.prose);
        return methods.prose;
    }

    /** Writes it of a test of regions. */
    public static Prose ofRegions(RegionRun regions) {
        Methods methods = new Methods(regions.test());
        methods.program();
        RegionWords.data(regions, methods.prose);
        methods.model("region");
        methods.shuffles();
        RegionWords.correction(regions, methods.prose);
        EffectWords.ofRegions(regions.test(), methods.prose);
        return methods.prose;
    }

    private void program() {
        prose.say("Group statistics were computed with Cohort " + run.software().getOrDefault("Cohort", "")
                        + " for Fiji")
                .cite(Reference.SCHINDELIN_2012)
                .say(" from "
                        + (run.hasMaps()
                                ? results.sample().source()
                                : "values of regions of " + results.sample().words())
                        + ". ");
    }

    private void data() {
        program();
        String[] resample = run.parameter("resample").split(":", 2);
        Interpolation.all().stream()
                .filter(way -> way.name().equals(resample[0].strip()))
                .forEach(way -> prose.say("Maps on other grids were resampled by " + way.words())
                        .cite(way.references())
                        .say(" to the grid of " + (resample.length > 1 ? Words.fileName(resample[1]) : "the first one")
                                + ". "));
        double fwhm = Double.parseDouble(run.parameter("fwhm"));
        prose.say(
                fwhm > 0
                        ? "The maps were smoothed with a Gaussian kernel of " + Words.digits(fwhm, 4)
                                + " mm full width at half maximum"
                                + (run.gaps().isEmpty() ? ". " : ", each among the voxels that it has. ")
                        : "The maps were not smoothed any further. ");
    }

    private void mask() {
        prose.say("The analysis covered the " + Words.count(run.voxels()) + " voxels (" + MaskWords.volume(results)
                + ") " + MaskWords.of(run));
        prose.cite(MaskWords.references(run));
        prose.say(". ");
        for (String sentence : List.of(
                MaskWords.missing(run),
                MaskWords.zeros(run),
                MaskWords.untestable(run),
                run.gaps().sentence(run.voxels()),
                MaskWords.atlas(run))) if (!sentence.isEmpty()) prose.say(sentence + " ");
        if (!run.gaps().isEmpty())
            prose.say("This is an analysis of available cases")
                    .cite(Reference.VADEN_2012)
                    .say(". ");
    }

    private void model(String unit) {
        prose.say("In each " + unit + " a general linear model")
                .cite(Reference.FRISTON_MODEL_1994)
                .say(regressors() + " was fitted by ordinary least squares"
                        + (results.isOneModel()
                                ? " (" + Words.count(run.degreesOfFreedom(), "residual degree") + " of freedom"
                                        + MaskWords.whereAll(run) + "). "
                                : ". "));
        CovariateWords.say(run, prose);
        contrasts();
        if (results.contrasts().stream()
                .anyMatch(tested -> tested.contrast().text().contains("cell(")))
            prose.say("A cell is the marginal mean predicted by the model, with the other covariates at their means and"
                            + " equal weights for the levels of the other factors")
                    .cite(Reference.SEARLE_1980)
                    .say(". ");
    }

    /** The terms of the model; of the regressors of a file, which may be many, the names where there are few. */
    private String regressors() {
        List<ModelTerm> terms = ModelTerm.of(results.design());
        if (terms.isEmpty()) return " with an intercept only";
        if (terms.size() > MOST_TERMS)
            return " with " + Words.count(results.design().size(), "regressor");
        return " with "
                + Words.list(terms.stream()
                        .map(term -> term.counted(results.design()))
                        .toList());
    }

    /** Contrasts that are tested in the same way share a sentence. */
    private void contrasts() {
        Map<String, Prose> ways = new LinkedHashMap<>();
        Map<String, List<String>> contrasts = new LinkedHashMap<>();
        for (ContrastResults tested : results.contrasts())
            if (!tested.isTogether()) {
                Prose way = way(tested);
                ways.putIfAbsent(way.text(), way);
                contrasts
                        .computeIfAbsent(way.text(), text -> new ArrayList<>())
                        .add(tested.contrast().text());
            }
        contrasts.forEach((way, texts) -> prose.say(texts.size() == 1 ? "The contrast " : "The contrasts ")
                .say(Words.list(texts))
                .say(texts.size() == 1 ? " was tested " : " were each tested ")
                .add(ways.get(way))
                .say(". "));
        results.contrasts().stream().filter(ContrastResults::isTogether).forEach(this::together);
    }

    /** How a contrast is tested: what follows "was tested". */
    private Prose way(ContrastResults tested) {
        Prose way = new Prose();
        boolean maps = results.isOneModel() && !results.sample().isRepeated();
        way.say((maps ? "" : "on " + results.sample().units(tested.how()) + " ") + how(tested));
        if (!results.isOneModel() && !tested.isNormal() && !tested.isPseudo())
            way.say(" ("
                    + (tested.contrast().isF() ? tested.contrast().rows().length + " and " : "")
                    + Words.count(tested.how().degreesOfFreedom(), "degree") + " of freedom)");
        tested.tests().stream().limit(1).forEach(test -> way.cite(test.info().references()));
        dependence(tested.how(), way);
        return way;
    }

    /** By what several maps of each subject are tested as one. */
    private void together(ContrastResults tested) {
        StatisticInfo info = tested.tests().get(0).info();
        String[] parts = tested.contrast().text().split(": ", 2);
        if (tested.isConjunction())
            prose.say("An effect of " + parts[1] + " in " + parts[0] + " was tested by " + info.method())
                    .cite(info.references())
                    .say(", compared with the distribution of the maximum over the image and all of these maps. ");
        else
            prose.say("The hypothesis of no effect of " + parts[1] + " in " + parts[0]
                            + " was tested by non-parametric combination, with the same "
                            + run.shuffled().draws() + " for all maps: within each "
                            + run.shuffled().draw() + " the parametric p-values of the maps ("
                            + (tested.contrast().isF() ? "of F" : Question.sides(Tail.of(run.parameter("tail"))))
                            + ") were combined by " + info.method())
                    .cite(info.references())
                    .say(". ");
    }

    /** What is assumed about the maps of a subject. */
    private void dependence(HowTested how, Prose way) {
        if (results.sample().isPooled(how))
            Assumption.within(results).ifPresent(assumed -> way.say(", assuming that " + assumed));
        else if (how.kind().isPresent() && how.rows() > how.subjects())
            way.say(
                            run.isPermutation()
                                    ? "; the maps of a subject were exchanged together, so that sphericity was not assumed"
                                    : ", assuming sphericity of the maps of a subject")
                    .cite(Reference.ROUANET_LEPINE_1970);
        else if (how.kind().filter(kind -> kind == ErrorStratum.Kind.WITHIN).isPresent())
            way.say(", so that sphericity was not assumed").cite(Reference.ROUANET_LEPINE_1970);
        else if (how.kind().isPresent())
            way.say(", so that nothing was assumed about the correlation of a subject's maps");
    }

    /** By which test, and on which side. */
    private String how(ContrastResults tested) {
        String side = tested.contrast().isF() || !run.isPermutation() ? "" : Question.sides(tested.tail());
        if (tested.isPseudo()) return "with a " + (side.isEmpty() ? "" : side + " ") + smoothed(tested);
        if (tested.isNormal()) return "by " + symbol(tested) + (side.isEmpty() ? "" : ", " + side);
        String test = tested.statistic() + " test";
        return side.isEmpty() ? (test.startsWith("F") ? "with an " : "with a ") + test : "with a " + side + " " + test;
    }

    private String smoothed(ContrastResults tested) {
        return tested.symbol() + " test, the variance smoothed within the mask by a Gaussian kernel of "
                + Words.digits(Double.parseDouble(run.parameter("variance_smoothing")), 4)
                + " mm full width at half maximum under each "
                + run.shuffled().draw()
                + ", so that p comes from the " + run.shuffled().draws() + " alone";
    }

    private String symbol(ContrastResults tested) {
        if (run.parameter("variance_groups").isBlank())
            return (tested.contrast().isF() ? "F" : "t")
                    + " in each voxel with the subjects who have it, turned into z "
                    + (run.isPermutation() ? "(called " + tested.statistic() + ") " : "")
                    + "by the degrees of freedom of each voxel";
        return tested.tests().get(0).info().method() + ", with a variance for each group of "
                + run.parameter("variance_groups") + ", turned into z (called " + tested.statistic()
                + ") by the degrees of freedom of each voxel";
    }

    private void shuffles() {
        prose.say("The null distribution was obtained by permutation inference for the general linear model")
                .cite(Reference.WINKLER_2014)
                .say(": ");
        prose.say(
                run.shuffled().exhaustive()
                        ? "all " + Words.count(run.shuffled().shuffles() + 1L) + " distinct "
                                + run.shuffled().scheme()
                        : Words.count(run.shuffled().shuffles()) + " random "
                                + run.shuffled().scheme() + " (seed " + run.parameter("seed") + ")");
        if (run.stoppedEarly()) prose.say(" of the " + Words.count(run.asked()) + " intended");
        boolean subjects = results.contrasts().stream()
                .anyMatch(tested -> tested.how().kind().isPresent());
        if (subjects) prose.say(", of subjects with all their maps");
        if (!run.parameter("blocks").isBlank()
                && !(subjects && run.parameter("blocks").equals("auto")))
            prose.say(", within the constraints of the exchangeability blocks " + run.parameter("blocks"))
                    .cite(Reference.WINKLER_2015);
        prose.say(run.shuffled().exhaustive() ? ", including the observed data" : "");
        if (results.hasNuisance()) {
            RegressionMethod method = RegressionMethod.of(run.parameter("method"));
            prose.say(", with " + nuisance(results) + " handled by the " + method.words() + " method")
                    .cite(method.work());
        }
        prose.say(". ");
        prose.say("The test assumes that " + Assumption.of(results) + ". ");
    }

    private void statistics() {
        ContrastResults first = results.contrasts().get(0);
        List<StatisticInfo> infos =
                first.tests().stream().map(CorrectedMap::info).toList();
        List<StatisticInfo> ofClusters = infos.stream()
                .filter(info -> info.kind() == StatisticInfo.Kind.CLUSTER)
                .toList();
        if (!ofClusters.isEmpty()) {
            boolean both = results.contrasts().stream().allMatch(tested -> tested.tail() == Tail.BOTH);
            prose.say(
                    isFormedByValue()
                            ? "Voxels" + forming().replaceFirst("^ \\((.*)\\)$", " with $1")
                            : "Voxels with an uncorrected " + (both ? "two-sided " : "") + "p below "
                                    + Words.digits(Double.parseDouble(run.parameter("cluster_p")), 3) + forming());
            prose.say(" formed clusters (" + connectivity() + "), which were measured by ");
            for (int s = 0; s < ofClusters.size(); s++) {
                if (s > 0) prose.say(s < ofClusters.size() - 1 ? ", " : " and ");
                method(ofClusters.get(s));
            }
            prose.say(". ");
        }
        for (StatisticInfo info : infos)
            if (info.kind() == StatisticInfo.Kind.NEIGHBOURHOOD
                    && !info.method().isEmpty()) {
                method(info);
                prose.say(". ");
            }
    }

    /** What a run with nuisance regressors has of them: the intercept alone, or more. */
    public static String nuisance(GroupResults results) {
        boolean intercept = results.run().shuffled().reason().contains(ShufflePlanner.INTERCEPT_ALONE);
        return intercept ? "the intercept" : "nuisance regressors";
    }

    /** What a statistic says of itself, with its references where it has them. */
    private void method(StatisticInfo info) {
        String[] parts = info.method().replace("{connectivity}", connectivity()).split("\\{cite}", 2);
        prose.say(parts[0]);
        if (parts.length > 1) prose.cite(info.references()).say(parts[1]);
    }

    private String connectivity() {
        return run.parameter("connectivity") + "-connectivity";
    }

    /** Whether clusters were formed above a value of the statistic that was given, not above that of a p. */
    private boolean isFormedByValue() {
        return !List.of("", "0", "0.0").contains(run.parameter("cluster_value"));
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
        return (tested.tail() == Tail.BOTH ? tested.magnitude() : tested.symbol())
                + (tested.tail() == Tail.NEGATIVE ? " < " + Words.fixed(-level, 2) : " > " + Words.fixed(level, 2));
    }

    private void correction() {
        prose.say("The family-wise error rate over the image was controlled by the distribution of the maximum of each"
                        + " statistic")
                .cite(Reference.NICHOLS_HOLMES_2002)
                .say(results.contrasts().get(0).tests().get(0).jointLogP().isPresent() ? overAll() : "")
                .say(counted(run.shuffled().draws()))
                .cite(Reference.PHIPSON_SMYTH_2010)
                .say(".");
        approximation();
        if (run.parameter("uncorrected").equals("true"))
            prose.say(" The uncorrected p of each voxel by the same "
                            + run.shuffled().draws() + " was also adjusted for the false discovery rate")
                    .cite(Reference.BENJAMINI_HOCHBERG_1995)
                    .say(".");
    }

    /** How a corrected p is counted. */
    static String counted(String draws) {
        return "; corrected p-values are (1 + b) / (1 + m), where b of the m " + draws + " reach the observed value";
    }

    private String overAll() {
        return run.parameter("map_columns").isBlank()
                ? ", for each contrast alone and over all contrasts"
                : ", for each map and contrast alone and over all of these";
    }

    private void approximation() {
        List<String> curves = run.contrasts().stream()
                .flatMap(contrast -> contrast.fitted().stream())
                .distinct()
                .map(StatisticInfo::maximum)
                .toList();
        if (!curves.isEmpty())
            prose.say(" "
                            + Words.sentence(Approximation.of(run.parameter("approximation"))
                                    .words()))
                    .cite(Reference.WINKLER_2016)
                    .say(", where it fits (" + Words.list(curves)
                            + "); a value that no " + run.shuffled().draw()
                            + " reached has the fitted p, any other the larger of the fitted and the"
                            + " counted p.");
        stopping();
    }

    private void stopping() {
        if (run.isSequential())
            prose.say(" The test was set to stop once " + run.parameter("stop_after")
                            + " " + run.shuffled().draws()
                            + " had reached each observed maximum; a value reached by that many, the last of them at number l, has p = "
                            + run.parameter("stop_after") + " / l")
                    .cite(Reference.BESAG_CLIFFORD_1991)
                    .say(".");
    }

    private void parametric() {
        prose.say("Parametric p-values, which assume that " + Assumption.of(results)
                        + ", were corrected for the number of voxels by Bonferroni's method and adjusted for the"
                        + " false discovery rate")
                .cite(Reference.BENJAMINI_HOCHBERG_1995)
                .say(".");
    }
}
