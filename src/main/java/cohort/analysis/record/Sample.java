package cohort.analysis.record;

import cohort.design.strata.ErrorStratum;
import cohort.text.Words;

/**
 * What was sampled: maps, and the subjects whose maps they are.
 *
 * @param maps number of maps
 * @param subjects number of subjects
 * @param isKnown whether that is the number of subjects: blocks may hold several maps of one subject
 */
public record Sample(int maps, int subjects, boolean isKnown) {
    /** The sample of a run. */
    public static Sample of(RunRecord run) {
        int maps = run.subjects().size();
        int subjects = (int)
                run.subjects().stream().map(AnalysedSubject::subject).distinct().count();
        return new Sample(
                maps, subjects, subjects < maps || run.parameter("blocks").isBlank());
    }

    /** Whether some subject has several maps. */
    public boolean isRepeated() {
        return subjects < maps;
    }

    /** How many there are: {@code 12 subjects}, {@code 24 maps of 12 subjects}, or {@code 24 maps} where no more is known. */
    public String words() {
        if (isRepeated()) return Words.count(maps, "map") + " of " + Words.count(subjects, "subject");
        return isKnown ? Words.count(subjects, "subject") : Words.count(maps, "map");
    }

    /** The same after {@code from}. */
    public String source() {
        return isRepeated() || !isKnown ? words() : "one map for each of " + words();
    }

    /** What a contrast is tested on, after {@code tested on}. */
    public String units(HowTested how) {
        if (how.kind().filter(kind -> kind != ErrorStratum.Kind.POOLED).isEmpty()) {
            String all = Words.count(how.rows(), "map");
            return isRepeated() ? all + " of " + Words.count(subjects, "subject") : all;
        }
        int each = how.rows() / how.subjects();
        String of = " of the maps of each of " + Words.count(how.subjects(), "subject");
        return switch (how.kind().orElseThrow()) {
            case WITHIN -> (each == 1 ? "one contrast" : each + " contrasts") + of;
            case BETWEEN -> "the mean" + of;
            case MAP -> "one" + of;
            case TOGETHER -> "all" + of;
            default -> (each == 1 ? "one weighted sum" : each + " weighted sums") + of;
        };
    }

    /** Whether a contrast is tested on all maps though those of a subject depend on each other. */
    public boolean isPooled(HowTested how) {
        return isRepeated()
                && how.kind().filter(kind -> kind != ErrorStratum.Kind.POOLED).isEmpty();
    }
}
