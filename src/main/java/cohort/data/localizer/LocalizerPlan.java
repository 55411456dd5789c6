package cohort.data.localizer;

import cohort.InputException;
import cohort.data.download.Content;
import cohort.data.download.Download;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of a contrast: which there are of which subject, where they lie on the server and where in the folder.
 *
 * @param contrast the contrast
 * @param folder the folder of the data set
 * @param subjects those with an effect map, in the order asked for
 * @param images the files of each kind by their subjects
 * @param downloads all the files, those of the tables first
 * @param missing a sentence for each kind of which some subjects have no file
 */
record LocalizerPlan(
        LocalizerContrast contrast,
        Path folder,
        List<String> subjects,
        Map<LocalizerItem, Map<String, Path>> images,
        List<Download> downloads,
        List<String> missing) {

    private static final String ARCHIVE = "/localizer/", DATA = "brainomics_data/";

    /** The study's tables of subjects, in the archive and below {@code brainomics_data}. */
    static final String PARTICIPANTS = "participants.tsv", BEHAVIOUR = "phenotype/behavioural.tsv";

    /**
     * Finds the files in the index.
     *
     * @throws InputException if the index lacks a table or fewer than two subjects have an effect map
     */
    static LocalizerPlan of(
            LocalizerContrast contrast,
            List<String> asked,
            Set<LocalizerItem> items,
            Path folder,
            LocalizerIndex index) {
        List<Download> downloads = new ArrayList<>();
        for (String table : List.of(PARTICIPANTS, BEHAVIOUR))
            downloads.add(new Download(index.required(ARCHIVE + table), table(folder, table), Content.TABLE));
        Map<LocalizerItem, Map<String, Path>> images = new EnumMap<>(LocalizerItem.class);
        List<String> missing = new ArrayList<>(), subjects = asked;
        for (LocalizerItem item : items) { // the effect comes first
            Map<String, Path> files = new LinkedHashMap<>();
            for (String subject : subjects)
                index.address(item.archived(subject, contrast)).ifPresent(address -> {
                    Path file = folder.resolve(item.local(subject, contrast));
                    files.put(subject, file);
                    downloads.add(new Download(address, file, Content.GZIP));
                });
            List<String> without =
                    subjects.stream().filter(s -> !files.containsKey(s)).toList();
            if (!without.isEmpty()) missing.add(sentence(item, without));
            images.put(item, files);
            if (item == LocalizerItem.EFFECT) subjects = List.copyOf(files.keySet());
        }
        if (subjects.size() < 2)
            throw new InputException("The archive has maps of \"" + contrast.friendly() + "\" of " + subjects.size()
                    + " of the subjects asked for (" + String.join(", ", asked)
                    + "), expected at least two; name others.");
        return new LocalizerPlan(contrast, folder, subjects, images, downloads, missing);
    }

    private static String sentence(LocalizerItem item, List<String> without) {
        return "The archive has no " + item.words + " of " + String.join(", ", without)
                + (item == LocalizerItem.EFFECT ? ", left out." : "; the table says n/a.");
    }

    /** The place of one of the study's tables. */
    static Path table(Path folder, String name) {
        return folder.resolve(DATA + name);
    }
}
