package cohort.imagej.workbench.widget;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import javax.swing.JViewport;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;

class FittedTableTest {

    private static FittedTable table(int columns) {
        DefaultTableModel model = new DefaultTableModel();
        FittedTable table = new FittedTable(model);
        String[] names = new String[columns], cells = new String[columns];
        for (int c = 0; c < columns; c++) {
            names[c] = "c" + c;
            cells[c] = c == 0 ? "a cell of many words that is wide" : "1";
        }
        model.setDataVector(new Object[][] {cells}, names);
        return table;
    }

    private static FittedTable shown(int columns, int width) {
        FittedTable table = table(columns);
        JViewport port = new JViewport();
        port.setView(table);
        port.setSize(width, 100);
        return table;
    }

    @Test
    void aColumnIsAsWideAsItsWords() throws Exception {
        EventQueue.invokeAndWait(() -> {
            FittedTable table = table(3);
            int words = table.getFontMetrics(table.getFont()).stringWidth("a cell of many words that is wide");
            int wide = table.getColumnModel().getColumn(0).getPreferredWidth();
            assertTrue(wide >= words && wide < words + 30, wide + " for " + words);
            assertTrue(table.getColumnModel().getColumn(1).getPreferredWidth() < wide / 3);
        });
    }

    @Test
    void manyColumnsScrollAndFewFill() throws Exception {
        EventQueue.invokeAndWait(() -> {
            assertTrue(shown(3, 800).getScrollableTracksViewportWidth());
            assertFalse(shown(60, 800).getScrollableTracksViewportWidth());
        });
    }
}
