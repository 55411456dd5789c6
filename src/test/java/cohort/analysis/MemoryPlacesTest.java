package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.analysis.results.SubjectMapFolder;
import cohort.figure.Figures;
import cohort.image.Grid;
import cohort.image.HeaderNotes;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.matrix.VoxelMatrix;
import cohort.quality.SubjectDistances;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the data live changes no bit of any result. */
class MemoryPlacesTest {
    private static final Grid GRID = Grid.ofVoxelSize(14, 13, 12, 2, 2, 2);
    private static final int SUBJECTS = 12;

    @TempDir
    Path folder;

    /**
     * Two sessions of six persons in two groups: some maps in single precision, some of scaled whole numbers, with a rim of
     * background, zeros in one map, a voxel that is not finite in another, and some of one value in all.
     */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(3);
        StringBuilder table = new StringBuilder("participant_id\tmap\tage\tgroup\tperson\tsession\n");
        List<Volume> all = new ArrayList<>();
        for (int s = 0; s < SUBJECTS; s++) {
            float[] values = new float[GRID.voxels()];
            for (int v = 0; v < values.length; v++)
                values[v] = isInside(v) ? Math.round(100 * (random.nextGaussian() + (v % 7 == 0 ? 1 : 0))) / 64f : 0;
            for (int v = 0; v < values.length; v++) if (v % 97 == 5 && isInside(v)) values[v] = 3;
            if (s == 4) values[GRID.index(7, 7, 7)] = Float.NaN;
            if (s == 5) for (int i = 3; i < 9; i++) values[GRID.index(i, 6, 6)] = 0;
            all.add(Volume.of(GRID, values));
            writeBright(s, values);
            Path map = folder.resolve("maps/" + s + ".nii");
            if (s % 3 == 0) writeScaled(map, values);
            else Volumes.write(Volume.of(GRID, values), map, "");
            table.append("m" + s + "\t" + map.getFileName() + "\t" + (20 + s * s % 11) + "\t" + "ab".charAt(s % 2)
                    + "\tp" + s / 2 + "\ts" + s % 2 + "\n");
        }
        Files.writeString(folder.resolve("maps/participants.tsv"), table);
        Volumes.writeSeries(all, folder.resolve("all.nii.gz"), HeaderNotes.NONE);
    }

    private static boolean isInside(int v) {
        for (int axis = 0; axis < 3; axis++)
            if (GRID.coordinate(v, axis) < 2 || GRID.coordinate(v, axis) >= GRID.size(axis) - 2) return false;
        return true;
    }

    /** As of echo-planar images, which are brighter than what is around. */
    private void writeBright(int subject, float[] values) {
        float[] bright = new float[values.length];
        for (int v = 0; v < bright.length; v++)
            bright[v] = isInside(v) ? 20 + (Float.isNaN(values[v]) ? 0 : values[v]) : 0;
        Volumes.write(Volume.of(GRID, bright), folder.resolve("bright/sub-" + subject + ".nii"), "");
    }

    /** As 16-bit numbers that a slope of 1/64 makes values of. */
    private static void writeScaled(Path map, float[] values) throws IOException {
        Volumes.write(Volume.of(GRID, values), map, "");
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(map)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer file = ByteBuffer.allocate(352 + 2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header.array(), 0, 352)
                .putShort(70, (short) 4)
                .putShort(72, (short) 16)
                .putFloat(112, 1 / 64f)
                .putFloat(116, 0);
        for (float value : values) file.putShort((short) Math.round(64 * (Float.isNaN(value) ? 0 : value)));
        Files.write(map, file.array());
    }

    private GroupAnalysis load(String keys, String memory) {
        Map<String, Object> values =
                new HashMap<>(PermutationSettings.parse(keys).values());
        values.putIfAbsent("maps", "");
        if (values.get("maps").equals("")) values.put("maps", folder.resolve("maps/participants.tsv"));
        values.put("memory", memory);
        values.put("scratch", folder.resolve("scratch"));
        return GroupAnalysis.load(PermutationSettings.of(values), OpenImages.NONE, Progress.NONE);
    }

    /** The bytes of all files of a model and a test, but for the records of when and how they ran. */
    private Map<String, String> run(String keys, String memory) throws IOException {
        Path output = folder.resolve(memory);
        try (GroupAnalysis analysis = load(keys, memory)) {
            assertEquals(memory.equals("heap"), VoxelMatrix.of(analysis.data()).isHeld());
            for (GroupResults results : List.of(analysis.fit(), analysis.permute()))
                try (ResultFolder place = ResultFolder.open("output", output)) {
                    place.write(results);
                }
        }
        try (Stream<Path> scratch = Files.list(Files.createDirectories(folder.resolve("scratch")))) {
            assertEquals(List.of(), scratch.toList());
        }
        return contents(output);
    }

    private static Map<String, String> contents(Path output) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(output)) {
            for (Path file : all.toList())
                if (!file.toString().endsWith(".json")
                        && !file.getFileName().toString().startsWith("."))
                    files.put(file.getFileName().toString(), Arrays.toString(Files.readAllBytes(file)));
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fwhm=4 permutations=60 tail=both tfce=true uncorrected=true",
                "model=[1 + age] contrast=age permutations=1100 cluster_p=0.01 approximation=tail",
                "model=[group + age] contrast=[group.b | age ; group.b] permutations=60 cluster_p=0.05 missing=exclude-zeros",
                "model=[0 + group] contrast=[group.a - group.b] variance_groups=group permutations=50",
                "model=[C(session) + C(person)] contrast=session.s1 permutations=63 missing=zero",
                "model=[C(session) + C(person)] contrast=session.s1 error=pooled permutations=63 tfce=true",
                "mask=intersection permutations=30 missing=zero",
                "mask=multi-background permutations=30",
                "mask=epi permutations=30 maps=BRIGHT",
            })
    void heapAndDiskGiveTheSameBytes(String keys) throws IOException {
        keys = keys.replace("BRIGHT", folder.resolve("bright").toString());
        Map<String, String> heap = run(keys, "heap");
        assertTrue(heap.containsKey("nulls.tsv"), heap.keySet().toString());
        assertTrue(heap.size() > 8, heap.keySet().toString());
        assertEquals(heap, run(keys, "disk"));
    }

    /** One compressed file, whose volumes are named in another order than they stand in. */
    @Test
    void volumesOfOneFileGiveTheSameBytes() throws IOException {
        StringBuilder table = new StringBuilder("participant_id\tmap\n");
        for (int s = 0; s < SUBJECTS; s++)
            table.append("m" + s + "\tall.nii.gz," + (1 + (s * 5 + 3) % SUBJECTS) + "\n");
        Path list = Files.writeString(folder.resolve("list.tsv"), table);
        String keys = "permutations=40 maps=" + list;
        assertEquals(run(keys, "heap"), run(keys, "disk"));
    }

    @Test
    void leavesOutTheSameVoxelsAndSaysTheSame() {
        try (GroupAnalysis heap = load("", "heap");
                GroupAnalysis disk = load("", "disk")) {
            assertTrue(heap.mask().zeros().voxels() > 0);
            assertTrue(heap.mask().missing() > 0);
            assertEquals(heap.mask().sentences(), disk.mask().sentences());
            List<String> said = heap.permute().run().remarks();
            assertTrue(said.stream().anyMatch(sentence -> sentence.contains("the same value in all maps")), said + "");
            assertEquals(said, disk.permute().run().remarks());
        }
    }

    @Test
    void distancesAndCarpetAreTheSame() {
        try (GroupAnalysis heap = load("", "heap");
                GroupAnalysis disk = load("", "disk")) {
            assertEquals(SubjectDistances.of(heap.data()), SubjectDistances.of(disk.data()));
            assertArrayEquals(carpet(heap), carpet(disk));
        }
    }

    private static int[] carpet(GroupAnalysis analysis) {
        var ids =
                Stream.iterate(0, s -> s + 1).limit(SUBJECTS).map(s -> "m" + s).toList();
        var image = Figures.carpet(ids, analysis.data(), SubjectDistances.of(analysis.data()))
                .toImage(1);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void mapsWithinSubjectsAreTheSame() throws IOException {
        Map<String, Map<String, String>> written = new TreeMap<>();
        for (String memory : List.of("heap", "disk")) {
            Path output = folder.resolve("within-" + memory);
            SubjectMapSettings settings = SubjectMapSettings.of(Map.of(
                    "maps",
                    folder.resolve("maps/participants.tsv"),
                    "model",
                    "C(session) + C(person)",
                    "contrast",
                    "session.s1",
                    "memory",
                    memory,
                    "scratch",
                    folder.resolve("scratch")));
            try (SubjectMapFolder place = SubjectMapFolder.open("output", output)) {
                SubjectMapRun.load(settings, OpenImages.NONE, Progress.NONE).write(place);
            }
            written.put(memory, contents(output));
        }
        assertEquals(SUBJECTS / 2 + 1, written.get("heap").size());
        assertEquals(written.get("heap"), written.get("disk"));
    }

    /** A map on another grid, and one that occurs twice, are refused in the same words. */
    @Test
    void refusesTheSameMaps() throws IOException {
        Path maps = folder.resolve("maps");
        Files.copy(maps.resolve("1.nii"), folder.resolve("1.nii"));
        Files.delete(maps.resolve("7.nii"));
        Files.copy(maps.resolve("8.nii"), maps.resolve("7.nii"));
        assertEquals(mistake("heap"), mistake("disk"));
        assertTrue(mistake("disk").contains("m7 and m8 hold the same values"), mistake("disk"));
        Files.delete(maps.resolve("7.nii"));
        Volumes.write(Volume.of(Grid.ofVoxelSize(4, 4, 4, 2, 2, 2), new float[64]), maps.resolve("7.nii"), "");
        assertEquals(mistake("heap"), mistake("disk"));
        assertTrue(mistake("disk").contains("m7 is on a different grid"), mistake("disk"));
        try (Stream<Path> scratch = Files.list(folder.resolve("scratch"))) {
            assertFalse(scratch.findAny().isPresent());
        }
    }

    private String mistake(String memory) {
        return assertThrows(InputException.class, () -> load("", memory)).getMessage();
    }

    @Test
    void refusesPlacesThatAreNone() {
        assertThrows(InputException.class, () -> ModelSettings.parse("memory=ram"));
        assertThrows(InputException.class, () -> SubjectMapSettings.of(Map.of("memory", "ram")));
    }
}
