package cohort.image;

import cohort.image.format.Volumes;
import cohort.threshold.statistic.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files as they are written here, for other programs to read. {@code src/test/resources/written} holds them and, in
 * {@code nibabel.tsv}, what nibabel read; {@link #main} writes them anew.
 */
final class WrittenFiles {

    /** What was handed over to be written. */
    record Given(Grid grid, List<float[]> values, HeaderNotes notes) {
        void write(Path path) {
            Volumes.writeSeries(values.stream().map(v -> Volume.of(grid, v)).toList(), path, notes);
        }
    }

    private WrittenFiles() {}

    /** By the files' names. */
    static Map<String, Given> all() {
        Map<String, Given> files = new LinkedHashMap<>();
        HeaderNotes t = new HeaderNotes("t of left - right", 4, 3, 15, 0, 0, "left - right", -5.5, 5.5, 0, 0);
        HeaderNotes series = new HeaderNotes("four subjects", 1, 0, 0, 0, 0, "", 0, 0, 2.5, -0.25);
        Grid right = new Grid(3, 4, 5, 2, 0, 0, -78, 0, 2, 0, -112.5, 0, 0, 2, -50);
        Grid left = new Grid(3, 4, 5, -3, 0, 0, 78.25, 0, 3.5, 0, -112, 0, 0, 4, -50);
        Grid turned = new Grid(4, 3, 2, 0, 0, 1.5, -2, -2, 0, 0, 3, 0, -1, 0, 2);
        Grid oblique = new Grid(3, 4, 2, 2.9, 0.4, -0.2, -70.123, -0.41, 2.8, 0.5, -101.7, 0.26, -0.47, 3.3, -42.001);
        Grid mouse = new Grid(3, 2, 4, 0.025, 0, 0, -5.7, 0, -0.025, 0, 5.35, 0, 0, 0.05, -8);
        files.put(
                "right.nii", new Given(right, values(right, 1), HeaderNotes.of("R\u00e9sum\u00e9 " + "x".repeat(90))));
        files.put(
                "F.nii",
                new Given(
                        turned,
                        values(turned, 1),
                        Statistics.f(2, 15).header("tail=positive forming=11.339148 F of contrast group", "F")));
        files.put(
                "logp.nii.gz",
                new Given(turned, values(turned, 1), Statistics.parse("logp").header("logpMaxT", "logpMaxT")));
        files.put("left.nii.gz", new Given(left, values(left, 1), t));
        files.put("turned.nii", new Given(turned, values(turned, 1), HeaderNotes.NONE));
        files.put("oblique.nii", new Given(oblique, values(oblique, 1), t));
        files.put("mouse.nii.gz", new Given(mouse, values(mouse, 1), HeaderNotes.NONE));
        files.put("series.nii", new Given(right, values(right, 4), series));
        files.put("series.nii.gz", new Given(oblique, values(oblique, 2), series));
        files.put("subjects.nii", new Given(right, values(right, 3), HeaderNotes.of("three subjects")));
        HeaderNotes labels = HeaderNotes.of("clusters of t").withIntent(HeaderNotes.LABELS, 0, 0, "clusters");
        files.put("labels_dseg.nii.gz", new Given(turned, whole(turned, 5), labels));
        files.put("many_dseg.nii", new Given(turned, whole(turned, 40_000), labels));
        files.put("interpolated_dseg.nii", new Given(turned, values(turned, 1), labels));
        return files;
    }

    /** Whole numbers from 0 to the greatest. */
    private static List<float[]> whole(Grid grid, int greatest) {
        float[] values = new float[grid.voxels()];
        for (int v = 0; v < values.length; v++) values[v] = (long) greatest * v / (values.length - 1);
        return List.of(values);
    }

    /** Special values first, then random ones. */
    private static List<float[]> values(Grid grid, int volumes) {
        Random random = new Random(volumes);
        float[] special = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, Float.MAX_VALUE, 1e-45f};
        List<float[]> all = new ArrayList<>();
        for (int t = 0; t < volumes; t++) {
            float[] values = new float[grid.voxels()];
            for (int v = 0; v < values.length; v++)
                values[v] = v < special.length ? special[v] : (float) random.nextGaussian();
            all.add(values);
        }
        return all;
    }

    public static void main(String[] folder) {
        all().forEach((name, given) -> given.write(Path.of(folder[0], name)));
    }
}
