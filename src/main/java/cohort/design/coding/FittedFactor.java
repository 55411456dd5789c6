package cohort.design.coding;

import cohort.design.basis.LevelCoding;
import cohort.design.formula.Factor;
import cohort.design.formula.RegressorNames;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a factor is for each row. */
sealed interface FittedFactor {

    /**
     * The factor's regressors.
     *
     * @param rows whose
     * @param full whether levels get a regressor each, or one fewer by their coding
     */
    List<Regressor> regressors(Covariates rows, boolean full);

    /**
     * Numbers, one or more a row.
     *
     * @param names of the regressors
     * @param values regressors x rows
     */
    record Numeric(List<String> names, Function<Covariates, double[][]> values) implements FittedFactor {
        @Override
        public List<Regressor> regressors(Covariates rows, boolean full) {
            double[][] columns = values.apply(rows);
            return IntStream.range(0, columns.length)
                    .mapToObj(c -> new Regressor(names.get(c), columns[c]))
                    .toList();
        }
    }

    /**
     * A map a row, with another value in each voxel.
     *
     * @param map which
     * @param values numbers that stand for it
     */
    record Voxelwise(Factor.CovariateMap map, Function<Covariates, double[]> values) implements FittedFactor {
        @Override
        public List<Regressor> regressors(Covariates rows, boolean full) {
            double[] ones = new double[rows.size()];
            Arrays.fill(ones, 1);
            return List.of(new Regressor(map.name(), values.apply(rows), ones, List.of(map)));
        }
    }

    /**
     * One level a row.
     *
     * @param column what the levels are of
     * @param levels their names, in order
     * @param reference index of the level that treatment coding leaves out
     * @param coding how they become regressors beside an intercept
     * @param codes index of each row's level
     */
    record Categorical(
            String column, List<String> levels, int reference, LevelCoding coding, Function<Covariates, int[]> codes)
            implements FittedFactor {
        @Override
        public List<Regressor> regressors(Covariates rows, boolean full) {
            int[] code = codes.apply(rows);
            double[][] coded = full ? new double[0][] : coding.matrix(levels.size(), reference);
            List<String> suffixes = full ? levels : coding.suffixes(levels, reference);
            return IntStream.range(0, suffixes.size())
                    .mapToObj(c -> new Regressor(
                            RegressorNames.safe(column + "." + suffixes.get(c)),
                            IntStream.of(code)
                                    .mapToDouble(level -> full ? level == c ? 1 : 0 : coded[level][c])
                                    .toArray()))
                    .toList();
        }

        /** The factor as its regressors have it. */
        String name() {
            return RegressorNames.safe(column);
        }

        /** The levels, the reference first. */
        List<String> ordered() {
            return Stream.concat(
                            Stream.of(levels.get(reference)),
                            levels.stream().filter(level -> !level.equals(levels.get(reference))))
                    .toList();
        }

        /** The levels as the regressors have them, the reference first. */
        List<String> names() {
            return ordered().stream()
                    .map(level -> RegressorNames.safe(column + "." + level).substring(name().length() + 1))
                    .toList();
        }
    }
}
