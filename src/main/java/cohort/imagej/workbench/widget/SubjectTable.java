package cohort.imagej.workbench.widget;

import cohort.imagej.message.WordColour;
import cohort.quality.SubjectDistance;
import cohort.subjects.Cohort;
import cohort.text.Words;
import java.awt.Component;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JTable;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.event.TableModelEvent;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;

/** The subjects with their columns, and a tick for each who takes part. */
public final class SubjectTable extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    /** The order of those to look at; outliers are last. */
    public static final Comparator<SubjectDistance> FARTHEST =
            Comparator.comparing(SubjectDistance::isOutlier).thenComparing(SubjectDistance::score);

    private static final int TICK = 0, DISTANCE = 1, GRID = 2, FIRST = 3;

    private final transient Consumer<String> leaveOut;
    private transient List<String> ids = List.of(), columns = List.of();
    /** Column by column. */
    private transient List<List<String>> cells = List.of();

    private final transient Set<String> left = new LinkedHashSet<>();
    /** Conditions such as {@code age is n/a}, which the table does not show. */
    private List<String> conditions = List.of();

    /** The grids of the maps in words, by row. */
    private transient IntFunction<String> grids = row -> "";

    /** How far each map is from the others, by id; none before somebody has looked. */
    private transient Map<String, SubjectDistance> distances = Map.of();

    /** @param leaveOut is told the value of the key {@code leave_out} when a tick changes */
    public SubjectTable(Consumer<String> leaveOut) {
        this.leaveOut = leaveOut;
    }

    /** @param all the cohort without anybody left out */
    public void show(Cohort all, String leaveOut) {
        ids = all.ids();
        columns = all.covariates().columns();
        cells = columns.stream().map(all.covariates()::column).toList();
        grids = row -> "";
        distances = Map.of();
        take(leaveOut);
        fireTableStructureChanged();
    }

    /** Ticks all but those whom a value of {@code leave_out} names. */
    public void leave(String leaveOut) {
        take(leaveOut);
        tellOf(TICK);
    }

    private void tellOf(int column) {
        if (!ids.isEmpty()) fireTableChanged(new TableModelEvent(this, 0, ids.size() - 1, column));
    }

    private void take(String leaveOut) {
        List<String> rules = Arrays.stream(leaveOut.split(";"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .toList();
        Set<String> known = new HashSet<>(ids);
        left.clear();
        rules.stream().filter(known::contains).forEach(left::add);
        conditions = rules.stream().filter(rule -> !known.contains(rule)).toList();
    }

    /** Shows the grid of each map. */
    public void show(IntFunction<String> grid) {
        grids = grid;
        tellOf(GRID);
    }

    /**
     * Shows how far each map is from the others.
     *
     * @param byId of those who take part
     */
    public void show(Map<String, SubjectDistance> byId) {
        distances = Map.copyOf(byId);
        fireTableDataChanged();
    }

    /** The table of these rows, which sorts by a click on a heading; maps far from the others are red. */
    public JTable table() {
        JTable shown = new JTable(this);
        shown.setAutoCreateRowSorter(true);
        shown.setDefaultRenderer(SubjectDistance.class, new Distances());
        return shown;
    }

    /** Outliers first, then those farther from the others. */
    public void sort(JTable shown) {
        TableRowSorter<SubjectTable> sorter = new TableRowSorter<>(this);
        sorter.setComparator(DISTANCE, FARTHEST);
        sorter.setSortKeys(List.of(new RowSorter.SortKey(DISTANCE, SortOrder.DESCENDING)));
        shown.setRowSorter(sorter);
    }

    private static final class Distances extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable shown, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
            boolean isOutlier = value instanceof SubjectDistance distance && distance.isOutlier();
            String words = value instanceof SubjectDistance distance ? Words.fixed(distance.distance(), 2) : "";
            Component cell = super.getTableCellRendererComponent(
                    shown, isOutlier ? words + "  look at it" : words, isSelected, hasFocus, row, column);
            if (!isSelected) cell.setForeground(isOutlier ? WordColour.ATTENTION.on(shown) : shown.getForeground());
            return cell;
        }
    }

    @Override
    public int getRowCount() {
        return ids.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size() + FIRST;
    }

    @Override
    public String getColumnName(int column) {
        if (column == DISTANCE) return "distance";
        if (column == GRID) return "grid";
        return column == TICK ? "" : columns.get(column - FIRST);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        if (column == DISTANCE) return SubjectDistance.class;
        return column == TICK ? Boolean.class : String.class;
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return column == TICK;
    }

    @Override
    public Object getValueAt(int row, int column) {
        if (column == DISTANCE) return distances.get(id(row));
        if (column == GRID) return grids.apply(row);
        return column == TICK
                ? !left.contains(id(row))
                : cells.get(column - FIRST).get(row);
    }

    /** Whose row it is. */
    public String id(int row) {
        return ids.get(row);
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        if (Boolean.TRUE.equals(value)) left.remove(id(row));
        else left.add(id(row));
        leaveOut.accept(Stream.concat(left.stream(), conditions.stream()).collect(Collectors.joining(";")));
    }
}
