package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.results.SubjectMapFolder;
import cohort.files.Sha256;
import cohort.folder.Disk;
import cohort.folder.FaultyDisk;
import cohort.folder.OtherProcess;
import cohort.folder.RunFolder;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.found.Cohorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a run, its folder holds the contrast maps of the run before, or of this one, and their table. */
@Tag("slow")
class KilledSubjectMapsTest {
    /** How often a process is killed; more by {@code -Dcohort.kills=100}. */
    private static final int KILLS = Integer.getInteger("cohort.kills", 3);

    @TempDir
    Path folder;

    private Path table;
    private Map<String, String> old, young;
    private Set<String> oldFiles, newFiles;

    /** Two sessions of six persons. The first run leaves nobody out, the second one person. */
    @BeforeEach
    void write() throws IOException {
        StringBuilder text = new StringBuilder("participant_id\tmap\tperson\tsession\n");
        Volume[] maps = TinyCohort.volumes();
        for (int i = 0; i < maps.length; i++) {
            Volumes.write(maps[i], folder.resolve("study").resolve(i + ".nii"), "");
            text.append("m" + i + "\t" + i + ".nii\tp" + i % 6 + "\ts" + i / 6 + "\n");
        }
        table = Files.writeString(folder.resolve("study/participants.tsv"), text);
        write(table, folder.resolve("old"), 0, Disk.SYSTEM);
        write(table, folder.resolve("new"), 1, Disk.SYSTEM);
        old = digests(folder.resolve("old"));
        young = digests(folder.resolve("new"));
        oldFiles = names(folder.resolve("old"));
        newFiles = names(folder.resolve("new"));
        assertEquals(6 + 5, old.size() + young.size());
    }

    private static void write(Path table, Path folder, int number, Disk disk) {
        SubjectMapSettings settings = SubjectMapSettings.of(Map.of(
                "maps",
                table,
                "model",
                "session + person",
                "contrast",
                "session.s1",
                "leave_out",
                number == 0 ? "" : "person = p3",
                "output",
                folder));
        try (SubjectMapFolder results = SubjectMapFolder.open("output", folder, disk)) {
            SubjectMapRun.load(settings, OpenImages.NONE, Progress.NONE).write(results);
        }
    }

    /** Writes runs into a folder, one after the other, until it is killed, and says so after the first. */
    public static void main(String[] args) {
        for (int n = 0; ; n++) {
            write(Path.of(args[0]), Path.of(args[1]), n % 2, Disk.SYSTEM);
            if (n == 0) System.out.println("written");
        }
    }

    /** What a user of the folder has: each subject's map. */
    private static Map<String, String> digests(Path folder) throws IOException {
        Cohort cohort = Cohorts.read(folder.toString());
        Map<String, String> digests = new TreeMap<>();
        for (int s = 0; s < cohort.size(); s++)
            digests.put(cohort.ids().get(s), Sha256.of(cohort.mapFiles().get(s)));
        return digests;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Reads the folder as it is, then as the next run leaves it that does nothing. */
    private boolean isNew(Path used, String when) throws IOException {
        Map<String, String> found = digests(used);
        assertTrue(found.equals(old) || found.equals(young), when);
        RunFolder files = RunFolder.open(used);
        for (String name : files.manifest(RunFolder.MAPS).names()) files.file(RunFolder.MAPS, name);
        SubjectMapFolder.open("output", used).close();
        assertEquals(found, digests(used), when);
        assertEquals(found.equals(old) ? oldFiles : newFiles, names(used), when);
        return found.equals(young);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultAtAnyStepLeavesOneRunWhole(FaultyDisk.Fault fault) throws IOException {
        int olds = 0, news = 0;
        for (int at = 1; ; at++) {
            FaultyDisk disk = new FaultyDisk(fault, at);
            Path used = folder.resolve(fault + "-" + at);
            write(table, used, 0, Disk.SYSTEM);
            try {
                write(table, used, 1, disk);
            } catch (FaultyDisk.Crash | InputException e) {
                assertTrue(disk.hasFailed());
            }
            if (isNew(used, fault + " at step " + at)) news++;
            else olds++;
            if (!disk.hasFailed()) break;
        }
        // Lock, folder, five maps, table, record and decision come before it; after it no room is needed.
        assertTrue(olds >= 10, olds + " before the decision");
        assertTrue(fault == FaultyDisk.Fault.FULL ? news > 0 : news > 8, news + " after the decision");
    }

    /** The process is ended by the system, as by {@code kill -9}, at any moment of its writing. */
    @Test
    void aKilledProcessLeavesOneRunWhole() throws IOException, InterruptedException {
        Random random = new Random(5);
        Path used = folder.resolve("killed");
        for (int n = 0; n < KILLS; n++) {
            Process process =
                    OtherProcess.start(KilledSubjectMapsTest.class, List.of(table.toString(), used.toString()));
            assertEquals('w', process.getInputStream().read());
            TimeUnit.MICROSECONDS.sleep(random.nextInt(200_000));
            process.destroyForcibly().waitFor();
            isNew(used, "kill " + n);
        }
    }
}
