package cohort.report.section;

import cohort.Progress;
import cohort.analysis.record.InputFile;
import cohort.analysis.results.GroupResults;
import cohort.figure.Figures;
import cohort.image.Volume;
import cohort.image.resample.Interpolation;
import cohort.mask.GroupMaps;
import cohort.mask.SubjectMatrix;
import cohort.quality.SubjectDistance;
import cohort.quality.SubjectDistances;
import cohort.report.html.Element;
import cohort.report.html.Node;
import cohort.report.html.Picture;
import cohort.report.html.Text;
import cohort.subjects.Cohort;
import cohort.subjects.CommonGrid;
import cohort.subjects.MapSource;
import cohort.subjects.Maps;
import cohort.subjects.Subject;
import cohort.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;

/** The subjects' own maps, as long as these lie where they were when they were analysed. */
public final class SubjectMaps {
    /** Bytes for a voxel of a subject: once as it is read, once in the matrix. */
    private static final long BYTES = 16;

    private static final int LEAST = 3;

    private final GroupResults results;
    private final Optional<Img<DoubleType>> data;
    private final String reason;

    private SubjectMaps(GroupResults results, Optional<Img<DoubleType>> data, String reason) {
        this.results = results;
        this.data = data;
        this.reason = reason;
    }

    /** Reads the maps that a run analysed, if they are the same and there is room for them. */
    public static SubjectMaps read(GroupResults results) {
        if (results.maps() < LEAST) return new SubjectMaps(results, Optional.empty(), "");
        if (!areThere(results))
            return new SubjectMaps(
                    results,
                    Optional.empty(),
                    "The maps themselves are not shown, since they do not lie where they were analysed, or have changed"
                            + " since.");
        if (!fit(results))
            return new SubjectMaps(
                    results, Optional.empty(), "The maps themselves are too many to be shown with the memory at hand.");
        return new SubjectMaps(
                results, Optional.of(SubjectMatrix.extract(maps(results), results.mask(), 0.0, Progress.NONE)), "");
    }

    /** The carpet, or why there is none. */
    Stream<Node> content() {
        return data.map(maps -> Stream.<Node>of(carpet(maps)))
                .orElseGet(() -> reason.isEmpty() ? Stream.of() : Stream.of(Element.of("p", reason)));
    }

    /** Their mean in each voxel, if they could be read. */
    Optional<Volume> mean() {
        return data.map(maps -> {
            double[] sums = new double[results.mask().size()];
            Cursor<DoubleType> cursor = maps.localizingCursor();
            while (cursor.hasNext()) {
                double value = cursor.next().get();
                sums[cursor.getIntPosition(0)] += value / maps.dimension(1);
            }
            return results.mask().toVolume(sums);
        });
    }

    private static boolean areThere(GroupResults results) {
        Map<String, String> digests = new HashMap<>();
        results.run().inputs().forEach(input -> digests.put(input.file(), input.sha256()));
        List<Path> files = results.run().subjects().stream()
                .map(subject -> Path.of(subject.map()))
                .distinct()
                .toList();
        return files.stream().allMatch(Files::isRegularFile)
                && InputFile.of(files).stream().allMatch(file -> file.sha256().equals(digests.get(file.file())));
    }

    private static boolean fit(GroupResults results) {
        long voxels = (long) results.mask().grid().voxels() * results.maps();
        return voxels * BYTES < Runtime.getRuntime().maxMemory() / 2;
    }

    private Element carpet(Img<DoubleType> data) {
        List<String> ids = cohort(results).ids();
        List<SubjectDistance> distances = SubjectDistances.of(data);
        return Picture.figure(
                List.of(Picture.bitmap(
                        Figures.carpet(ids, data, distances),
                        "Carpet of the maps, with their distances from the others")),
                new Text(
                        "The maps before smoothing: a row a map, a column a voxel, coloured by the difference from the median"
                                + " over maps; right, how far each map lies from the mean of the others, 1 on average if all are"
                                + " alike, and the limits for outliers (dashed red). "
                                + SubjectDistances.rule(ids, distances)));
    }

    private static Maps maps(GroupResults results) {
        Interpolation linear = Interpolation.named("linear");
        CommonGrid grid = new CommonGrid(Optional.of(results.mask().grid()), Optional.of(linear), Double.NaN);
        return GroupMaps.read(cohort(results), grid, Progress.NONE);
    }

    private static Cohort cohort(GroupResults results) {
        MapSource.Part part = results.run().isOfSlices() ? MapSource.Part.SLICE : MapSource.Part.VOLUME;
        List<Subject> subjects = results.run().subjects().stream()
                .map(subject -> new Subject(
                        subject.id(),
                        new MapSource.Stored(
                                Path.of(subject.map()),
                                part,
                                subject.volume(),
                                results.run().reading())))
                .toList();
        List<List<String>> ids =
                subjects.stream().map(subject -> List.of(subject.id())).toList();
        return new Cohort("the record", subjects, Table.of("the record", List.of(Cohort.PARTICIPANT), ids));
    }
}
