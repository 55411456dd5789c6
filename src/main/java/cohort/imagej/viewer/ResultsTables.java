package cohort.imagej.viewer;

import cohort.command.viewer.ResultTable;
import cohort.imagej.io.ImageJImages;
import cohort.imagej.map.Position;
import cohort.table.Table;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.GraphicsEnvironment;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

/**
 * Tables as ImageJ's. Each name has a window of its own, so that measurements in the window Results are left alone; a
 * click on a row leads to its position in the image. Without a screen the table is the one that macros read by
 * {@code getResult}.
 */
public final class ResultsTables {
    /** ImageJ shows nine at most. */
    private static final int MOST_DECIMALS = 9;

    private ResultsTables() {}

    static void show(ResultTable result) {
        ResultsTable table = toResults(result.table());
        if (GraphicsEnvironment.isHeadless()) {
            Analyzer.setResultsTable(table);
            return;
        }
        boolean isShown = WindowManager.getFrame(result.name()) != null;
        table.show(result.name());
        if (!isShown
                && List.of("X", "Y", "Z").stream().allMatch(result.table()::has)
                && WindowManager.getFrame(result.name()) instanceof TextWindow window)
            window.getTextPanel().addMouseListener(new MouseAdapter() {
                @Override
                public void mouseReleased(MouseEvent event) {
                    showRow(window.getTextPanel(), result.image());
                }
            });
    }

    /** Shows the position of the chosen row in an image, if it is still open. */
    private static void showRow(TextPanel panel, String title) {
        int row = panel.getSelectionStart();
        ResultsTable table = panel.getResultsTable();
        if (table != null && row >= 0 && row < table.size())
            ImageJImages.find(title)
                    .ifPresent(open -> Position.show(
                            open, table.getValue("X", row), table.getValue("Y", row), table.getValue("Z", row)));
    }

    /** Cells that are numbers become numbers, all others stay text. */
    public static ResultsTable toResults(Table table) {
        ResultsTable results = new ResultsTable();
        results.showRowNumbers(false);
        for (int r = 0; r < table.rows(); r++) results.incrementCounter();
        for (String column : table.columns()) {
            int c = results.getFreeColumn(column);
            List<String> cells = table.column(column);
            for (int r = 0; r < cells.size(); r++) {
                if (Table.isNumber(cells.get(r))) results.setValue(c, r, Double.parseDouble(cells.get(r)));
                else results.setValue(c, r, cells.get(r));
            }
            results.setDecimalPlaces(
                    c, cells.stream().mapToInt(ResultsTables::decimals).max().orElse(0));
        }
        return results;
    }

    private static int decimals(String cell) {
        int point = cell.indexOf('.');
        return point < 0 || !Table.isNumber(cell) ? 0 : Math.min(MOST_DECIMALS, cell.length() - point - 1);
    }
}
