package cohort.imagej.workbench;

import cohort.Progress;
import cohort.command.viewer.Viewer;
import cohort.data.sample.SampleCohort;
import cohort.image.format.Volumes;
import cohort.imagej.Widgets;
import cohort.imagej.dialog.CohortMenu;
import cohort.imagej.io.ImageVolumes;
import cohort.imagej.map.Position;
import cohort.study.QuestionCard;
import cohort.study.Step;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.AWTException;
import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.JTable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * Takes a picture of every page, dialog and window, and of a run as it goes on: {@code java -cp ...
 * cohort.imagej.workbench.WindowPictures FOLDER [PART ...]} on a screen of 1600 x 1000 pixels with a window manager, where a part is
 * {@code pages}, {@code maps} or {@code dialogs}. {@code -Dsun.java2d.uiScale=2} and {@code -Dswing.defaultlaf=CLASS} show them on other
 * screens and in other looks.
 */
public final class WindowPictures {
    private static final int SUBJECTS = 16, FRAME = 400;

    private final Path folder;
    private final Robot robot;
    private final Context context = new Context();
    private JFrame window;

    private WindowPictures(Path folder) throws AWTException {
        this.folder = folder;
        robot = new Robot();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> parts = arguments.length == 1
                ? List.of("pages", "maps", "dialogs")
                : Arrays.asList(arguments).subList(1, arguments.length);
        new ImageJ();
        WindowPictures pictures = new WindowPictures(folder);
        if (parts.contains("pages") || parts.contains("maps")) pictures.run(parts.contains("pages"));
        if (parts.contains("maps")) pictures.maps();
        if (parts.contains("dialogs")) pictures.dialogs();
        System.exit(0);
    }

    private void run(boolean each) throws Exception {
        Path sample = folder.resolve("sample");
        if (!Files.exists(sample)) SampleCohort.write(sample, SUBJECTS, 1, 1, Progress.NONE);
        WorkbenchCommand.open(context.service(Viewer.class), context.service(CommandService.class), Map.of());
        await(() -> frame("Cohort") != null);
        window = frame("Cohort");
        if (each) page(Step.MAPS, "empty");
        on(() ->
                combo("maps").setSelectedItem(sample.resolve("participants.tsv").toString()));
        await(() -> widget("subjects", JTable.class).getRowCount() == SUBJECTS);
        on(() -> combo("fwhm").setSelectedItem("8"));
        Thread.sleep(6000);
        if (each) pages();
        on(() -> combo("permutations").setSelectedItem("50000"));
        on(() -> combo("output").setSelectedItem(folder.resolve("results").toString()));
        page(Step.RUN, "run");
        live();
        page(Step.RUN, "done");
        Thread.sleep(4000);
        page(Step.RESULTS, "results");
        if (!each) return;
        on(() -> button("explore").doClick());
        await(() -> widget("cluster threshold", JSlider.class).isEnabled());
        on(() -> widget("cluster threshold", JSlider.class).setValue(10));
        Thread.sleep(2000);
        page(Step.RESULTS, "explored");
    }

    private void pages() throws Exception {
        page(Step.MAPS, "maps");
        on(() -> button("look").doClick());
        await(() -> widget("subjects", JTable.class).getValueAt(0, 1) != null);
        on(() -> widget("subjects", JTable.class).setRowSelectionInterval(0, 0));
        Thread.sleep(3000);
        page(Step.MAPS, "outliers");
        String table = model("maps", folder.resolve("sample") + "/sub-*.nii.gz");
        await(() -> button("write covariates").isEnabled());
        on(() -> button("write covariates").doClick());
        Thread.sleep(1000);
        page(Step.MAPS, "covariates");
        on(() -> button("Back to the maps").doClick());
        model("maps", table);
        await(() -> widget("subjects", JTable.class).getColumnCount() > 7);
        for (QuestionCard card : QuestionCard.values()) {
            on(() -> widget("card", JComboBox.class).setSelectedItem(card));
            if (widget("card", JComboBox.class).getSelectedItem() != card) continue; // the table has no columns for it
            Thread.sleep(2500);
            page(Step.QUESTION, "question-" + card.name().toLowerCase(Locale.ROOT));
        }
        on(() -> widget("card", JComboBox.class).setSelectedItem(QuestionCard.ONE_SAMPLE));
        page(Step.VOXELS, "voxels-before");
        on(() -> button("mask picture").doClick());
        Thread.sleep(5000);
        page(Step.VOXELS, "voxels");
        page(Step.TEST, "test");
        on(() -> combo("model").setSelectedItem("weight"));
        Thread.sleep(2000);
        page(Step.QUESTION, "mistake");
        on(() -> combo("model").setSelectedItem("1"));
        Thread.sleep(2000);
    }

