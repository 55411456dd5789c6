package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.OpenImages;
import cohort.command.PermutationInferenceCommand;
import cohort.command.SampleCohortCommand;
import cohort.data.sample.SampleCohort;
import cohort.imagej.MacroLines;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.macro.MacroRun;
import cohort.quality.SubjectDistance;
import cohort.study.Step;
import cohort.study.Study;
import cohort.study.StudyCheck.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.Icon;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandService;

@Tag("slow")
class WorkbenchTest extends DrivenWindow {
    @BeforeEach
    void write() {
        SampleCohort.write(folder.resolve("sample"), 8, 1, 1, Progress.NONE);
    }

    @Test
    void fromAFolderToAReportByClicksAlone() throws Exception {
        assertTrue(is(Step.MAPS, State.NOT_YET));
        type("maps", folder.resolve("sample/participants.tsv").toString());
        await(() -> is(Step.TEST, State.DONE));
        JTable subjects = widget("subjects", JTable.class);
        assertEquals(8, subjects.getRowCount());
        go(Step.MAPS);
        onEvents(() -> {
            subjects.setValueAt(false, 2, 0);
            return subjects;
        });
        await(() -> model.check().cohort().filter(cohort -> cohort.size() == 7).isPresent());
        assertEquals("sub-03", model.study().get("leave_out"));
        click("look");
        await(() -> subjects.getValueAt(0, 1) != null);
        SubjectDistance farthest = (SubjectDistance) subjects.getValueAt(0, 1);
        for (int row = 1; row < 7; row++)
            assertTrue(farthest.score() >= ((SubjectDistance) subjects.getValueAt(row, 1)).score());
        onEvents(() -> {
            subjects.setRowSelectionInterval(0, 0);
            return subjects;
        });
        await(() -> widget("subject", JLabel.class).getIcon() != null);
        go(Step.MAPS);
        onEvents(() -> {
            int row = subjects.convertRowIndexToView(2);
            assertEquals("sub-03", subjects.getValueAt(row, 4));
            subjects.setValueAt(true, row, 0);
            return subjects;
        });
        await(() -> model.check().cohort().filter(cohort -> cohort.size() == 8).isPresent());

        go(Step.QUESTION);
        onEvents(() -> {
            widget("card", JComboBox.class).setSelectedItem(cohort.study.QuestionCard.TWO_GROUPS);
            return model;
        });
        await(() -> model.check()
                .preview()
                .filter(found -> found.design().size() == 2)
                .isPresent());
        assertEquals("sex", model.study().get("model"));
        assertEquals("sex.M", model.study().get("contrast"));
        onEvents(() -> {
            widget("card", JComboBox.class).setSelectedItem(cohort.study.QuestionCard.OWN);
            return model;
        });
        assertTrue(widget("asks", JLabel.class).getText().contains("A formula over the table's columns"));
        assertEquals("sex", model.study().get("model"), "to go on from");
        go(Step.QUESTION);
        onEvents(() -> {
            widget("card", JComboBox.class).setSelectedItem(cohort.study.QuestionCard.ONE_SAMPLE);
            return model;
        });
        await(() -> model.check()
                .preview()
                .filter(found -> found.design().size() == 1)
                .isPresent());
        go(Step.VOXELS);
        type("fwhm", "8");
        click("mask picture");
        await(() -> widget("mask words", JLabel.class).getText().contains("55,971 voxels"));
        picture("voxels");
        go(Step.TEST);
        type("permutations", "200");
        go(Step.RUN);
        Path output = folder.resolve("results");
        type("output", output.toString());
        await(() -> is(Step.TEST, State.DONE) && model.check().preview().isPresent());
        await(() -> widget("run", AbstractButton.class).isEnabled());
        click("run");
        await(() -> model.finished().isPresent());
        go(Step.RUN);
        assertTrue(widget("log", JTextArea.class).getText().endsWith("Done; the results are in " + output + ".\n"));
        await(() -> widget("so far", JLabel.class).getText().contains("200 of 200 sign flips"));
        await(() -> widget("corrected p", JLabel.class).getIcon() != null);
        go(Step.RUN);
        go(Step.RESULTS);
        assertTrue(widget("maps", JList.class).getModel().getSize() >= 6);
        JTable clusters = widget("clusters", JTable.class);
        await(() -> clusters.getRowCount() > 0);
        Icon before = widget("map", JLabel.class).getIcon();
        onEvents(() -> {
            clusters.setRowSelectionInterval(1, 1);
            return clusters;
        });
        await(() -> widget("map", JLabel.class).getIcon() != before);
        go(Step.RESULTS);
        JLabel explored = widget("explored", JLabel.class);
        click("explore");
        JSlider slider = widget("cluster threshold", JSlider.class);
        await(slider::isEnabled);
        assertTrue(explored.getText().contains("cluster-forming p 0.05"), explored.getText());
        assertTrue(explored.getText().contains("not corrected for trying several thresholds"));
        Icon lowest = widget("map", JLabel.class).getIcon();
        onEvents(() -> {
            slider.setValue(14);
            return slider;
        });
        assertTrue(explored.getText().contains("cluster-forming p 0.001 "), explored.getText());
        await(() -> widget("map", JLabel.class).getIcon() != lowest);
        go(Step.RESULTS);
        picture("explored");
        assertTrue(widget("export", AbstractButton.class).isEnabled());
        click("Report");
        await(() -> Files.exists(output.resolve("report.html")));

        Path again = folder.resolve("again");
        String macro =
                onEvents(() -> model.study().with("output", again.toString()).macro());
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
        String map = "contrast-intercept_stat-logpMaxT_statmap.nii.gz";
        assertArrayEquals(Files.readAllBytes(output.resolve(map)), Files.readAllBytes(again.resolve(map)));
        assertEquals(
                model.study().settings(),
                cohort.study.Study.of(output.resolve("run.json")).settings());
    }

