package cohort.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.imagej.DroppedFiles;
import cohort.imagej.Headless;
import cohort.imagej.Widgets;
import cohort.text.MacroOptions;
import java.awt.Component;
import java.io.File;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The fields of every command's dialog, worked as a user does, without a screen. */
class CommandPanelTest {
    static {
        Headless.start();
    }

    private static final Context CONTEXT = new Context(CommandService.class);

    @AfterAll
    static void dispose() {
        CONTEXT.dispose();
    }

    static List<CommandInfo> commands() {
        return CONTEXT.service(CommandService.class).getCommands().stream()
                .filter(command -> command.getDelegateClassName().startsWith("cohort.command."))
                .toList();
    }

    private static CommandInputs inputs(String menuItem) {
        return commands().stream()
                .map(CommandInputs::of)
                .filter(inputs -> inputs.menuItem().equals(menuItem))
                .findFirst()
                .orElseThrow();
    }

    private static CommandPanel panel(CommandInputs inputs, MacroOptions shown) {
        return new CommandPanel(inputs.items(), inputs.defaults(), shown, help -> {});
    }

    private static JComponent field(CommandPanel panel, String key) {
        return Widgets.named(panel, key, JComponent.class);
    }

    private static boolean isSeen(CommandPanel panel, String key) {
        for (Component part = field(panel, key); part != panel; part = part.getParent())
            if (!part.isVisible()) return false;
        return true;
    }

    @Test
    void theAtlasIsFoldedAwayOnlyWhereVoxelsAreTested() {
        for (String menuItem : List.of("Region Inference...", "Permutation Inference...")) {
            CommandInputs inputs = inputs(menuItem);
            CommandPanel panel = panel(inputs, inputs.defaults());
            assertEquals(menuItem.startsWith("Region"), isSeen(panel, "atlas"), menuItem);
            assertFalse(isSeen(panel, "leave_out"), menuItem);
        }
    }

    @Test
    void choicesAreOfferedAndOthersMayBeTyped() {
        JComboBox<?> views = (JComboBox<?>)
                field(panel(inputs("Slices..."), inputs("Slices...").defaults()), "views");
        assertEquals("ortho", views.getItemAt(0));
        assertTrue(views.isEditable());
        CommandInputs localizer = inputs("Fetch Localizer Contrasts...");
        JComboBox<?> contrast = (JComboBox<?>) field(panel(localizer, localizer.defaults()), "contrast");
        assertEquals(32, contrast.getItemCount());
        assertEquals("left vs right button press", contrast.getSelectedItem());
    }

    private static JCheckBox more(CommandPanel panel) {
        return Widgets.all(panel, JCheckBox.class)
                .filter(box -> box.getText().equals("More options"))
                .findFirst()
                .orElseThrow();
    }

    /** So a dialog in which nothing was touched gives the defaults, to the letter. */
    @ParameterizedTest
    @MethodSource("commands")
    void untouchedFieldsGiveTheDefaults(CommandInfo command) {
        CommandInputs inputs = CommandInputs.of(command);
        assertEquals(
                inputs.defaults().values(),
                panel(inputs, inputs.defaults()).values().values());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachFieldSaysWhatItIsForAndEachFileCanBeLookedFor(CommandInfo command) {
        CommandInputs inputs = CommandInputs.of(command);
        CommandPanel panel = panel(inputs, inputs.defaults());
        inputs.items().forEach(item -> {
            JComponent field = field(panel, item.getName());
            assertTrue(field.getToolTipText().contains("Key in macros: " + item.getName()), item.getName());
            String style = String.valueOf(item.getWidgetStyle());
            if (style.matches("open|directory|save"))
                assertTrue(
                        Widgets.all(field.getParent(), JButton.class)
                                .anyMatch(button -> button.getText().equals("Browse…")),
                        item.getName());
        });
    }

    @Test
    void whatTheUserGivesComesOut() {
        CommandInputs inputs = inputs("Permutation Inference...");
        CommandPanel panel = panel(inputs, inputs.defaults());
        ((JTextField) field(panel, "maps")).setText(" /data/maps ");
        ((JComboBox<?>) field(panel, "tail")).setSelectedItem("both");
        ((JCheckBox) field(panel, "tfce")).setSelected(true);
        Map<String, String> values = panel.values().values();
        assertEquals("/data/maps", values.get("maps"));
        assertEquals("both", values.get("tail"));
        assertEquals("true", values.get("tfce"));
        assertEquals("10000", values.get("permutations"));
    }

    @Test
    void rareOptionsAreFoldedAwayUnlessOneWasUsed() {
        CommandInputs inputs = inputs("Permutation Inference...");
        CommandPanel folded = panel(inputs, inputs.defaults());
        assertFalse(field(folded, "seed").isVisible());
        assertTrue(field(folded, "permutations").isVisible());
        more(folded).doClick();
        assertTrue(field(folded, "seed").isVisible());
        CommandPanel used = panel(inputs, new MacroOptions(Map.of("seed", "7")));
        assertTrue(field(used, "seed").isVisible());
        assertEquals("7", used.values().values().get("seed"));
    }

    @Test
    void aMistakeIsMarkedAtItsFieldAlone() {
        CommandInputs inputs = inputs("Permutation Inference...");
        CommandPanel panel = panel(inputs, inputs.defaults());
        Object before = field(panel, "seed").getBorder(),
                other = field(panel, "maps").getBorder();
        panel.mark("seed: found -1, expected 0 to 2147483647.");
        assertNotEquals(before, field(panel, "seed").getBorder());
        assertTrue(field(panel, "seed").isVisible(), "unfolded");
        assertEquals(other, field(panel, "maps").getBorder());
        panel.mark("maps=x does not exist, expected a table.");
        assertEquals(before, field(panel, "seed").getBorder());
        assertNotEquals(other, field(panel, "maps").getBorder());
        panel.mark("The contrast \"agge\" has \"agge\" at character 1, expected one of the regressors intercept.");
        assertEquals(other, field(panel, "maps").getBorder());
        assertNotEquals(other, field(panel, "contrast").getBorder());
        panel.mark("model is empty, expected a formula such as 1 or group + age.");
        assertEquals(other, field(panel, "contrast").getBorder());
        assertNotEquals(other, field(panel, "model").getBorder());
    }

    @Test
    void droppedFilesAreAListOfPaths() {
        DroppedFiles files = new DroppedFiles(List.of(new File("a.nii"), new File("b.nii")));
        CommandInputs inputs = inputs("Permutation Inference...");
        CommandPanel panel = panel(inputs, inputs.defaults());
        JComboBox<?> mask = (JComboBox<?>) field(panel, "mask");
        for (JTextField field : List.of(
                (JTextField) field(panel, "maps"), (JTextField) mask.getEditor().getEditorComponent()))
            assertTrue(field.getTransferHandler().importData(new TransferHandler.TransferSupport(field, files)));
        assertEquals("a.nii;b.nii", panel.values().values().get("maps"));
        assertEquals("a.nii;b.nii", panel.values().values().get("mask"));
    }
}