    /** Gives a key another value; returns the one before. */
    private String model(String key, String value) throws Exception {
        Component field = widget(key, Component.class);
        String before = field instanceof JComboBox<?> box
                ? String.valueOf(box.getSelectedItem())
                : ((javax.swing.text.JTextComponent) field).getText();
        on(() -> combo(key).setSelectedItem(value));
        return before;
    }

    /** A run from its start to its end, picture by picture. */
    private void live() throws Exception {
        await(() -> button("run").isEnabled());
        on(() -> button("run").doClick());
        long next = System.nanoTime();
        for (int frame = 0; button("cancel").isEnabled() || frame < 3; frame++) {
            ImageIO.write(
                    capture(window.getBounds()),
                    "png",
                    folder.resolve(String.format(Locale.ROOT, "live-%03d.png", frame))
                            .toFile());
            next += FRAME * 1_000_000L;
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
    }

    private void maps() throws Exception {
        on(() -> button("Open map").doClick());
        await(() -> WindowManager.getImageCount() > 0
                && WindowManager.getCurrentImage().getWindow() != null
                && dialog("Cohort Viewer") != null);
        Thread.sleep(3000);
        Window maps = WindowManager.getCurrentImage().getWindow();
        save("contrast", maps);
        save("panel", dialog("Cohort Viewer"));
        Choice choice = Widgets.all(maps, Choice.class).findFirst().orElseThrow();
        for (int map = 0; map < choice.getItemCount(); map++) {
            int chosen = map;
            on(() -> choose(choice, choice.getItem(chosen)));
            Thread.sleep(1200);
            save("contrast-" + map, maps);
        }
        Button planes =
                Widgets.all(dialog("Cohort Viewer"), Button.class).findFirst().orElseThrow();
        on(() -> Arrays.stream(planes.getActionListeners())
                .forEach(listener -> listener.actionPerformed(
                        new ActionEvent(planes, ActionEvent.ACTION_PERFORMED, planes.getLabel()))));
        Thread.sleep(2000);
        save("planes", dialog("Cohort Planes"));
        save("panel-chosen", dialog("Cohort Viewer"));
        on(() -> choose(choice, choice.getItem(0)));
        together(List.of(maps, dialog("Cohort Planes"), dialog("Cohort Viewer")));
        ImageIO.write(
                capture(new Rectangle(java.awt.Toolkit.getDefaultToolkit().getScreenSize())),
                "png",
                folder.resolve("screen.png").toFile());
    }

    private static void choose(Choice choice, String item) {
        choice.select(item);
        for (java.awt.event.ItemListener listener : choice.getItemListeners())
            listener.itemStateChanged(
                    new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, choice.getSelectedItem(), ItemEvent.SELECTED));
    }

    /** The windows beside each other over the anatomy, with a voxel pointed at, for the page on results. */
    private void together(List<? extends Window> windows) throws Exception {
        window.setVisible(false);
        ImagePlus map = WindowManager.getCurrentImage();
        ImagePlus anatomy = ImageVolumes.toImage(
                "anatomy", Volumes.read(folder.resolve("sample").resolve("anatomy.nii.gz")));
        on(anatomy::show);
        on(() -> anatomy.getWindow().setLocation(0, 600));
        on(map.getWindow()::toFront);
        Choice background =
                Widgets.all(dialog("Cohort Viewer"), Choice.class).findFirst().orElseThrow();
        on(() -> WindowManager.setCurrentWindow(map.getWindow()));
        on(map::setActivated);
        on(() -> choose(background, "anatomy"));
        Rectangle all = new Rectangle();
        for (Window shown : windows) {
            int x = all.width;
            on(() -> shown.setLocation(x, 0));
            Thread.sleep(500);
            all = all.union(shown.getBounds());
            on(shown::toFront);
        }
        on(() -> Position.show(map, -39, -21, 54.5));
        Thread.sleep(1500);
        ImageIO.write(capture(all), "png", folder.resolve("viewer.png").toFile());
    }

