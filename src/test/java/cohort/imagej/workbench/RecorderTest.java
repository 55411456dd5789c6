package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cohort.Progress;
import cohort.data.sample.SampleCohort;
import cohort.imagej.macro.MacroRun;
import cohort.study.Step;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ImageJ's recorder, with its window on a screen, writes of what is done in the window, run again as a macro. */
@Tag("slow")
class RecorderTest extends DrivenWindow {
    private Object recorder;

    @BeforeEach
    void begin() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        recorder = onEvents(Recorder::new);
    }

    @AfterEach
    void end() throws Exception {
        if (recorder == null) return;
        onEvents(() -> {
            ((Recorder) recorder).close();
            return recorder;
        });
    }

    private String written() {
        return ((Recorder) recorder).getText();
    }

    private void click(String button, BooleanSupplier until) throws Exception {
        click(button);
        await(until);
    }

    @Test
    void aRunItsTableItsFigureAndItsReport() throws Exception {
        SampleCohort.write(folder.resolve("sample"), 6, 1, 1, Progress.NONE);
        type("maps", folder.resolve("sample/participants.tsv").toString());
        Path output = folder.resolve("results");
        type("output", output.toString());
        onEvents(() -> {
            model.change(Map.of("permutations", "20", "fwhm", "8"));
            return model;
        });
        await(() -> is(Step.TEST, cohort.study.StudyCheck.State.DONE)
                && widget("run", AbstractButton.class).isEnabled());
        click("run", () -> model.finished().isPresent());
        await(() -> widget("Report", AbstractButton.class).isEnabled());
        click("Cluster table", () -> written().contains("Cluster Table..."));
        click("Figure", () -> written().contains("Slices..."));
        click("Report", () -> written().contains("Group Report..."));
        click("Open map", () -> written().contains("Show Map..."));
        String statistic =
                output.resolve("contrast-intercept_stat-t_statmap.nii.gz").toString();
        String text = written();
        assertEquals(
                List.of(
                        "run(\"Permutation Inference...\", \"maps=" + folder.resolve("sample/participants.tsv")
                                + " fwhm=8 output=" + output + " permutations=20 tail=both\");",
                        "run(\"Cluster Table...\", \"image=" + statistic + "\");",
                        "run(\"Slices...\", \"image=" + statistic + "\");",
                        "run(\"Group Report...\", \"results=" + output + "\");",
                        "run(\"Show Map...\", \"image=" + statistic + "\");"),
                text.lines().toList());

        Path first = folder.resolve("first");
        Files.move(output, first);
        ((Recorder) recorder).close();
        assertEquals(Optional.empty(), MacroRun.run(text, ""));
        for (String file : List.of(
                "contrast-intercept_stat-t_statmap.nii.gz",
                "contrast-intercept_stat-logpMaxT_statmap.nii.gz",
                "nulls.tsv"))
            assertArrayEquals(Files.readAllBytes(first.resolve(file)), Files.readAllBytes(output.resolve(file)), file);
        assertEquals(Files.exists(first.resolve("report.html")), Files.exists(output.resolve("report.html")));
    }
}
