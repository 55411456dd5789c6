package cohort;

import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The first subjects of the {@link TinyCohort} as a user has them: a folder with a map each ({@code sub-1.nii} and so on)
 * and {@code participants.tsv}. Whole at first; tests damage it.
 */
public final class TinyStudy {
    public static final int SUBJECTS = 6;

    private final Path folder;

    private TinyStudy(Path folder) {
        this.folder = folder;
    }

    /** Writes the study into a folder of its own. */
    public static TinyStudy in(Path parent) throws IOException {
        TinyStudy study = new TinyStudy(Files.createDirectories(parent.resolve("study")));
        Volume[] volumes = TinyCohort.volumes();
        StringBuilder table = new StringBuilder("participant_id\tmap\tage\n");
        for (int s = 0; s < SUBJECTS; s++) {
            study.write(s, volumes[s]);
            table.append("sub-").append(s + 1).append('\t').append(study.map(s).getFileName());
            table.append('\t').append((int) TinyCohort.age()[s]).append('\n');
        }
        Files.writeString(study.table(), table.toString());
        return study;
    }

    public Path folder() {
        return folder;
    }

    public Path table() {
        return folder.resolve("participants.tsv");
    }

    /** The file of a subject, counted from 0. */
    public Path map(int subject) {
        return folder.resolve("sub-" + (subject + 1) + ".nii");
    }

    /** Changes the text of the table. */
    public void editTable(UnaryOperator<String> edit) throws IOException {
        Files.writeString(table(), edit.apply(Files.readString(table())));
    }

    /** Replaces a subject's map. */
    public void write(int subject, Volume map) {
        Volumes.write(map, map(subject), "subject " + (subject + 1));
    }

    /** Replaces a subject's values, on the same grid. */
    public void edit(int subject, Consumer<double[]> edit) {
        double[] values = TinyCohort.maps()[subject];
        edit.accept(values);
        write(subject, Volume.of(TinyCohort.grid(), values));
    }

    /** Changes a subject's header; the buffer holds the whole file in its byte order. */
    public void editHeader(int subject, Consumer<ByteBuffer> edit) throws IOException {
        byte[] bytes = Files.readAllBytes(map(subject));
        edit.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        Files.write(map(subject), bytes);
    }

    /** Drops bytes from the end of a file. */
    public void cut(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    /** An image on the study's grid, with one value everywhere. */
    public Path image(String name, double value) {
        double[] values = new double[TinyCohort.grid().voxels()];
        Arrays.fill(values, value);
        Path file = folder.resolve(name);
        Volumes.write(Volume.of(TinyCohort.grid(), values), file, name);
        return file;
    }

    /** An image on a grid that is one voxel smaller along each axis. */
    public Volume smaller() {
        Grid grid = TinyCohort.grid();
        Grid cut = new Grid(grid.nx() - 1, grid.ny() - 1, grid.nz() - 1, grid.affine());
        double[] values = new double[cut.voxels()];
        Arrays.fill(values, 1);
        return Volume.of(cut, values);
    }
}
