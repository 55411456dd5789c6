package cohort.subjects;

import cohort.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the maps of a cohort were chosen.
 *
 * @param byName whether the user named each of them, in a table or a list, and did not leave the choice to a folder or a pattern
 * @param passedOver the files beside them that were not taken
 * @param remarks what else the user should know, a sentence each
 */
public record Selection(boolean byName, List<PassedOver> passedOver, List<String> remarks) {
    /** Each map was named and there is nothing to say. */
    public static final Selection NAMED = new Selection(true, List.of(), List.of());

    private static final int SHOWN = 3;

    public Selection {
        passedOver = List.copyOf(passedOver);
        remarks = List.copyOf(remarks);
    }

    /** The same with more remarks, before those that are there. */
    public Selection after(List<String> earlier) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(remarks);
        return new Selection(byName, passedOver, all);
    }

    /**
     * What was taken and what was not, and the remarks, for the log.
     *
     * @param taken number of maps taken
     */
    public List<String> sentences(int taken) {
        List<String> sentences = new ArrayList<>(remarks);
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (PassedOver file : passedOver)
            names.computeIfAbsent(file.reason(), reason -> new ArrayList<>())
                    .add(Path.of(file.file()).getFileName().toString());
        List<String> reasons = new ArrayList<>();
        names.forEach((reason, files) -> reasons.add(some(files) + " (" + reason + ")"));
        if (!reasons.isEmpty())
            sentences.add("maps: " + Words.count(taken) + " maps were taken, and not " + String.join(", nor ", reasons)
                    + ".");
        return sentences;
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }
}
