package cohort.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.PermutationTests;
import cohort.analysis.results.ResultFolder;
import cohort.analysis.results.ResultReader;
import cohort.folder.Disk;
import cohort.folder.FaultyDisk;
import cohort.folder.OtherProcess;
import cohort.threshold.CorrectedMapFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

/** Whatever happens to a run, its folder holds the run before, whole, or this one, whole. */
@Tag("slow")
class OneRunTest {
    /** How often a process is killed; more by {@code -Dcohort.kills=100}. */
    private static final int KILLS = Integer.getInteger("cohort.kills", 3);

    private static final SmallRun OLD = SmallRun.of(0), NEW = SmallRun.of(1);

    @TempDir
    Path folder;

    private String old, young;
    private Set<String> oldFiles, newFiles;

    @BeforeEach
    void write() throws IOException {
        OLD.write(folder.resolve("old"), Disk.SYSTEM);
        NEW.write(folder.resolve("new"), Disk.SYSTEM);
        old = SmallRun.words(ResultReader.read(folder.resolve("old")));
        young = SmallRun.words(ResultReader.read(folder.resolve("new")));
        oldFiles = names(folder.resolve("old"));
        newFiles = names(folder.resolve("new"));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A folder with the old run and things that are no run's. */
    private Path used(String name) throws IOException {
        Path used = folder.resolve(name);
        OLD.write(used, Disk.SYSTEM);
        Files.writeString(used.resolve("report.html"), "mine");
        Files.writeString(used.resolve("contrast-mine_stat-logpMaxT_statmap.nii.gz"), "mine");
        return used;
    }

    /** Reads the folder as it is, then as the next run leaves it that does nothing. */
    private boolean isNew(Path used, String when) throws IOException {
        String found = SmallRun.words(ResultReader.read(used));
        assertTrue(found.equals(old) || found.equals(young), when);
        ResultFolder.open("output", used).close();
        assertEquals(found, SmallRun.words(ResultReader.read(used)), when);
        Set<String> expected = new TreeSet<>(found.equals(old) ? oldFiles : newFiles);
        expected.addAll(List.of("report.html", "contrast-mine_stat-logpMaxT_statmap.nii.gz"));
        assertEquals(expected, names(used), when);
        assertEquals("mine", ReportPage.plain(Files.readString(used.resolve("report.html"))));
        return found.equals(young);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultAtAnyStepLeavesOneRunWhole(FaultyDisk.Fault fault) throws IOException {
        int olds = 0, news = 0;
        for (int at = 1; ; at++) {
            FaultyDisk disk = new FaultyDisk(fault, at);
            Path used = used(fault + "-" + at);
            try {
                NEW.write(used, disk);
            } catch (FaultyDisk.Crash | InputException e) {
                assertTrue(disk.hasFailed());
            }
            if (isNew(used, fault + " at step " + at)) news++;
            else olds++;
            if (!disk.hasFailed()) break;
        }
        // Lock, folder, five files, the record and the decision come before it; after it no room is needed.
        assertTrue(olds >= 10, olds + " before the decision");
        assertTrue(fault == FaultyDisk.Fault.FULL ? news > 0 : news > 10, news + " after the decision");
    }

    /** The process is ended by the system, as by {@code kill -9}, at any moment of its writing. */
    @Test
    void aKilledProcessLeavesOneRunWhole() throws IOException, InterruptedException {
        Random random = new Random(5);
        Path used = used("killed");
        for (int n = 0; n < KILLS; n++) {
            Process process = start(used);
            assertEquals('w', process.getInputStream().read());
            TimeUnit.MICROSECONDS.sleep(random.nextInt(200_000));
            process.destroyForcibly().waitFor();
            isNew(used, "kill " + n);
        }
    }

    /** As a scheduler does when the time is over. */
    @Test
    void aProcessThatIsToldToEndLeavesNothing() throws IOException, InterruptedException {
        Path fresh = folder.resolve("study/results");
        Process process = start(fresh);
        assertEquals('w', process.getInputStream().read());
        process.destroy();
        process.waitFor();
        assertTrue(names(fresh).stream().noneMatch(name -> name.startsWith(".")), names(fresh) + "");
        String found = SmallRun.words(ResultReader.read(fresh));
        assertTrue(found.equals(old) || found.equals(young));
    }

    /** Before it has written anything. */
    @Test
    void aProcessThatIsToldToEndEarlyTakesItsFoldersAway() throws IOException, InterruptedException {
        Process process = start(folder.resolve("study/results"), "wait");
        assertEquals('o', process.getInputStream().read());
        assertTrue(Files.isDirectory(folder.resolve("study/results")));
        process.destroy();
        process.waitFor();
        assertFalse(Files.exists(folder.resolve("study")));
    }

    private static Process start(Path folder, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        return OtherProcess.start(SmallRun.class, arguments);
    }

    /** Nothing of one run may come with the rest of another, though runs end all the time. */
    @Test
    void whoReadsWhileRunsEndReadsOneOfThem() throws IOException, InterruptedException {
        Path used = used("busy");
        Process process = start(used);
        int read = 0;
        try {
            assertEquals('w', process.getInputStream().read());
            for (int n = 0; n < 30; n++)
                try {
                    String found = SmallRun.words(ResultReader.read(used));
                    assertTrue(found.equals(old) || found.equals(young));
                    read++;
                } catch (InputException e) {
                    assertTrue(
                            e.getMessage().contains("faster than it can be read")
                                    || e.getMessage().contains("another run is writing to"),
                            e.getMessage());
                }
        } finally {
            process.destroyForcibly().waitFor();
        }
        isNew(used, "after " + read + " were read");
    }

    @Test
    void twoRunsAtOnceAreRefused() throws IOException {
        Path used = used("shared");
        String refusal = "output: another run is writing to the folder " + used
                + ", expected one at a time; wait until it has ended, or give another folder.";
        try (ResultFolder first = ResultFolder.open("output", used)) {
            for (int n = 0; n < 2; n++)
                assertEquals(
                        refusal,
                        assertThrows(InputException.class, () -> ResultFolder.open("output", first.path()))
                                .getMessage());
            assertEquals(old, SmallRun.words(ResultReader.read(used)), "readers need not wait");
        }
        ResultFolder.open("output", used).close();
    }

    @Test
    void twoProcessesAtOnceAreRefused() throws IOException, InterruptedException {
        Path used = used("shared");
        try (ResultFolder first = ResultFolder.open("output", used)) {
            Process process = start(first.path());
            assertEquals(-1, process.getInputStream().read());
            assertFalse(process.waitFor() == 0);
        }
        assertEquals(old, SmallRun.words(ResultReader.read(used)));
    }

    @Test
    void whatKilledRunsHaveLeftIsCleared() throws IOException {
        Path used = used("left");
        Set<String> before = names(used);
        String uuid = "01234567-89ab-cdef-0123-456789abcdef";
        for (String name : List.of(
                "mask.nii.gz." + uuid + ".part",
                "contrast-age_stat-t_statmap.nii.gz." + uuid + ".part",
                ".cohort123456.part",
                ".cohort-999999999-" + uuid + ".part",
                ".cohort.lock",
                ".cohort.lock.12-34")) Files.writeString(used.resolve(name), "left");
        Files.writeString(Files.createDirectory(used.resolve(".cohort-" + uuid)).resolve("mask.nii.gz"), "left");
        // These are not ours, or somebody is at them.
        List<String> others = List.of(
                "sub-01.nii.gz.part",
                "my.part",
                ".cohort-" + ProcessHandle.current().pid() + "-" + uuid + ".part");
        for (String name : others) Files.writeString(used.resolve(name), "kept");
        ResultFolder.open("output", used).close();
        before.addAll(others);
        assertEquals(before, names(used));
    }

    @Test
    void theModelBesideItsTestIsReadWithIt() {
        for (boolean modelFirst : new boolean[] {true, false}) {
            Path both = folder.resolve("both " + modelFirst);
            if (modelFirst) OLD.writeModel(both, OneRunTest::rounded);
            OLD.write(both, Disk.SYSTEM);
            if (!modelFirst) OLD.writeModel(both, OneRunTest::rounded);
            GroupResults read = ResultReader.read(both);
            assertEquals(List.of(), read.notes());
            assertTrue(read.contrasts().get(0).maps().containsKey("z"));
            assertEquals(50, read.contrasts().get(0).tests().get(0).nulls().size());
        }
    }

    /** In the last of a float's digits, as the same t by other sums. */
    private static double[] rounded(double[] values) {
        double[] other = values.clone();
        other[5] = Math.nextUp((float) other[5]);
        return other;
    }

    @Test
    void ofTwoRunsOnOtherDataTheEarlierIsLeftOut() {
        Path mixed = folder.resolve("mixed");
        OLD.writeModel(mixed, t -> t);
        NEW.write(mixed, Disk.SYSTEM);
        GroupResults read = ResultReader.read(mixed);
        assertEquals(young, SmallRun.words(read));
        assertEquals(
                List.of(
                        "The model of model.json is left out, because mask.nii.gz beside it has been overwritten by another run;"
                                + " run it again to have both."),
                read.notes());

        OLD.writeModel(mixed, t -> t);
        GroupResults model = ResultReader.read(mixed);
        assertEquals(0, model.run().shuffled().shuffles());
        assertTrue(model.notes().get(0).startsWith("The permutation test of run.json is left out, because "));
        String message = assertThrows(
                        InputException.class, () -> PermutationTests.read(mixed, Optional.of("intercept")))
                .getMessage();
        assertTrue(message.contains("holds no permutation test"), message);
        assertTrue(message.contains("run.json is left out"), message);
        String refusal = assertThrows(
                        InputException.class,
                        () -> CorrectedMapFiles.read(
                                mixed, Optional.of("intercept"), model.mask().grid(), Optional.empty()))
                .getMessage();
        assertTrue(
                refusal.contains(" has since been overwritten by another run, expected that of the permutation test"),
                refusal);
    }

    @Test
    void aFolderWithTheNameOfAFileIsFoundBeforehand() throws IOException {
        Path used = folder.resolve("taken");
        Files.createDirectories(used.resolve("nulls.tsv"));
        try (ResultFolder results = ResultFolder.open("output", used)) {
            assertEquals(
                    used.resolve("nulls.tsv")
                            + " cannot be written because it is a folder; move it, or give another output folder.",
                    assertThrows(InputException.class, () -> results.requireNames(List.of("a"), List.of("t")))
                            .getMessage());
        }
    }

    @Test
    void namesAreMeasuredInBytes() {
        try (ResultFolder results = ResultFolder.open("output", folder.resolve("names"))) {
            results.requireNames(List.of("a".repeat(219)), List.of("effect"));
            results.requireNames(List.of("ä".repeat(109)), List.of("effect"));
            for (String name : List.of("a".repeat(220), "ä".repeat(110))) {
                String message = assertThrows(
                                InputException.class, () -> results.requireNames(List.of(name), List.of("effect")))
                        .getMessage();
                assertTrue(message.contains("has a name of 256 bytes, expected at most 255"), message);
            }
        }
    }
}
