package cohort.imagej.workbench.widget;

import cohort.subjects.Cohort;
import cohort.table.Table;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.table.AbstractTableModel;

/** The subjects with their columns, and a tick for each who takes part. */
public final class SubjectTable extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final int TICK = 0, FIRST = 1;

    private final transient Consumer<String> leaveOut;
    private transient Table table = Table.of("", List.of(Table.PARTICIPANT), List.of());
    private final transient Set<String> left = new LinkedHashSet<>();
    /** Conditions such as {@code age is n/a}, which the table does not show. */
    private List<String> conditions = List.of();

    /** @param leaveOut is told the value of the key {@code leave_out} when a tick changes */
    public SubjectTable(Consumer<String> leaveOut) {
        this.leaveOut = leaveOut;
    }

    /** @param all the cohort without anybody left out */
    public void show(Cohort all, String leaveOut) {
        table = all.covariates();
        List<String> rules = Arrays.stream(leaveOut.split(";"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .toList();
        List<String> ids = all.ids();
        left.clear();
        rules.stream().filter(ids::contains).forEach(left::add);
        conditions = rules.stream().filter(rule -> !ids.contains(rule)).toList();
        fireTableStructureChanged();
    }

    @Override
    public int getRowCount() {
        return table.rows();
    }

    @Override
    public int getColumnCount() {
        return table.columns().size() + FIRST;
    }

    @Override
    public String getColumnName(int column) {
        return column == TICK ? "" : table.columns().get(column - FIRST);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == TICK ? Boolean.class : String.class;
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return column == TICK;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return column == TICK
                ? !left.contains(id(row))
                : table.column(getColumnName(column)).get(row);
    }

    private String id(int row) {
        return table.column(Table.PARTICIPANT).get(row);
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        if (Boolean.TRUE.equals(value)) left.remove(id(row));
        else left.add(id(row));
        leaveOut.accept(Stream.concat(left.stream(), conditions.stream()).collect(Collectors.joining(";")));
    }
}