    @Test
    void aMistakeIsToldAtItsStepAndNothingTypedIsLost() throws Exception {
        type("maps", folder.resolve("nowhere").toString());
        await(() -> is(Step.MAPS, State.NEEDS_ATTENTION));
        assertTrue(widget("attention", JLabel.class).getText().contains("nowhere"));
        picture("mistake");
        assertFalse(widget("run", AbstractButton.class).isEnabled());
        type("maps", folder.resolve("sample").toString());
        await(() -> is(Step.TEST, State.DONE));
        type("model", "weight");
        await(() -> is(Step.QUESTION, State.NEEDS_ATTENTION));
        assertEquals("weight", model.study().get("model"));
        type("model", "1");
        await(() -> is(Step.QUESTION, State.DONE));
        type("permutations", "many");
        await(() -> is(Step.TEST, State.NEEDS_ATTENTION));
        assertTrue(model.check().mistakes().get(Step.TEST).startsWith("permutations: found many"));
    }

    @Test
    void cancelLeavesNothing() throws Exception {
        type("maps", folder.resolve("sample/participants.tsv").toString());
        Path output = folder.resolve("results");
        type("output", output.toString());
        onEvents(() -> {
            model.change(Map.of("model", "age", "contrast", "age", "tfce", "true", "permutations", "1000000"));
            return model;
        });
        await(() -> model.check()
                .preview()
                .filter(found -> found.permutations() == 1000000)
                .isPresent());
        click("run");
        await(() -> !widget("log", JTextArea.class).getText().isEmpty());
        click("cancel");
        await(() -> widget("run", AbstractButton.class).isEnabled());
        assertFalse(model.finished().isPresent());
        assertFalse(Files.exists(output));
        go(Step.RUN);
        assertEquals(" ", widget("so far", JLabel.class).getText());
        assertNull(widget("statistic", JLabel.class).getIcon());
        assertNull(widget("corrected p", JLabel.class).getIcon());
    }

