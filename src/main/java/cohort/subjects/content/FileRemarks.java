package cohort.subjects.content;

import cohort.image.format.VolumeFile;
import cohort.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the files of maps say of themselves that a reader of the results should know; each is said once for all of them. */
public final class FileRemarks {
    private static final Map<Integer, String> STANDARDISED = Map.of(3, "t", 5, "z");

    private final Map<String, Integer> remarks = new TreeMap<>(), intents = new TreeMap<>();

    /**
     * Takes up a file; by several threads at once.
     *
     * @param maps how many of its volumes are used
     */
    public synchronized void add(VolumeFile file, int maps) {
        for (String remark : file.remarks()) remarks.merge(remark, maps, Integer::sum);
        String intent = STANDARDISED.get(file.notes().intent());
        if (intent != null) intents.merge(intent, maps, Integer::sum);
    }

    /**
     * A sentence for each.
     *
     * @param all number of maps
     */
    public synchronized List<String> sentences(int all) {
        List<String> sentences = new ArrayList<>();
        remarks.forEach((remark, n) -> sentences.add(Words.count(n) + " of " + Words.count(all) + " maps: " + remark));
        intents.forEach((intent, n) ->
                sentences.add(Words.count(n) + " of " + Words.count(all) + " maps say in their headers that they hold "
                        + intent + " values: it is effects, not " + intent + ", that belong in a group model."));
        return sentences;
    }
}
