package cohort.imagej.workbench.widget;

import cohort.image.Grid;
import cohort.image.VoxelUnit;
import cohort.report.words.ClusterListing;
import cohort.table.Table;
import cohort.text.Words;
import java.awt.Component;
import java.awt.Font;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

/** The clusters of a contrast, one row per peak. */
public final class PeakTable extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final List<String> POSITION = List.of("X", "Y", "Z");

    private static final double ALPHA = 0.05;

    private transient List<Column> columns = List.of();
    private transient Optional<Table> table = Optional.empty();
    /** Those of the table's columns that were asked for: a table makes a column anew each time. */
    private final transient Map<String, List<String>> cells = new HashMap<>();

    /**
     * A column of the window.
     *
     * @param source of the table
     * @param words how its numbers are written
     */
    private record Column(String heading, String source, DoubleFunction<String> words) {}

    /** @param grid of the map */
    public void show(ClusterListing listing, Grid grid) {
        VoxelUnit unit = VoxelUnit.of(grid);
        List<Column> shown = new ArrayList<>();
        for (String axis : POSITION)
            shown.add(new Column(axis.toLowerCase(Locale.ROOT), axis, mm -> Words.mm(grid.readable(mm))));
        shown.add(new Column(listing.symbol(), "Peak Stat", value -> Words.fixed(value, 2)));
        shown.add(new Column("Voxels", ClusterListing.SIZE, value -> Words.count(Math.round(value))));
        shown.add(new Column(unit.ofSizes(), "Cluster Size (mm3)", value -> Words.size(unit.size(value))));
        for (String p : listing.probabilities()) shown.add(new Column(p, p, Words::p));
        columns = shown;
        cells.clear();
        table = Optional.of(listing.table());
        fireTableStructureChanged();
    }

    public void clear() {
        columns = List.of();
        cells.clear();
        table = Optional.empty();
        fireTableStructureChanged();
    }

    /** A table of these rows, numbers at the right, p up to 0.05 bold. */
    public JTable table() {
        JTable shown = new FittedTable(this);
        shown.setDefaultRenderer(Object.class, new Cells());
        return shown;
    }

    private final class Cells extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable shown, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
            Component cell = super.getTableCellRendererComponent(shown, value, isSelected, hasFocus, row, column);
            setHorizontalAlignment(column == 0 ? LEADING : TRAILING);
            if (isSignificant(row, column)) cell.setFont(cell.getFont().deriveFont(Font.BOLD));
            return cell;
        }
    }

    private boolean isSignificant(int row, int column) {
        if (column == 0 || !columns.get(column - 1).source().startsWith(ClusterListing.P)) return false;
        String cell = cell(columns.get(column - 1).source(), row);
        return Table.isNumber(cell) && Double.parseDouble(cell) <= ALPHA;
    }

    /** Where a row's peak lies, x, y and z in mm. */
    public double[] position(int row) {
        return POSITION.stream()
                .mapToDouble(axis -> Double.parseDouble(cell(axis, row)))
                .toArray();
    }

    private String cell(String column, int row) {
        return cells.computeIfAbsent(column, table.orElseThrow()::column).get(row);
    }

    @Override
    public int getRowCount() {
        return table.map(Table::rows).orElse(0);
    }

    @Override
    public int getColumnCount() {
        return columns.isEmpty() ? 0 : columns.size() + 1;
    }

    @Override
    public String getColumnName(int column) {
        return column == 0 ? "Cluster" : columns.get(column - 1).heading();
    }

    @Override
    public Object getValueAt(int row, int column) {
        if (column == 0) return cell(ClusterListing.ID, row);
        Column shown = columns.get(column - 1);
        String cell = cell(shown.source(), row);
        return Table.isNumber(cell) ? shown.words().apply(Double.parseDouble(cell)) : cell;
    }
}
