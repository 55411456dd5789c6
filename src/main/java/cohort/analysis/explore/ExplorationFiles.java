package cohort.analysis.explore;

import cohort.files.AtomicFile;
import cohort.image.HeaderNotes;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.permute.CorrectedMap;
import cohort.text.KeysJson;
import cohort.text.Numbers;
import cohort.text.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What may be reported of an exploration: a map of p that is corrected for all thresholds, and a record beside it. */
public final class ExplorationFiles {
    private ExplorationFiles() {}

    /**
     * Writes {@code contrast-NAME_stat-logpMaxSizeAllThresholds_statmap.nii.gz} and {@code .json}.
     *
     * @param folder which is made if need be
     * @param name of the contrast in files
     * @param space NIfTI's code of what the mask's coordinates are aligned with
     * @param shuffling what was done, e.g. {@code sign flips}
     * @param command the line of the run that was explored
     * @return the map
     * @throws cohort.InputException if a file cannot be written
     */
    public static Path write(
            Path folder,
            String name,
            ExploredClusters explored,
            Mask mask,
            int space,
            String shuffling,
            String command) {
        double[] logP = explored.logPOverLevels();
        String sentence = sentence(explored, CorrectedMap.leastP(logP), shuffling);
        String stem = "contrast-" + name + "_stat-logpMaxSizeAllThresholds_statmap";
        Map<String, String> record = new LinkedHashMap<>();
        record.put("sentence", sentence);
        record.put("command", command.strip());
        record.put("permutations", Integer.toString(explored.at(0).nulls().size()));
        record.put("cluster_p", levels(explored));
        Path map = folder.resolve(stem + ".nii.gz");
        Volumes.write(
                mask.toVolume(logP),
                map,
                HeaderNotes.of("-log10 p over all thresholds").withSpace(space));
        byte[] text = (KeysJson.write(record) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(stem + ".json"), out -> out.write(text));
        return map;
    }

    private static String levels(ExploredClusters explored) {
        return explored.levels().stream().map(level -> Numbers.plain(level.p())).collect(Collectors.joining(" "));
    }

    private static String sentence(ExploredClusters explored, double least, String shuffling) {
        List<ExploredClusters.Level> levels = explored.levels();
        return "Cluster size was explored at " + levels.size() + " cluster-forming p from "
                + Numbers.plain(levels.get(0).p()) + " to "
                + Numbers.plain(levels.get(levels.size() - 1).p())
                + "; p is that of the threshold at which a voxel's cluster is most unusual, corrected for the image and all of the"
                + " thresholds by the least p of each of "
                + Words.count(explored.at(0).nulls().size()) + " " + shuffling
                + " (Westfall and Young, 1993); the smallest is " + Words.p(least) + ".";
    }
}
