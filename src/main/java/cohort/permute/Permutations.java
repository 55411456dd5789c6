package cohort.permute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** The subjects' rows of the design are exchanged freely: exchangeable if errors are alike in distribution. */
final class Permutations implements Shuffling {
    private static final int LARGEST_FACTORIAL = 170;

    private final int subjects;
    private final int[] unflipped;

    Permutations(int subjects) {
        this.subjects = subjects;
        this.unflipped = new int[subjects];
        Arrays.fill(unflipped, 1);
    }

    @Override
    public String name() {
        return "permutations";
    }

    @Override
    public double count() {
        return subjects > LARGEST_FACTORIAL
                ? Double.POSITIVE_INFINITY
                : Math.rint(CombinatoricsUtils.factorialDouble(subjects));
    }

    @Override
    public Iterator<Shuffle> random(int seed) {
        NumpyRandom random = NumpyRandom.ofFirstJob(seed);
        int[] current = IntStream.range(0, subjects).toArray();
        return Stream.generate(() -> {
                    int[] before = current.clone(), order = permutation(random);
                    for (int i = 0; i < subjects; i++) current[i] = before[order[i]];
                    return new Shuffle(current.clone(), unflipped);
                })
                .iterator();
    }

    private int[] permutation(NumpyRandom random) {
        int[] order = IntStream.range(0, subjects).toArray();
        for (int i = subjects - 1; i > 0; i--) {
            int j = random.bounded(i), swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    @Override
    public Iterator<Shuffle> all() {
        List<Shuffle> all = new ArrayList<>();
        extend(new int[subjects], new boolean[subjects], 0, all);
        return all.subList(1, all.size()).iterator(); // the first in lexical order is the identity
    }

    private void extend(int[] row, boolean[] used, int depth, List<Shuffle> all) {
        if (depth == subjects) {
            all.add(new Shuffle(row.clone(), unflipped));
            return;
        }
        for (int i = 0; i < subjects; i++) {
            if (used[i]) continue;
            used[i] = true;
            row[depth] = i;
            extend(row, used, depth + 1, all);
            used[i] = false;
        }
    }

    @Override
    public double[][] invariants() {
        double[] ones = new double[subjects];
        Arrays.fill(ones, 1);
        return new double[][] {ones};
    }
}
