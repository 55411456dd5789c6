package cohort.region;

import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An atlas of the {@link TinyCohort}: its left half in three slabs from back to front, and its right half. */
public final class TinyAtlas {
    public static final String[] NAMES = {"Back", "Middle", "Front", "Right"};

    private TinyAtlas() {}

    /** The label of a voxel, 1 to 4; the border is in none. */
    public static int label(int v) {
        Grid grid = TinyCohort.grid();
        int i = grid.coordinate(v, 0), j = grid.coordinate(v, 1), k = grid.coordinate(v, 2);
        if (k < 2 || k > 10) return 0;
        return i < 7 ? 4 : j < 6 ? 1 : j < 10 ? 2 : 3;
    }

    /** Writes {@code atlas.nii.gz} and its names, in which {@code Left} holds the first three. */
    public static Path write(Path folder) throws IOException {
        double[] labels = new double[TinyCohort.grid().voxels()];
        for (int v = 0; v < labels.length; v++) labels[v] = label(v);
        Path file = folder.resolve("atlas.nii.gz");
        Volumes.write(Volume.of(TinyCohort.grid(), labels), file, "");
        Files.writeString(
                folder.resolve("atlas.tsv"),
                "index\tname\tparent\n9\tLeft\t\n1\tBack\t9\n2\tMiddle\t9\n3\tFront\t9\n4\tRight\t\n");
        return file;
    }
}
