package cohort.imagej.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.imagej.MacroLines;
import cohort.imagej.dialog.RecordedLines;
import cohort.study.QuestionCard;
import cohort.study.Step;
import cohort.study.StudyCheck.State;
import cohort.text.MacroOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;

/** Two maps of each of six subjects. */
class SeveralMapsPageTest extends DrivenWindow {

    private Path table() throws Exception {
        Path maps = TinyFiles.write(folder);
        StringBuilder text = new StringBuilder("participant_id\tmap_a\tmap_b\tgroup\tage\n");
        for (int s = 0; s < 6; s++)
            text.append("s" + s + "\t" + TinyFiles.name(2 * s) + "\t" + TinyFiles.name(2 * s + 1) + "\t"
                    + (s % 2 == 0 ? "f" : "m") + "\t" + TinyCohort.age()[s] + "\n");
        // Names that say sub-01 and sub-02 would be those of two subjects.
        for (int s = 0; s < 12; s++) Files.move(maps.resolve(TinyFiles.name(s)), maps.resolve("m" + TinyFiles.name(s)));
        return Files.writeString(
                maps.resolve("participants.tsv"), text.toString().replace("sub-", "msub-"));
    }

    @Test
    void eachSubjectIsARow() throws Exception {
        type("maps", table().toString());
        type("map_columns", "map_a,map_b");
        type("mask", "background");
        type("permutations", "30");
        await(() -> is(Step.TEST, State.DONE));
        JTable subjects = widget("subjects", JTable.class);
        assertEquals(6, subjects.getRowCount());
        assertTrue(widget("taking part", JLabel.class).getText().startsWith("12 maps of 6 subjects take part"));
        click("look");
        await(() -> subjects.getValueAt(0, 1) != null);
        onEvents(() -> {
            subjects.setRowSelectionInterval(0, 0);
            subjects.setValueAt(false, 5, 0);
            return subjects;
        });
        await(() -> model.check().cohort().filter(kept -> kept.size() == 10).isPresent());
        await(() -> widget("subject", JLabel.class).getIcon() != null);
        go(Step.MAPS);
        picture("several maps");
        onEvents(() -> {
            widget("card", JComboBox.class).setSelectedItem(QuestionCard.TWO_GROUPS);
            return model;
        });
        await(() -> is(Step.TEST, State.DONE) && model.study().get("model").equals("group"));
        type("npc", "fisher");
        Path output = folder.resolve("results"), again = folder.resolve("again");
        type("output", output.toString());
        await(() -> widget("run", AbstractButton.class).isEnabled()
                && model.check().preview().isPresent());
        click("run");
        await(() -> model.finished().isPresent());
        String recorded = RecordedLines.of(model.finished().orElseThrow().of().changed());
        go(Step.RESULTS);
        picture("several results");
        assertTrue(widget("maps", JList.class).getModel().getSize() > 6);
        assertEquals(model.study().changed(), MacroOptions.parse(recorded).values());
        MacroLines.run("Permutation Inference", recorded.replace(output.toString(), again.toString()));
        assertArrayEquals(
                Files.readAllBytes(output.resolve("nulls.tsv")), Files.readAllBytes(again.resolve("nulls.tsv")));
    }
}
