package cohort.study;

import cohort.InputException;
import cohort.analysis.AnalysisPreview;
import cohort.analysis.GivenCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.subjects.Cohort;
import cohort.text.Numbers;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far a study is, found out from its files without reading a map.
 *
 * @param everybody the subjects, as soon as maps are named that exist
 * @param cohort those of them who take part
 * @param questions what may be asked of them, and what is asked
 * @param preview what a run would do, as soon as a question is asked that can be tested
 * @param mistakes what needs attention, a sentence for each step that has one
 */
public record StudyCheck(
        Optional<Cohort> everybody,
        Optional<Cohort> cohort,
        Optional<QuestionOffer> questions,
        Optional<AnalysisPreview> preview,
        Map<Step, String> mistakes) {
    private static final double ALPHA = 0.05, MANY = 1e15;

    /** How a step stands. */
    public enum State {
        /** What it needs is not there yet. */
        NOT_YET,
        NEEDS_ATTENTION,
        DONE
    }

    /** The check of a study in which nothing is filled in. */
    public static final StudyCheck NOTHING =
            new StudyCheck(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** Looks at the files that a study names. */
    public static StudyCheck of(Study study, OpenImages images) {
        if (study.get("maps").isBlank()) return NOTHING;
        Map<Step, String> mistakes = new EnumMap<>(Step.class);
        Optional<AnalysisPreview> preview = Optional.empty();
        Optional<Cohort> cohort;
        try {
            preview = Optional.of(GroupAnalysis.preview(study.settings(), images));
            cohort = preview.map(AnalysisPreview::cohort);
        } catch (InputException e) {
            cohort = cohort(study, images, mistakes);
            if (cohort.isPresent()) mistakes.put(step(e.getMessage()), e.getMessage());
        }
        Optional<Cohort> everybody = study.get("leave_out").isBlank()
                ? cohort
                : cohort(study.with("leave_out", ""), images, new EnumMap<>(Step.class));
        Optional<QuestionOffer> questions =
                cohort.map(taken -> QuestionOffer.of(study, taken.ofSubjects().covariates()));
        return new StudyCheck(everybody, cohort, questions, preview, mistakes);
    }

    /** The subjects, whatever the keys of the other steps are; or else the mistake. */
    private static Optional<Cohort> cohort(Study study, OpenImages images, Map<Step, String> mistakes) {
        try {
            PermutationSettings maps = Step.MAPS.alone(study).settings();
            return Optional.of(GivenCohort.find(images, maps.data().request()).cohort());
        } catch (InputException e) {
            mistakes.put(Step.MAPS, e.getMessage());
            return Optional.empty();
        }
    }

    /** The step that a mistake is about; formulas and contrasts name regressors, not keys. */
    private static Step step(String mistake) {
        for (Step step : Step.values()) if (step.isAbout(mistake)) return step;
        return Step.QUESTION;
    }

    /** How a step stands. */
    public State state(Step step) {
        if (mistakes.containsKey(step)) return State.NEEDS_ATTENTION;
        return switch (step) {
            case MAPS -> cohort.isPresent() ? State.DONE : State.NOT_YET;
            case QUESTION, VOXELS, TEST -> preview.isPresent() ? State.DONE : State.NOT_YET;
            case RUN, RESULTS -> State.NOT_YET;
        };
    }

    /** What will be shuffled, and whether it can ever be enough; empty as long as that is not known. */
    public String shuffling() {
        return preview.map(found -> "Tested by " + found.shuffles() + ", " + found.reason() + ". There are "
                        + count(found.labellings()) + " distinct " + found.shuffles() + "; the smallest possible p is "
                        + Numbers.plain(found.smallestP(), new MathContext(2))
                        + (found.smallestP() > ALPHA ? ", too few for p = 0.05: nothing can be significant." : "."))
                .orElse("");
    }

    private static String count(double labellings) {
        return labellings < MANY ? String.format(Locale.ROOT, "%,.0f", labellings) : "more than 10^15";
    }
}
