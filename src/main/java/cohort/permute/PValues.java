package cohort.permute;

import cohort.permute.model.StatisticInfo;
import cohort.permute.nulls.NullDistribution;
import cohort.permute.nulls.NullModel;
import cohort.permute.nulls.SequentialCount;
import cohort.permute.nulls.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns observed maps and the maxima of the shuffled ones into p-values. */
final class PValues {
    private final List<ShuffledMaps> contrasts;
    private final EvidenceOptions options;
    private final boolean exhaustive;
    /** Contrasts x statistics x voxels. */
    private final double[][][] observed;
    /** Of each statistic of each contrast, on the side that counts. */
    private final double[][] greatest;

    /** @param exhaustive whether the shuffles are all that there are, so that counting them is exact */
    PValues(List<ShuffledMaps> contrasts, PermutationOptions options, boolean exhaustive) {
        this.contrasts = contrasts;
        this.options = options.evidence();
        this.exhaustive = exhaustive;
        this.observed = contrasts.stream().map(ShuffledMaps::observed).toArray(double[][][]::new);
        this.greatest = IntStream.range(0, observed.length)
                .mapToObj(c -> IntStream.range(0, observed[c].length)
                        .mapToDouble(s -> max(c, s))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** When to stop: never if every distinct shuffle is made once, since these come in an order. */
    Stopping stopping() {
        return new Stopping(greatest, exhaustive ? 0 : options.stopAfter());
    }

    private double max(int contrast, int statistic) {
        return Arrays.stream(observed[contrast][statistic])
                .map(value -> evidence(contrast, statistic, value))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private double evidence(int contrast, int statistic, double value) {
        ShuffledMaps maps = contrasts.get(contrast);
        return maps.info(statistic).isSigned() ? maps.tail().evidence(value) : value;
    }

    List<PermutedContrast> results(ShuffleRun.Outcome outcome) {
        double[][][] nulls = outcome.nulls();
        return IntStream.range(0, nulls.length)
                .mapToObj(c -> new PermutedContrast(
                        IntStream.range(0, nulls[c].length)
                                .filter(s -> contrasts.get(c).info(s).kind() != StatisticInfo.Kind.IMAGE)
                                .mapToObj(s -> correct(c, s, nulls[c][s], jointly(c, nulls, s)))
                                .toList(),
                        contrasts.get(c).untransformed(),
                        contrasts.get(c).isCounting()
                                ? Optional.of(uncorrected(outcome.reached()[c], nulls[c][0].length))
                                : Optional.empty(),
                        IntStream.range(0, nulls[c].length)
                                .mapToObj(s -> contrasts.get(c).calibrate(s, new NullDistribution(nulls[c][s])))
                                .flatMap(Optional::stream)
                                .findFirst()))
                .toList();
    }

    /** The greatest maxima of all that are tested together, if these are several with the same statistics of one null distribution. */
    private Optional<double[]> jointly(int contrast, double[][][] nulls, int statistic) {
        List<Integer> together = together(contrast);
        if (together.size() < 2
                || together.stream()
                                .map(c -> contrasts.get(c).kind())
                                .distinct()
                                .count()
                        > 1) return Optional.empty();
        double[] joint = nulls[contrast][statistic].clone();
        for (int other : together)
            for (int k = 0; k < joint.length; k++) joint[k] = Math.max(joint[k], nulls[other][statistic][k]);
        return Optional.of(joint);
    }

    /** All contrasts; those of one map apart from those of several. */
    private List<Integer> together(int contrast) {
        return IntStream.range(0, contrasts.size())
                .filter(c ->
                        contrasts.get(c).isCombined() == contrasts.get(contrast).isCombined())
                .boxed()
                .toList();
    }

    private CorrectedMap correct(int contrast, int statistic, double[] maxima, Optional<double[]> jointMaxima) {
        NullDistribution nulls = new NullDistribution(maxima);
        NullModel model = model(nulls, greatest[contrast][statistic]);
        return new CorrectedMap(
                contrasts.get(contrast).info(statistic),
                contrasts.get(contrast).tail(),
                observed[contrast][statistic],
                logP(contrast, statistic, model),
                jointMaxima.map(joint ->
                        logP(contrast, statistic, model(new NullDistribution(joint), jointMax(contrast, statistic)))),
                nulls,
                model.words());
    }

    private double jointMax(int contrast, int statistic) {
        return together(contrast).stream()
                .mapToDouble(c -> greatest[c][statistic])
                .max()
                .orElseThrow();
    }

    /** @param observed the maximum of the unshuffled labelling */
    private NullModel model(NullDistribution nulls, double observed) {
        if (exhaustive) return nulls;
        return options.stopAfter() > 0
                ? new SequentialCount(nulls, options.stopAfter())
                : options.approximation().fit(nulls, observed);
    }

    private double[] logP(int contrast, int statistic, NullModel model) {
        double[] values = observed[contrast][statistic], logP = new double[values.length];
        for (int v = 0; v < values.length; v++) {
            double p = model.p(evidence(contrast, statistic, values[v]));
            if (p != 1) logP[v] = -Math.log10(p); // most are 1
        }
        return logP;
    }

    private static double[] uncorrected(int[] reached, int shuffles) {
        return Arrays.stream(reached)
                .mapToDouble(count -> (1.0 + count) / (1.0 + shuffles))
                .toArray();
    }
}