    /** 200 and 800 more are 1,000, to the byte; and so are as many as there were when it was enough. */
    @Test
    void goesOnAndEndsEarly() throws Exception {
        type("maps", folder.resolve("sample/participants.tsv").toString());
        Path output = folder.resolve("results");
        type("output", output.toString());
        onEvents(() -> {
            model.change(Map.of("model", "age", "contrast", "age", "permutations", "200"));
            return model;
        });
        await(() -> model.check()
                .preview()
                .filter(found -> found.permutations() == 200)
                .isPresent());
        await(() -> widget("run", AbstractButton.class).isEnabled());
        click("run");
        await(() -> model.finished().isPresent());
        await(() -> widget("more", AbstractButton.class).isEnabled());
        onEvents(() -> {
            widget("total", JComboBox.class).setSelectedItem(1000);
            return model;
        });
        click("more");
        await(() -> model.study().get("permutations").equals("1000")
                && model.finished().isPresent());
        sameByMacro(output);

        onEvents(() -> {
            model.change(Map.of("permutations", "6000", "tfce", "true"));
            return model;
        });
        await(() -> model.check()
                .preview()
                .filter(found -> found.permutations() == 6000)
                .isPresent());
        click("run");
        await(() -> widget("so far", JLabel.class).getText().contains("of 6,000"));
        go(Step.RUN);
        picture("live");
        click("enough");
        await(() -> model.finished().isPresent());
        assertTrue(Integer.parseInt(model.study().get("permutations")) < 6000);
        assertTrue(Files.readString(output.resolve("run.json")).contains("Ended by the user after "));
        await(() -> widget("more", AbstractButton.class).isEnabled());
        assertEquals(6000, widget("total", JComboBox.class).getSelectedItem(), "what was asked for");
        sameByMacro(output);
        picture("ended");
    }

    private void sameByMacro(Path output) throws Exception {
        Path again = folder.resolve("again");
        String macro =
                onEvents(() -> model.study().with("output", again.toString()).macro());
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));
        for (String file : List.of(
                "contrast-age_stat-logpMaxT_statmap.nii.gz",
                "contrast-age_stat-logpMaxSize_statmap.nii.gz",
                "nulls.tsv"))
            assertArrayEquals(Files.readAllBytes(output.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
    }

    @Test
    void opensWhatWasWrittenBefore() throws Exception {
        Path output = folder.resolve("results");
        assertEquals(
                Optional.empty(),
                MacroRun.run(
                        "run('Permutation Inference...', 'maps=[" + folder.resolve("sample/participants.tsv")
                                + "] permutations=50 fwhm=8 model=age contrast=[intercept | age] output=[" + output
                                + "]');",
                        ""));
        WorkbenchModel.Finished read = WorkbenchModel.read(output, OpenImages.NONE, Progress.NONE);
        onEvents(() -> {
            window.opened(read);
            return window;
        });
        assertEquals("8", model.study().get("fwhm"));
        assertTrue(widget("explore", AbstractButton.class).getToolTipText().contains("1,000 permutations"));
        await(() -> widget("clusters", JTable.class).getRowCount() > 0);
        assertTrue(widget("cluster words", JLabel.class).getText().contains("intercept: "));
        JList<?> maps = widget("maps", JList.class);
        onEvents(() -> {
            for (int m = 0; m < maps.getModel().getSize(); m++)
                if (maps.getModel().getElementAt(m).equals("t (age)")) maps.setSelectedIndex(m);
            return maps;
        });
        await(() -> widget("cluster words", JLabel.class).getText().contains("age: "));
        assertFalse(widget("more", AbstractButton.class).isEnabled());
        await(() -> widget("map", JLabel.class).getIcon() != null);
        go(Step.RESULTS);
        picture("opened");
    }

    @Test
    void aModelWithoutATestIsNotOpened() {
        Path output = folder.resolve("results");
        MacroLines.run("Second-Level Model", "maps=[" + folder.resolve("sample") + "] output=[" + output + "]");
        String why = assertThrows(
                        InputException.class, () -> WorkbenchModel.read(output, OpenImages.NONE, Progress.NONE))
                .getMessage();
        assertTrue(why.contains("a model without a permutation test"), why);
    }

    @Test
    void aStudyOfNothingYetIsWhatTheDialogHasAtFirst() {
        CommandInputs inputs =
                CommandInputs.of(context.service(CommandService.class).getCommand(PermutationInferenceCommand.class));
        inputs.defaults().values().forEach((key, value) -> {
            if (Study.EMPTY.get(key) != null && !key.equals("tail")) assertEquals(value, Study.EMPTY.get(key), key);
        });
    }

    @Test
    void theMenuHasIt() {
        assertNotNull(context.service(CommandService.class).getCommand(WorkbenchCommand.class));
        assertNotNull(context.service(CommandService.class).getCommand(SampleCohortCommand.class));
    }
}
