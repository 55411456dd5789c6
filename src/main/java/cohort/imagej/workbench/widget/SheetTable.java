package cohort.imagej.workbench.widget;

import cohort.study.CovariateSheet;
import cohort.table.Table;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** Covariates as cells to type into, beside the subjects' ids. */
final class SheetTable extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    private transient CovariateSheet sheet = new CovariateSheet(List.of(), List.of(), List.of());

    void show(CovariateSheet other) {
        if (other.equals(sheet)) return;
        boolean isWide = !other.columns().equals(sheet.columns());
        sheet = other;
        if (isWide) fireTableStructureChanged();
        else fireTableDataChanged();
    }

    CovariateSheet sheet() {
        return sheet;
    }

    @Override
    public int getRowCount() {
        return sheet.ids().size();
    }

    @Override
    public int getColumnCount() {
        return 1 + sheet.columns().size();
    }

    @Override
    public String getColumnName(int column) {
        return column == 0 ? Table.PARTICIPANT : sheet.columns().get(column - 1);
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return column > 0;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return column == 0 ? sheet.ids().get(row) : sheet.rows().get(row).get(column - 1);
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        sheet = sheet.with(row, column - 1, value.toString());
        fireTableCellUpdated(row, column);
    }
}
