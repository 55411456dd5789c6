package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.report.GroupReport;
import cohort.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who lacks a session is told by name, in the record and in the report. */
class ErrorRuleTest {
    @TempDir
    Path folder;

    private Path table;

    /** The persons P1 to P9 with two sessions each, those who lack the second one without it. */
    private void write(String column, int complete) throws IOException {
        StringBuilder text = new StringBuilder("participant_id\tmap\tsession\t" + column + "\n");
        Volume[] maps = TinyCohort.volumes();
        int map = 0;
        for (int s = 1; map < maps.length; s++)
            for (int session = 1; session <= (s <= complete ? 2 : 1) && map < maps.length; session++) {
                Volumes.write(maps[map], folder.resolve(map + ".nii"), "");
                text.append("m" + map + "\t" + map++ + ".nii\ts" + session + "\tP" + s + "\n");
            }
        table = Files.writeString(folder.resolve("participants.tsv"), text);
    }

    private GroupResults run(String model, String contrast) {
        return GroupAnalysis.load(
                        ModelSettings.parse("maps=[" + table + "] model=[" + model + "] contrast=" + contrast),
                        OpenImages.NONE,
                        Progress.NONE)
                .fit();
    }

    private void says(GroupResults found, String sentence) throws IOException {
        assertEquals(
                List.of(sentence),
                found.run().remarks().stream()
                        .filter(said -> said.contains("lack"))
                        .toList());
        Path page = folder.resolve("report.html");
        GroupReport.write(found, ReportOptions.DEFAULT, page);
        assertTrue(Files.readString(page).contains(sentence));
    }

    @Test
    void whoLacksAMapIsNamed() throws IOException {
        write("person", 5);
        says(
                run("session + person", "session.s2"),
                "Contrast session.s2: P6 and P7 lack maps that it compares and are left out of its test.");
    }

    @Test
    void ofManyFiveAreNamed() throws IOException {
        write("person", 3);
        says(
                run("session + person", "session.s2"),
                "Contrast session.s2: P4, P5, P6, P7, P8 and 1 more lack maps that it compares and are left out"
                        + " of its test.");
    }

    /** The column of a design file need not be one of the table. */
    @Test
    void oneWithoutANameIsTheSubjectOfAMap() throws IOException {
        write("person", 5);
        Files.writeString(table, Files.readString(table).replaceAll("\t[^\t\n]*(?=\n)", ""));
        StringBuilder design = new StringBuilder("intercept\tlater");
        for (int s = 2; s <= 7; s++) design.append("\tsubject.").append(s);
        for (int m = 0; m < 12; m++) {
            int subject = m < 10 ? m / 2 + 1 : m - 4;
            design.append("\n1\t" + (m < 10 ? m % 2 : 0));
            for (int s = 2; s <= 7; s++) design.append(s == subject ? "\t1" : "\t0");
        }
        Path file = Files.writeString(folder.resolve("d.tsv"), design + "\n");
        GroupResults found = GroupAnalysis.load(
                        ModelSettings.parse("maps=[" + table + "] design=[" + file + "] contrast=later"),
                        OpenImages.NONE,
                        Progress.NONE)
                .fit();
        says(
                found,
                "Contrast later: the subject of m10 and the subject of m11 lack maps that it compares and are"
                        + " left out of its test.");
    }
}
