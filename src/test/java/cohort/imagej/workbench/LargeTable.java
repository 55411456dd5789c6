package cohort.imagej.workbench;

import cohort.command.viewer.Viewer;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.EventStopwatch;
import cohort.imagej.Headless;
import cohort.imagej.Widgets;
import cohort.study.QuestionCard;
import cohort.study.Step;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JTable;
import org.scijava.Context;
import org.scijava.command.CommandService;

/**
 * Measures how long the window holds up the thread of events with a table of many subjects: {@code java -cp ...
 * cohort.imagej.workbench.LargeTable [SUBJECTS]}, 10,000 if not given. Prints the longest event of each thing that a person does.
 */
public final class LargeTable {
    private static final int MAPS = 10000, SIDE = 4;

    private final EventStopwatch watch = new EventStopwatch();
    private WorkbenchModel model;
    private Workbench window;

    private LargeTable() {}

    public static void main(String[] arguments) throws Exception {
        Headless.start();
        Path folder = Files.createTempDirectory("large");
        new LargeTable().measure(write(folder, arguments.length > 0 ? Integer.parseInt(arguments[0]) : MAPS));
        System.exit(0);
    }

    private static Path write(Path folder, int subjects) throws Exception {
        Random random = new Random(1);
        Grid grid = new Grid(SIDE, SIDE, SIDE, -3, 0, 0, 9, 0, 3, 0, 0, 0, 0, 3, 0);
        StringBuilder text = new StringBuilder("participant_id\tmap");
        for (int c = 0; c < 18; c++) text.append("\tcolumn").append(c);
        for (int s = 0; s < subjects; s++) {
            double[] values = random.doubles(grid.voxels()).toArray();
            Volumes.write(Volume.of(grid, values), folder.resolve("sub-" + s + ".nii"), "");
            text.append("\nsub-" + s + "\tsub-" + s + ".nii");
            for (int c = 0; c < 18; c++)
                text.append("\t").append(c % 3 == 0 ? "level" + random.nextInt(2 + c) : "" + random.nextInt(1000));
        }
        return Files.writeString(folder.resolve("participants.tsv"), text.append('\n'));
    }

    private void measure(Path table) throws Exception {
        Context context = new Context();
        EventQueue.invokeAndWait(() -> {
            Viewer viewer = context.service(Viewer.class);
            model = new WorkbenchModel(viewer);
            window = new Workbench(model, viewer, context.service(CommandService.class));
            window.setSize(window.getPreferredSize());
        });
        EventQueue.invokeAndWait(window::maps); // behind the events in which the pages are made
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(watch);
        JTable subjects = widget("subjects", JTable.class);
        lap("nothing", () -> null, () -> true);
        lap("opening the table", () -> change("maps", table.toString()), () -> subjects.getRowCount() > 0);
        lap("the headers", () -> null, () -> !subjects.getValueAt(0, 2).equals(""));
        lap("drawing it", this::draw, () -> true);
        lap("scrolling", () -> scroll(subjects), () -> true);
        lap("a tick", () -> tick(subjects, 7), () -> taken() == subjects.getRowCount() - 1);
        lap("another tick", () -> tick(subjects, 8), () -> taken() == subjects.getRowCount() - 2);
        lap("sorting by a covariate", () -> sort(subjects, 6), () -> true);
        lap("drawing it sorted", this::draw, () -> true);
        lap("a question", () -> choose(QuestionCard.GROUPS_WITH_COVARIATE), () -> model.check()
                .questions()
                .filter(q -> q.asked() == QuestionCard.GROUPS_WITH_COVARIATE)
                .isPresent());
        lap("its page", () -> go(Step.QUESTION), () -> true);
        lap("drawing it", this::draw, () -> true);
    }

    private int taken() {
        return model.check().cohort().map(cohort -> cohort.size()).orElse(0);
    }

    private void lap(String what, Callable<?> work, BooleanSupplier until) throws Exception {
        watch.lap();
        long start = System.nanoTime();
        EventQueue.invokeAndWait(() -> {
            try {
                work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        boolean[] done = {false};
        while (!done[0]) {
            Thread.sleep(50);
            EventQueue.invokeAndWait(() -> done[0] = until.getAsBoolean());
        }
        Thread.sleep(300);
        System.out.printf(
                "%-25s longest event %5d ms, all %6d ms%n",
                what, watch.lap() / 1000000, (System.nanoTime() - start) / 1000000);
    }

    private Object change(String key, String value) {
        model.change(Map.of(key, value));
        return null;
    }

    private Object draw() {
        Widgets.layout(window);
        BufferedImage picture = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        window.printAll(g);
        g.dispose();
        return picture;
    }

    private Object scroll(JTable table) {
        for (int row = 0; row < table.getRowCount(); row += 100) {
            Rectangle cell = table.getCellRect(row, 0, true);
            table.scrollRectToVisible(cell);
        }
        return draw();
    }

    private static Object tick(JTable table, int row) {
        table.setValueAt(false, row, 0);
        return table;
    }

    private static Object sort(JTable table, int column) {
        table.getRowSorter().toggleSortOrder(column);
        return table;
    }

    private Object choose(QuestionCard card) {
        widget("card", JComboBox.class).setSelectedItem(card);
        return card;
    }

    private Object go(Step step) {
        widget("steps", JList.class).setSelectedIndex(step.ordinal());
        return step;
    }

    private <C extends Component> C widget(String name, Class<C> type) {
        return Widgets.named(window, name, type);
    }
}
