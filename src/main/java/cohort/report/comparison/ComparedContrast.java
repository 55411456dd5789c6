package cohort.report.comparison;

import cohort.InputException;
import cohort.analysis.results.ContrastResults;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A contrast of one run and its counterpart in another.
 *
 * @param a of the first run
 * @param b of the second run
 * @param numbers of the contrasts in their runs, from 0
 */
record ComparedContrast(ContrastResults a, ContrastResults b, int[] numbers) {

    /**
     * The contrasts of the same name in two runs; of two runs with one contrast each, these, whatever they are called.
     *
     * @throws InputException if there are none
     */
    static List<ComparedContrast> of(ComparedRun first, ComparedRun second) {
        List<ContrastResults> a = first.results().contrasts(),
                b = second.results().contrasts();
        if (a.size() == 1 && b.size() == 1) return List.of(new ComparedContrast(a.get(0), b.get(0), new int[2]));
        List<ComparedContrast> same = IntStream.range(0, a.size())
                .boxed()
                .flatMap(i -> find(b, a.get(i).contrast().name())
                        .map(j -> new ComparedContrast(a.get(i), b.get(j), new int[] {i, j}))
                        .stream())
                .toList();
        if (same.isEmpty())
            throw new InputException("compare: found the contrasts " + names(b) + " in " + second.name() + " and "
                    + names(a) + " in " + first.name()
                    + ", expected one of the same name; run one of them again with the other's contrast.");
        return same;
    }

    private static Optional<Integer> find(List<ContrastResults> contrasts, String name) {
        return IntStream.range(0, contrasts.size())
                .filter(c -> contrasts.get(c).contrast().name().equals(name))
                .boxed()
                .findFirst();
    }

    private static String names(List<ContrastResults> contrasts) {
        return contrasts.stream().map(tested -> tested.contrast().text()).collect(Collectors.joining(", "));
    }

    /** What the two are called. */
    String title() {
        String first = a.contrast().text(), second = b.contrast().text();
        return first.equals(second) ? first : first + " and " + second;
    }
}
