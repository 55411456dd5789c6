package cohort.imagej.viewer;

import cohort.imagej.map.Position;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** Leads from a row of a table with the columns X, Y and Z to that position in an image, if it is still open. */
final class RowClick extends MouseAdapter {
    private final TextPanel panel;
    private final String image;

    RowClick(TextPanel panel, String image) {
        this.panel = panel;
        this.image = image;
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        int row = panel.getSelectionStart();
        ResultsTable table = panel.getResultsTable();
        ImagePlus open = WindowManager.getImage(image);
        if (open != null && table != null && row >= 0 && row < table.size())
            Position.show(open, table.getValue("X", row), table.getValue("Y", row), table.getValue("Z", row));
    }
}
