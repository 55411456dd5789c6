package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.DroppedFiles;
import cohort.imagej.macro.MacroRun;
import cohort.study.QuestionCard;
import cohort.study.Step;
import cohort.study.StudyCheck.State;
import cohort.table.Table;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.Test;

/** A folder of twelve maps without a table. */
class MapsPageTest extends DrivenWindow {

    private void openMaps() throws Exception {
        type("mask", "background");
        type("maps", TinyFiles.write(folder).toString());
        await(() -> is(Step.MAPS, State.DONE));
    }

    private boolean isOffered() {
        return widget("grids", JLabel.class).getParent().isVisible();
    }

    private String words(String name) {
        return widget(name, JLabel.class).getText();
    }

    @Test
    void anEmptyPageSaysWhatToGiveAndLooksForNothing() {
        assertTrue(words("taking part").startsWith("Choose or drop a table"), words("taking part"));
        assertFalse(widget("look", AbstractButton.class).isEnabled());
    }

    @Test
    void aTableDroppedOnThatOfSubjectsIsTaken() throws Exception {
        JTable subjects = widget("subjects", JTable.class);
        TransferHandler.TransferSupport drop =
                new TransferHandler.TransferSupport(subjects, new DroppedFiles(List.of(new File("group.tsv"))));
        assertTrue(onEvents(() -> subjects.getTransferHandler().importData(drop)));
        assertEquals("group.tsv", model.study().get("maps"));
    }

    @Test
    void covariatesAreTypedAndPastedAndSaved() throws Exception {
        openMaps();
        click("write covariates");
        JTable sheet = widget("covariates", JTable.class);
        assertEquals(TinyCohort.SUBJECTS, sheet.getRowCount());
        type("covariate name", "group");
        click("Add");
        onEvents(() -> {
            for (int row = 0; row < 12; row++) sheet.setValueAt(TinyCohort.group()[row], row, 1);
            return sheet;
        });
        onEvents(() -> {
            window.maps().editor().paste("age\n1\n2\n");
            return window;
        });
        await(() -> words("covariate words").contains("has 2 rows below the names"));
        StringJoiner ages = new StringJoiner("\n");
        for (double age : TinyCohort.age()) ages.add(Integer.toString((int) age));
        onEvents(() -> {
            window.maps().editor().paste("age\n" + ages);
            return window;
        });
        await(() -> sheet.getColumnCount() == 3);
        go(Step.MAPS);
        picture("covariates");
        Path file = Path.of(widget("covariate file", JTextField.class).getText());
        assertEquals(folder.resolve("participants.tsv"), file);
        Files.writeString(file, "precious");
        click("Save table");
        await(() -> words("covariate words").contains("which already exists"));
        assertEquals("precious", Files.readString(file));
        Path other = folder.resolve("covariates.tsv");
        type("covariate file", other.toString());
        click("Save table");
        await(() -> model.check()
                .everybody()
                .filter(all -> all.covariates().has("age"))
                .isPresent());
        assertEquals(other.toString(), model.study().get("table"));
        assertEquals(List.of(TinyCohort.group()), Table.read(other).column("group"));
        go(Step.MAPS);
        onEvents(() -> {
            widget("card", JComboBox.class).setSelectedItem(QuestionCard.GROUPS_WITH_COVARIATE);
            return model;
        });
        await(() -> model.check()
                .preview()
                .filter(preview -> preview.design().size() == 3)
                .isPresent());
        assertEquals("group + age", model.study().get("model"));
        String macro = onEvents(() -> model.study()
                .with("permutations", "10")
                .with("output", folder.resolve("out").toString())
                .macro());
        assertEquals(Optional.empty(), MacroRun.run(macro, ""));

        click("write covariates");
        onEvents(() -> {
            sheet.setValueAt("", 3, 1);
            return sheet;
        });
        click("Save table");
        await(() -> model.check()
                .everybody()
                .filter(all -> all.covariates().column("group").get(3).equals("n/a"))
                .isPresent());
    }

    @Test
    void gridsThatDifferAreBroughtTogetherByOneChoice() throws Exception {
        openMaps();
        JTable subjects = widget("subjects", JTable.class);
        await(() -> subjects.getValueAt(0, 2).equals("14 x 16 x 13, 3 x 2.5 x 4 mm"));
        assertFalse(isOffered());
        Grid other = new Grid(14, 16, 13, -3, 0, 0, 21, 0, 2.5, 0, -18.75, 0, 0, 4, -24);
        Volumes.write(Volume.of(other, TinyCohort.maps()[4]), folder.resolve("maps/sub-05.nii"), "");
        type("maps", folder.resolve("maps/*.nii").toString());
        await(() ->
                words("grids").contains("1 of 12 maps is on a different grid from that of sub-01: sub-05 has 1.5 mm"));
        go(Step.MAPS);
        picture("grids");
        onEvents(() -> {
            widget("bring", JComboBox.class).setSelectedItem("linear");
            return model;
        });
        await(() -> is(Step.TEST, State.DONE));
        assertEquals("linear", model.study().get("resample"));
        click("mask picture");
        await(() -> words("mask words").contains("voxels"));
        onEvents(() -> {
            subjects.setValueAt(false, 4, 0);
            return subjects;
        });
        await(() -> !isOffered());
        assertTrue(widget("look", AbstractButton.class).isEnabled());
    }
}
