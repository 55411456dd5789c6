package cohort;

import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** The tiny cohort as files of maps and their table, for runs that begin with files. */
public final class TinyTable {
    private TinyTable() {}

    /**
     * Writes the maps of {@code sub-0} and so on, and their table.
     *
     * @param columns of the covariates
     * @param covariates of a subject, a cell for each column
     * @return the table
     */
    public static Path write(Path folder, String[] columns, IntFunction<String[]> covariates) throws IOException {
        Volume[] maps = TinyCohort.volumes();
        StringBuilder text = new StringBuilder(line("participant_id", "map", columns));
        for (int s = 0; s < maps.length; s++) {
            Volumes.write(maps[s], folder.resolve(s + ".nii"), "");
            text.append(line("sub-" + s, s + ".nii", covariates.apply(s)));
        }
        return Files.writeString(folder.resolve("maps.tsv"), text);
    }

    private static String line(String id, String map, String[] cells) {
        return id + "\t" + map + (cells.length == 0 ? "" : "\t" + String.join("\t", cells)) + "\n";
    }

    /** Writes the voxels of {@link TinyCohort#mask} as a mask. */
    public static Path writeMask(Path file) {
        boolean[] inside = TinyCohort.mask();
        double[] values = new double[inside.length];
        for (int v = 0; v < values.length; v++) values[v] = inside[v] ? 1 : 0;
        Volumes.write(Volume.of(TinyCohort.grid(), values), file, "");
        return file;
    }
}
