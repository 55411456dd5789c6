package cohort.subjects;

import java.util.List;

/**
 * What one rule of {@code leave_out} did.
 *
 * @param rule an id or a condition, as the user wrote it
 * @param ids the subjects that it leaves out; none if no one fulfils it
 * @param unknown the subjects of whom the condition's column knows nothing, and whom it therefore keeps
 */
public record LeftOut(String rule, List<String> ids, List<String> unknown) {

    public LeftOut {
        ids = List.copyOf(ids);
        unknown = List.copyOf(unknown);
    }

    /** Whether the rule is a subject's id, not a condition. */
    public boolean isById() {
        return ids.size() == 1 && SubjectIds.label(ids.get(0)).equals(SubjectIds.label(rule));
    }

    /** What happened, for the log. */
    public String sentence() {
        if (isById()) return "leave_out: " + ids.get(0) + " is left out.";
        String who = ids.isEmpty() ? "nobody" : String.join(", ", ids);
        String stay =
                unknown.isEmpty() ? "." : ", and keeps " + String.join(", ", unknown) + ", where the value is missing.";
        return "leave_out: " + rule + " leaves out " + who + stay;
    }

    /** The subjects whom any of some rules leaves out, each once. */
    public static List<String> ids(List<LeftOut> rules) {
        return rules.stream().flatMap(rule -> rule.ids().stream()).distinct().toList();
    }
}
