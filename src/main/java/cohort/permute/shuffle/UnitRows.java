package cohort.permute.shuffle;

import cohort.design.strata.ErrorStratum;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which rows of a model belong to which unit of shuffling. A unit is a map, or a subject with several rows, which move and flip
 * together, each to the row of its own component.
 *
 * @param unit for each row its unit, from 0
 * @param component for each row its number among those of its unit
 * @param rowOf units x components; -1 where a unit has no such row
 */
public record UnitRows(int[] unit, int[] component, int[][] rowOf) {

    /** A row a unit. */
    public static UnitRows single(int rows) {
        return of(IntStream.range(0, rows).toArray(), new int[rows], rows);
    }

    /** The sums of a stratum, the subjects being the units. */
    public static UnitRows of(ErrorStratum stratum) {
        return of(stratum.subject(), stratum.component(), stratum.subjects());
    }

    /** Several rows of each unit: the first of all units, then the second of all. */
    public static UnitRows repeated(int units, int times) {
        int rows = units * times;
        return of(
                IntStream.range(0, rows).map(row -> row % units).toArray(),
                IntStream.range(0, rows).map(row -> row / units).toArray(),
                units);
    }

    private static UnitRows of(int[] unit, int[] component, int units) {
        int components = Arrays.stream(component).max().orElse(-1) + 1;
        int[][] rowOf = new int[units][components];
        for (int[] rows : rowOf) Arrays.fill(rows, -1);
        for (int r = 0; r < unit.length; r++) rowOf[unit[r]][component[r]] = r;
        return new UnitRows(unit, component, rowOf);
    }

    public int units() {
        return rowOf.length;
    }

    private int components() {
        return rowOf.length == 0 ? 0 : rowOf[0].length;
    }

    /** What a shuffle of the units does to the rows. */
    public Shuffle expand(Shuffle units) {
        int[] row = new int[unit.length], sign = new int[unit.length];
        for (int r = 0; r < row.length; r++) {
            row[r] = rowOf[units.row()[unit[r]]][component[r]];
            sign[r] = units.sign()[unit[r]];
        }
        return new Shuffle(row, sign);
    }

    /** A column of rows as columns of units, one for each component; 0 where a unit has no such row. */
    public double[][] byUnit(double[] column) {
        return IntStream.range(0, components())
                .mapToObj(k -> Arrays.stream(rowOf)
                        .mapToDouble(rows -> rows[k] < 0 ? 0 : column[rows[k]])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A column of units as columns of rows, one for each component, 0 on those of the others. */
    public double[][] byRow(double[] column) {
        return IntStream.range(0, components())
                .mapToObj(k -> IntStream.range(0, unit.length)
                        .mapToDouble(r -> component[r] == k ? column[unit[r]] : 0)
                        .toArray())
                .filter(rows -> Arrays.stream(rows).anyMatch(x -> x != 0))
                .toArray(double[][]::new);
    }

    /** Which components a unit has: units of one pattern can take each other's places. */
    public String pattern(int unit) {
        return Arrays.toString(
                Arrays.stream(rowOf[unit]).map(row -> row < 0 ? 0 : 1).toArray());
    }
}
