package cohort.imagej.workbench.widget;

import cohort.imagej.message.WordColour;
import cohort.mask.GroupMaps;
import cohort.quality.SubjectDistance;
import cohort.subjects.Cohort;
import cohort.table.Table;
import cohort.text.Words;
import java.awt.Component;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.Icon;
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

    private static final int TICK = 0, DISTANCE = 1, GRID = 2, PICTURE = 3, FIRST = 4;

    private final transient Consumer<String> leaveOut;
    private final transient RowPictures pictures = new RowPictures(row -> fireTableCellUpdated(row, PICTURE));
    private transient List<String> ids = List.of();
    private transient Table covariates = Table.of("", List.of(Table.PARTICIPANT), List.of());

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
        covariates = all.covariates();
        pictures.show(row -> GroupMaps.one(all.subjects().get(row).map()));
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
        JTable shown = new Sized(this);
        shown.setRowSorter(new Order(this));
        pictures.showOn(shown);
        shown.setRowHeight(RowPictures.HEIGHT + 2);
        shown.setDefaultRenderer(SubjectDistance.class, new Distances());
        return shown;
    }

    /** Outliers first, then those farther from the others. */
    public void sort(JTable shown) {
        shown.getRowSorter().setSortKeys(List.of(new RowSorter.SortKey(DISTANCE, SortOrder.DESCENDING)));
    }

    /** Narrow ticks, and room for distances and the words of a grid, which come later. */
    private static final class Sized extends FittedTable {
        private static final long serialVersionUID = 1;
        private static final int NARROW = 30, SCORE = 90, WORDS = 190;

        private Sized(SubjectTable subjects) {
            super(subjects);
        }

        @Override
        public void createDefaultColumnsFromModel() {
            super.createDefaultColumnsFromModel();
            getColumnModel().getColumn(TICK).setMaxWidth(NARROW);
            getColumnModel().getColumn(DISTANCE).setPreferredWidth(SCORE);
            getColumnModel().getColumn(GRID).setPreferredWidth(WORDS);
        }
    }

    /** Sorts numbers by what they are worth, before words; each text is looked at once, since Java's order of words is slow. */
    private static final class Order extends TableRowSorter<SubjectTable> {
        private final Map<String, Double> numbers = new HashMap<>();
        private final Comparator<String> texts =
                Comparator.<String>comparingDouble(this::number).thenComparing(Comparator.naturalOrder());

        private Order(SubjectTable subjects) {
            super(subjects);
        }

        private double number(String text) {
            return numbers.computeIfAbsent(
                    text, cell -> Table.isNumber(cell) ? Double.parseDouble(cell) : Double.POSITIVE_INFINITY);
        }

        @Override
        public Comparator<?> getComparator(int column) {
            if (column == DISTANCE) return FARTHEST;
            return getModel().getColumnClass(column) == String.class ? texts : super.getComparator(column);
        }

        @Override
        protected boolean useToString(int column) {
            return false;
        }

        @Override
        public boolean isSortable(int column) {
            return column != PICTURE;
        }
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
        return covariates.columns().size() + FIRST;
    }

    @Override
    public String getColumnName(int column) {
        if (column == DISTANCE) return "distance";
        if (column == PICTURE) return "picture";
        if (column == GRID) return "grid";
        return column == TICK ? "" : covariates.columns().get(column - FIRST);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        if (column == DISTANCE) return SubjectDistance.class;
        if (column == PICTURE) return Icon.class;
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
        if (column == PICTURE) return pictures.of(row).orElse(null); // as an empty cell has it
        return column == TICK ? !left.contains(id(row)) : covariates.row(row).get(column - FIRST);
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
