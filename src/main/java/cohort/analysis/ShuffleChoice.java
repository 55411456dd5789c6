package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.model.GroupDesign;
import cohort.design.matrix.BlockLabels;
import cohort.design.strata.Exchangeability;
import cohort.design.strata.RepeatedColumns;
import cohort.design.strata.SubjectFactor;
import cohort.files.GivenPath;
import cohort.permute.PermutationOptions;
import cohort.permute.ShuffleOptions;
import cohort.permute.local.SmoothedVariance;
import cohort.permute.model.RegressionMethod;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.subjects.Cohort;
import cohort.table.Table;
import cohort.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what is permuted or sign-flipped: the blocks and groups of subjects that the settings name.
 *
 * @param settings the question and how to answer it
 * @param asked the model
 */
record ShuffleChoice(PermutationSettings settings, GroupDesign asked) {
    private static final String AUTO = "auto";

    /**
     * For the engine.
     *
     * @param progress hears which blocks were found
     * @throws InputException if blocks or groups are named that are not there
     */
    PermutationOptions options(Progress progress) {
        ShuffleOptions shuffle = new ShuffleOptions(
                ShuffleScheme.of(settings.shuffle()),
                RegressionMethod.of(settings.method()),
                findBlocks(progress),
                settings.within());
        return new PermutationOptions(
                settings.permutations(),
                settings.seed(),
                settings.firstSide(),
                shuffle,
                groups(shuffle),
                settings.connectivity(),
                settings.evidence(),
                settings.voxels());
    }

    /**
     * What a reader should know of the statistic before it is computed.
     *
     * @param ofVoxels whether there are neighbours over which variance can be smoothed
     */
    List<String> advice(boolean ofVoxels) {
        List<String> advice = new ArrayList<>();
        int least = asked.leastDegreesOfFreedom();
        if (settings.isPseudo() && settings.cluster_p() > 0 && settings.cluster_value() == 0)
            advice.add("variance_smoothing: a pseudo-t has no parametric p, so cluster_p forms no clusters;"
                    + " cluster_value forms them above a value of the pseudo-t, such as 3.");
        if (settings.isPseudo() && least >= SmoothedVariance.FEW)
            advice.add("variance_smoothing: with " + least
                    + " degrees of freedom the variance is estimated well enough without smoothing, which helps below "
                    + SmoothedVariance.FEW + ".");
        boolean smoothable = ofVoxels
                && !settings.isGrouped()
                && !settings.data().policy().takesGaps()
                && asked.design().voxelwise().isEmpty();
        if (!settings.isPseudo() && smoothable && least < SmoothedVariance.FEW)
            advice.add("With only " + Words.count(least, "degree")
                    + " of freedom the variance of each voxel is poorly estimated; smoothing it by variance_smoothing,"
                    + " about as wide as the maps are smooth, gains power.");
        return advice;
    }

    /** Finds the groups of one variance; {@code auto} takes those from the blocks. */
    private Optional<BlockLabels> groups(ShuffleOptions shuffle) {
        if (!settings.isGrouped()) return Optional.empty();
        if (!settings.variance_groups().equals(AUTO))
            return Optional.of(columnOrFile("variance_groups", settings.variance_groups()));
        return Optional.of(shuffle.exchangeableGroups()
                .orElseThrow(() -> new InputException("variance_groups: found auto, which forms a group of the subjects"
                        + " who may be exchanged with each other, but by the blocks these are all"
                        + " subjects, expected blocks that separate groups, or a column; leave the"
                        + " option out if all have the same variance.")));
    }

    private Optional<BlockLabels> findBlocks(Progress progress) {
        String blocks = settings.blocks();
        if (blocks.isBlank()) {
            if (asked.strata().isEmpty()) repeated().ifPresent(progress::say);
            return Optional.empty();
        }
        if (!blocks.equals(AUTO)) {
            BlockLabels named = columnOrFile("blocks", blocks);
            if (settings.within() && asked.strata().isEmpty() && named.isOfSeveral())
                progress.say("blocks=" + blocks
                        + ": maps that are exchanged within a block are assumed to be equally correlated"
                        + " and equally variable (compound symmetry).");
            return Optional.of(named);
        }
        if (!asked.strata().isEmpty()) {
            progress.say("blocks=auto: maps of one subject are exchanged together.");
            return Optional.empty();
        }
        Optional<BlockLabels> found = SubjectFactor.blocks(asked.design().matrix(), asked.weights());
        progress.say(
                found.isPresent()
                        ? "blocks=auto: "
                                + Arrays.stream(found.get().level(0)).distinct().count()
                                + " blocks of repeated measures were found in the model."
                        : "blocks=auto: the model has no factor that repeats over maps, such as the subject, so"
                                + " each map counts as a separate subject.");
        if (found.isEmpty()) requireNoRepetition();
        return found;
    }

    /** Blocks that were asked for must not vanish because a subject's number was taken for a slope or left out of the model. */
    private void requireNoRepetition() {
        repeated().ifPresent(sentence -> {
            throw new InputException(
                    "blocks: found auto, which looks for a factor of the subject in the model and found none,"
                            + " expected one; " + sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                            + sentence.substring(1));
        });
    }

    /** A column that names subjects several times, as a sentence. */
    private Optional<String> repeated() {
        return RepeatedColumns.subject(asked.cohort().covariates());
    }

    /** A column of the table, or else what stands in a file of that name. */
    private BlockLabels columnOrFile(String key, String named) {
        return asked.maps().repeat(ofSubjects(key, named, asked.cohort().ofSubjects()));
    }

    private BlockLabels ofSubjects(String key, String named, Cohort cohort) {
        Table covariates = cohort.covariates();
        if (!covariates.has(named)) {
            Path file = GivenPath.of(key, named);
            if (Files.isRegularFile(file))
                return Exchangeability.fromFile(file, cohort.ids(), cohort.idsLeftOut(), asked.files());
        }
        return Exchangeability.fromColumn(named, covariates, cohort.ids());
    }
}
