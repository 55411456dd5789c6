package cohort.design.strata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which rows of different subjects are measurements of one kind: the combinations of those regressors that take the same values
 * within every subject that has all measurements, such as session or the two factors of a 2 x 2.
 *
 * @param codes for each row the number of its cell, from 0; several rows of a subject in one cell have numbers of their own
 * @param count number of cells
 * @param hasReplicates whether a subject has several rows that the regressors do not tell apart
 */
record DesignCells(int[] codes, int count, boolean hasReplicates) {

    /**
     * @param columns the regressors
     * @param subjects for each row the number of its subject
     */
    static DesignCells of(double[][] columns, int[] subjects) {
        Map<Integer, List<Integer>> rows = IntStream.range(0, subjects.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> subjects[i], TreeMap::new, Collectors.toList()));
        int most = rows.values().stream().mapToInt(List::size).max().orElse(0);
        List<List<Integer>> complete =
                rows.values().stream().filter(list -> list.size() == most).toList();
        List<double[]> shared = Arrays.stream(columns)
                .filter(column -> isShared(column, complete))
                .toList();
        Map<List<Double>, Integer> numbers = new HashMap<>();
        int[] codes = new int[subjects.length];
        boolean replicates = false;
        for (List<Integer> list : rows.values()) {
            Map<List<Double>, Integer> seen = new HashMap<>();
            for (int i : list) {
                List<Double> key =
                        shared.stream().map(column -> column[i]).collect(Collectors.toCollection(ArrayList::new));
                int repeat = seen.merge(key, 1, Integer::sum);
                replicates |= repeat > 1;
                List<Double> cell = new ArrayList<>(key);
                cell.add((double) repeat);
                numbers.putIfAbsent(cell, numbers.size());
                codes[i] = numbers.get(cell);
            }
        }
        return new DesignCells(codes, numbers.size(), replicates);
    }

    /** Whether a regressor differs within subjects, and in all of these takes the same values. */
    private static boolean isShared(double[] column, List<List<Integer>> complete) {
        double[] first = sorted(column, complete.get(0));
        return first[0] != first[first.length - 1]
                && complete.stream().allMatch(rows -> Arrays.equals(sorted(column, rows), first));
    }

    private static double[] sorted(double[] column, List<Integer> rows) {
        return rows.stream().mapToDouble(i -> column[i]).sorted().toArray();
    }
}
