package cohort.design.basis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** How the levels of a factor become regressors beside an intercept: one fewer than there are levels. */
public enum LevelCoding {
    /** Each level but the reference against it. */
    TREATMENT("", "treatment") {
        @Override
        public double[][] matrix(int levels, int reference) {
            return matrix(levels, (level, c) -> level == (c < reference ? c : c + 1) ? 1 : 0);
        }

        @Override
        String suffix(List<String> levels, int reference, int c) {
            return levels.get(c < reference ? c : c + 1);
        }
    },
    /** Each level but the last against the mean of all, R's {@code contr.sum}. */
    SUM("S.", "sum") {
        @Override
        public double[][] matrix(int levels, int reference) {
            return matrix(levels, (level, c) -> level == levels - 1 ? -1 : level == c ? 1 : 0);
        }

        @Override
        String suffix(List<String> levels, int reference, int c) {
            return levels.get(c);
        }
    },
    /** Each level but the first against the mean of those before it, scaled as R's {@code contr.helmert}. */
    HELMERT("H.", "helmert") {
        @Override
        public double[][] matrix(int levels, int reference) {
            return matrix(levels, (level, c) -> level <= c ? -1 : level == c + 1 ? level : 0);
        }
    },
    /** Polynomial trends over equally spaced levels, R's {@code contr.poly}. */
    POLY("", "poly") {
        @Override
        public double[][] matrix(int levels, int reference) {
            double[] scores = IntStream.rangeClosed(1, levels).asDoubleStream().toArray();
            double[][] trends = new OrthogonalPolynomials(scores, levels - 1).at(scores);
            return matrix(levels, (level, c) -> trends[c][level]);
        }

        @Override
        String suffix(List<String> levels, int reference, int c) {
            return c < TRENDS.size() ? TRENDS.get(c) : "^" + (c + 1);
        }
    },
    /** Each level but the first against the one before it, {@code contr.sdif} of R's MASS. */
    DIFF("D.", "diff", "sdif") {
        @Override
        public double[][] matrix(int levels, int reference) {
            return matrix(levels, (level, c) -> (level <= c ? c + 1 - levels : c + 1) / (double) levels);
        }
    };

    private static final List<String> TRENDS = List.of("Linear", "Quadratic", "Cubic");

    private final String prefix;
    private final List<String> names;

    LevelCoding(String prefix, String... names) {
        this.prefix = prefix;
        this.names = List.of(names);
    }

    /** The coding of a name as R or patsy has it: {@code Sum}, {@code sum} or {@code contr.sum}. */
    public static Optional<LevelCoding> of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^contr\\.", "");
        return Arrays.stream(values())
                .filter(coding -> coding.names.contains(plain))
                .findFirst();
    }

    /** The name as patsy writes it. */
    public String title() {
        return name().charAt(0) + names.get(0).substring(1);
    }

    /**
     * The value of each regressor for each level.
     *
     * @param levels how many there are, two or more
     * @param reference number of the reference level, from 0; only {@link #TREATMENT} has one
     * @return levels x (levels - 1)
     */
    public abstract double[][] matrix(int levels, int reference);

    /** What the regressors are called behind the factor's name. */
    public List<String> suffixes(List<String> levels, int reference) {
        return IntStream.range(0, levels.size() - 1)
                .mapToObj(c -> prefix + suffix(levels, reference, c))
                .toList();
    }

    String suffix(List<String> levels, int reference, int c) {
        return levels.get(c + 1);
    }

    /**
     * What a combination of the regressors' effects compares: the weights of the levels' means, which sum to 0.
     *
     * @param weights one a regressor
     * @param reference number of the reference level, from 0
     */
    public double[] ofLevels(double[] weights, int reference) {
        int levels = weights.length + 1;
        double[][] coded = matrix(levels, reference);
        DMatrixRMaj equations = new DMatrixRMaj(levels, levels);
        DMatrixRMaj sought = new DMatrixRMaj(levels, 1), sides = new DMatrixRMaj(levels, 1);
        for (int l = 0; l < levels; l++) {
            equations.set(0, l, 1);
            for (int c = 0; c < weights.length; c++) equations.set(c + 1, l, coded[l][c]);
            if (l > 0) sides.set(l, 0, weights[l - 1]);
        }
        CommonOps_DDRM.solve(equations, sides, sought);
        return sought.data;
    }

    static double[][] matrix(int levels, Entry entry) {
        return IntStream.range(0, levels)
                .mapToObj(level -> IntStream.range(0, levels - 1)
                        .mapToDouble(c -> entry.of(level, c))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A number for a level and a regressor. */
    @FunctionalInterface
    interface Entry {
        double of(int level, int regressor);
    }
}
