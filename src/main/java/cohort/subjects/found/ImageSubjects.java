package cohort.subjects.found;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.VolumeFile;
import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.MapsRequest;
import cohort.subjects.RowKeys;
import cohort.subjects.Selection;
import cohort.subjects.Subject;
import cohort.subjects.SubjectAxis;
import cohort.subjects.SubjectIds;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The subjects that one image holds: its volumes, or its slices. */
final class ImageSubjects {
    private ImageSubjects() {}

    /**
     * The subjects of a file.
     *
     * @throws InputException if there are fewer than two, or its volumes are moments
     */
    static Cohort of(MapsRequest request, Path file) {
        VolumeFile image = VolumeFile.open(file, request.reading());
        boolean slices = request.volumes() == SubjectAxis.SLICES;
        if (slices) requireSlices(file.toString(), image.grid(), image.volumes());
        int n = slices ? image.grid().nz() : image.volumes();
        if (n < 2)
            throw new InputException("maps=" + request.maps()
                    + " is an image of one volume, expected at least two subjects: a 4D image with one volume"
                    + " per subject, a table, a folder or a pattern" + slicesHint(image.grid()));
        request.requireNoTime(request.maps(), n, image.notes());
        MapSource.Part part = slices ? MapSource.Part.SLICE : MapSource.Part.VOLUME;
        List<MapSource> maps = IntStream.range(0, n)
                .<MapSource>mapToObj(v -> new MapSource.Stored(file, part, v))
                .toList();
        return Cohorts.of(request.maps(), SubjectIds.numbered(SubjectIds.stem(file), n), maps, Selection.NAMED);
    }

    /** How to go on if the slices are the subjects; the end of a sentence. */
    static String slicesHint(Grid grid) {
        return grid.nz() < 2 ? "." : "; give volumes=slices if its " + grid.nz() + " slices are the subjects.";
    }

    private static void requireSlices(String name, Grid grid, int volumes) {
        if (volumes > 1 || grid.nz() < 2)
            throw new InputException("volumes: found slices, but " + name + " has " + volumes
                    + (volumes == 1 ? " volume" : " volumes") + " of " + grid.nz()
                    + (grid.nz() == 1 ? " slice" : " slices")
                    + ", expected one volume whose slices are the subjects; leave the option out.");
    }

    /** The slices of the one volume of an open image. */
    static List<Volume> slices(String name, List<Volume> volumes) {
        requireSlices(name, volumes.get(0).grid(), volumes.size());
        return IntStream.range(0, volumes.get(0).grid().nz())
                .mapToObj(volumes.get(0)::slice)
                .toList();
    }

    /**
     * The volumes with the rows of a table: by their names if the table has them all, else in order.
     *
     * @throws InputException if there are not as many rows
     */
    static Cohort join(Table table, Cohort volumes) {
        if (table.rows() != volumes.size())
            throw new InputException("table: " + table.source() + " has " + table.rows() + " rows for " + volumes.size()
                    + " maps, expected one row for each; leave_out removes subjects from both.");
        boolean named = table.has(Cohort.PARTICIPANT);
        List<String> keys = named ? RowKeys.of(table) : volumes.ids();
        if (!RowKeys.areDistinct(keys))
            throw new InputException("table: " + table.source()
                    + " has a participant_id twice, expected each subject once, or a column session_id.");
        boolean byName = named && keys.containsAll(volumes.ids());
        List<Subject> subjects = new ArrayList<>();
        for (int row = 0; row < keys.size(); row++) {
            int volume = byName ? volumes.ids().indexOf(keys.get(row)) : row;
            subjects.add(
                    new Subject(keys.get(row), volumes.subjects().get(volume).map()));
        }
        Table rows = named ? table : table.with(Cohort.PARTICIPANT, keys);
        List<String> remarks = new ArrayList<>(table.remarks());
        if (!byName)
            remarks.add("table: the rows of " + table.source() + " are taken in the order of the maps of "
                    + volumes.source() + ".");
        return new Cohort(
                table.source(),
                subjects,
                rows,
                volumes.leftOut(),
                volumes.selection().after(remarks));
    }
}
