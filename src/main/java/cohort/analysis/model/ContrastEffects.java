package cohort.analysis.model;

import cohort.analysis.record.StepTimes;
import cohort.design.matrix.BlockLabels;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.ErrorStratum;
import cohort.effect.EffectSizes;
import cohort.effect.WelchDifference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.ejml.data.DMatrixRMaj;

/**
 * Which sizes of a contrast's effect there are, in the model that it is tested in.
 *
 * @param asked the model
 * @param contrast its number
 * @param varianceGroups for each map its group, if groups have variances of their own
 */
public record ContrastEffects(GroupDesign asked, int contrast, Optional<BlockLabels> varianceGroups) {

    /**
     * Those of all contrasts.
     *
     * @param wanted whether they were asked for; if not there are none
     */
    public static List<ContrastEffects> of(GroupDesign asked, Optional<BlockLabels> varianceGroups, boolean wanted) {
        return IntStream.range(0, wanted ? asked.contrasts().size() : 0)
                .mapToObj(c -> new ContrastEffects(asked, c, varianceGroups))
                .toList();
    }

    /**
     * The sizes of each contrast's effect, in mask order by the names of their files; of none if none are asked for.
     *
     * @param effects those of all contrasts, or none
     * @param fits fits the models, if they are needed
     * @param taken takes the seconds
     */
    public static List<Map<String, double[]>> maps(
            List<ContrastEffects> effects, GroupData data, Supplier<List<ContrastFit>> fits, StepTimes taken) {
        if (effects.isEmpty())
            return Collections.nCopies(data.design().contrasts().size(), Map.of());
        return taken.time("effects", () -> {
            List<ContrastFit> fitted = fits.get();
            return IntStream.range(0, effects.size())
                    .mapToObj(c -> effects.get(c).maps(data.values(c), fitted.get(c)))
                    .toList();
        });
    }

    /** Why something is not there, a sentence each. */
    public static List<String> remarks(List<ContrastEffects> effects) {
        return effects.stream().flatMap(effect -> effect.remark().stream()).toList();
    }

    /** Names of maps, and of those of effect sizes. */
    public static List<String> withNames(List<String> names, List<ContrastEffects> effects) {
        return Stream.concat(names.stream(), effects.stream().flatMap(effect -> effect.names().stream()))
                .distinct()
                .toList();
    }

    /** The names of the maps. */
    private List<String> names() {
        return varianceGroups.isEmpty()
                ? pooled().names()
                : unpooled().map(WelchDifference::names).orElse(List.of());
    }

    /**
     * The maps in mask order, by the names of their files.
     *
     * @param data axis 0 the voxels, axis 1 the rows of the design
     * @param fit the contrast in the model that it is tested in
     */
    private Map<String, double[]> maps(RandomAccessibleInterval<? extends RealType<?>> data, ContrastFit fit) {
        return varianceGroups.isEmpty()
                ? pooled().maps(fit.model().orElseThrow(), fit.maps())
                : unpooled().map(difference -> difference.maps(data)).orElse(Map.of());
    }

    /** Why something is not there, one sentence. */
    private Optional<String> remark() {
        String name = "effect_sizes: " + asked.contrasts().get(contrast).text();
        if (varianceGroups.isPresent())
            return unpooled().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            name + " has none, since with separate variances for groups they are defined only"
                                    + " for the difference of two groups, in a model with a mean for each group and nothing else.");
        return asked.contrasts().get(contrast).isF() || isIndependent()
                ? Optional.empty()
                : Optional.of(name + " has no d and g, since all maps are tested together and several are of"
                        + " the same subject.");
    }

    private EffectSizes pooled() {
        return EffectSizes.of(asked.design(contrast), weights(), isIndependent(), unit());
    }

    private Optional<WelchDifference> unpooled() {
        return isIndependent()
                ? WelchDifference.of(asked.design(contrast), weights(), groups(varianceGroups.orElseThrow()))
                : Optional.empty();
    }

    private DMatrixRMaj weights() {
        return new DMatrixRMaj(asked.contrasts().get(contrast).rows());
    }

    /** The sums of each subject's maps that are tested, if they are not the maps. */
    private Optional<ErrorStratum> sums() {
        return asked.stratum(contrast).filter(stratum -> !stratum.isPooled());
    }

    /** Whether each row is of a subject of its own. */
    private boolean isIndependent() {
        return sums().map(sums -> sums.rows() == sums.taking())
                .orElseGet(() ->
                        ErrorStrata.subjects(asked.design(), asked.contrasts()).isEmpty());
    }

    /** What brings sums into the units of the maps: their weights above 0, or all if these are below, become a mean. */
    private Optional<Double> unit() {
        return sums().map(sums -> sums.rows() == sums.taking()
                        ? Optional.of(1
                                / Math.max(
                                        above(DoubleStream.of(sums.weights()[0])),
                                        above(DoubleStream.of(sums.weights()[0]).map(weight -> -weight))))
                        : Optional.<Double>empty())
                .orElse(Optional.of(1.0));
    }

    private static double above(DoubleStream weights) {
        return weights.filter(weight -> weight > 0).sum();
    }

    /** For each row of the model the number of its group. */
    private int[] groups(BlockLabels labels) {
        return sums().map(sums -> {
                    int[] ofSubjects = sums.ofSubjects(labels).level(0);
                    return IntStream.of(sums.subject())
                            .map(subject -> ofSubjects[subject])
                            .toArray();
                })
                .orElseGet(() -> labels.level(0));
    }
}