    /** The dialog of every command of the menu, as it opens. */
    private void dialogs() throws Exception {
        List<CommandInfo> commands = context.service(CommandService.class).getCommands().stream()
                .filter(command -> command.getDelegateClassName().startsWith("cohort.command."))
                .sorted(Comparator.comparing(CommandInfo::getTitle))
                .toList();
        for (CommandInfo command : commands) {
            if (!String.valueOf(command.getMenuPath()).contains("...")) continue;
            Thread run = new Thread(() -> new CohortMenu().run(command.getDelegateClassName()));
            run.setDaemon(true);
            run.start();
            await(() -> open().isPresent());
            Thread.sleep(700);
            JDialog dialog = open().orElseThrow();
            save("dialog-" + dialog.getTitle().replaceAll("\\W+", "-"), dialog);
            on(() -> Widgets.named(dialog, "Help", AbstractButton.class).doClick());
            Thread.sleep(700);
            save("help-" + dialog.getTitle().replaceAll("\\W+", "-"), dialog(dialog.getTitle() + " Help"));
            on(() -> Widgets.all(dialog, AbstractButton.class)
                    .filter(button -> "Cancel".equals(button.getText()))
                    .findFirst()
                    .orElseThrow()
                    .doClick());
            await(() -> open().isEmpty());
        }
    }

    private static java.util.Optional<JDialog> open() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof JDialog && window.isShowing())
                .map(JDialog.class::cast)
                .findFirst();
    }

    private void page(Step step, String name) throws Exception {
        on(() -> widget("steps", JList.class).setSelectedIndex(step.ordinal()));
        Thread.sleep(700);
        save(name, window);
    }

    private void save(String name, Window shown) throws Exception {
        on(shown::toFront);
        Thread.sleep(300);
        ImageIO.write(
                capture(shown.getBounds()), "png", folder.resolve(name + ".png").toFile());
    }

    /** In the pixels of the screen. */
    private BufferedImage capture(Rectangle place) {
        List<java.awt.Image> variants =
                robot.createMultiResolutionScreenCapture(place).getResolutionVariants();
        return (BufferedImage) variants.get(variants.size() - 1);
    }

    private static void on(Runnable work) throws Exception {
        EventQueue.invokeAndWait(work);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        boolean[] done = {false};
        for (int wait = 0; !done[0]; wait++) {
            if (wait > 3000) throw new IOException("waited in vain");
            Thread.sleep(50);
            EventQueue.invokeAndWait(() -> done[0] = condition.getAsBoolean());
        }
    }

    private static JFrame frame(String title) {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof JFrame frame && frame.isShowing() && title.equals(frame.getTitle()))
                .map(JFrame.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static java.awt.Dialog dialog(String title) {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof java.awt.Dialog dialog
                        && dialog.isShowing()
                        && title.equals(dialog.getTitle()))
                .map(java.awt.Dialog.class::cast)
                .findFirst()
                .orElse(null);
    }

    private AbstractButton button(String name) {
        return widget(name, AbstractButton.class);
    }

    /** A field of a key: text, or a box to choose from. */
    private Field combo(String key) {
        Component field = widget(key, Component.class);
        return text -> Widgets.fill(field, text);
    }

    /** What is typed into. */
    @FunctionalInterface
    private interface Field {
        void setSelectedItem(String text);
    }

    private <C extends Component> C widget(String name, Class<C> type) {
        return Widgets.named(window, name, type);
    }
}
