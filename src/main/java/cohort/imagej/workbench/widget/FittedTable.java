package cohort.imagej.workbench.widget;

import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.table.TableModel;

/** A table whose columns are as wide as what the first rows hold, and which scrolls sideways where all together find no room. */
class FittedTable extends JTable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 50, EDGE = 8;

    FittedTable(TableModel model) {
        super(model);
    }

    @Override
    public void createDefaultColumnsFromModel() {
        super.createDefaultColumnsFromModel();
        if (getFont() == null) return; // not yet ready
        for (int column = 0; column < getColumnCount(); column++)
            getColumnModel().getColumn(column).setPreferredWidth(width(column));
    }

    private int width(int column) {
        int width = getTableHeader()
                        .getFontMetrics(getTableHeader().getFont())
                        .stringWidth(getModel().getColumnName(column))
                + EDGE;
        Class<?> type = getModel().getColumnClass(column);
        for (int row = 0; row < Math.min(ROWS, getModel().getRowCount()) && type != Icon.class; row++) {
            Object value = getModel().getValueAt(row, column);
            width = Math.max(
                    width,
                    getDefaultRenderer(type)
                            .getTableCellRendererComponent(this, value, false, false, row, column)
                            .getPreferredSize()
                            .width);
        }
        return width + EDGE;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getPreferredSize().width <= getParent().getWidth();
    }
}
