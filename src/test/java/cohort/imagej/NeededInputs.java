package cohort.imagej;

import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be given to each command, of a small study. */
public final class NeededInputs {
    private NeededInputs() {}

    /**
     * Makes the study.
     *
     * @return by menu item the inputs by key, in an order in which results are there before they are read; no browser opens
     */
    public static Map<String, Map<String, String>> in(Path folder) throws IOException {
        Map<String, Map<String, String>> needed = new LinkedHashMap<>();
        String maps = TinyStudy.in(folder).table().toString();
        String results = folder.resolve("results").toString();
        String statistic = results + "/contrast-intercept_stat-t_statmap.nii.gz";
        String atlas = atlas(folder).toString();
        needed.put("Sample Cohort...", Map.of("output", folder.resolve("sample").toString()));
        for (String item : List.of("Group Mask...", "Carpet...", "Subject Grid...", "Design Matrix..."))
            needed.put(item, Map.of("maps", maps));
        String model = folder.resolve("model").toString();
        needed.put("Second-Level Model...", Map.of("maps", maps, "output", model));
        needed.put("P-P Plot...", Map.of("image", model + "/contrast-intercept_stat-z_statmap.nii.gz"));
        needed.put("Region Inference...", Map.of("maps", maps, "atlas", atlas));
        needed.put("Permutation Inference...", Map.of("maps", maps, "true_discoveries", "true", "output", results));
        for (String item :
                List.of("Show Map...", "Slices...", "Glass Brain...", "Threshold Map...", "Cluster Table..."))
            needed.put(item, Map.of("image", statistic));
        needed.put("Null Distribution...", Map.of("results", results));
        needed.put("Group Report...", Map.of("results", results, "show", "false"));
        needed.put("True Discoveries...", Map.of("results", results, "regions", atlas));
        needed.put(
                "Within-Subject Maps...",
                Map.of(
                        "maps",
                        twice(folder).toString(),
                        "model",
                        "C(session) + person",
                        "contrast",
                        "session.2",
                        "output",
                        folder.resolve("differences").toString()));
        return needed;
    }

    /** The mask in two halves. */
    private static Path atlas(Path folder) throws IOException {
        boolean[] mask = TinyCohort.mask();
        double[] labels = new double[mask.length];
        for (int v = 0; v < labels.length; v++) labels[v] = !mask[v] ? 0 : v < labels.length / 2 ? 1 : 2;
        Path file = folder.resolve("atlas.nii");
        Volumes.write(Volume.of(TinyCohort.grid(), labels), file, "atlas");
        Files.writeString(folder.resolve("atlas.tsv"), "index\tname\n1\tBelow\n2\tAbove\n");
        return file;
    }

    /** Three people, each with two of the maps. */
    private static Path twice(Path folder) throws IOException {
        StringBuilder table = new StringBuilder("participant_id\tmap\tperson\tsession\n");
        for (int s = 0; s < TinyStudy.SUBJECTS; s++)
            table.append("m" + s + "\tsub-" + (s + 1) + ".nii\tp" + s % 3 + "\t" + (s / 3 + 1) + "\n");
        return Files.writeString(folder.resolve("study/sessions.tsv"), table);
    }
}
