package cohort.design.formula;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a factor is for each subject. */
sealed interface FactorValues {

    /**
     * The factor's regressors.
     *
     * @param full whether levels get a regressor each, or all but the reference
     */
    List<Regressor> regressors(boolean full);

    /** Numbers, one or more a subject. */
    record Numeric(List<Regressor> regressors) implements FactorValues {
        @Override
        public List<Regressor> regressors(boolean full) {
            return regressors;
        }
    }

    /**
     * One level a subject, in treatment coding.
     *
     * @param column what the levels are of
     * @param levels their names, in order
     * @param reference index of the level that reduced coding leaves out
     * @param codes index of each subject's level
     */
    record Categorical(String column, List<String> levels, int reference, int[] codes) implements FactorValues {
        @Override
        public List<Regressor> regressors(boolean full) {
            return IntStream.range(0, levels.size())
                    .filter(level -> full || level != reference)
                    .mapToObj(this::indicator)
                    .toList();
        }

        private Regressor indicator(int level) {
            double[] is = IntStream.of(codes)
                    .mapToDouble(code -> code == level ? 1 : 0)
                    .toArray();
            return new Regressor(RegressorNames.safe(column + "." + levels.get(level)), is);
        }

        /** The factor as its regressors have it. */
        String name() {
            return RegressorNames.safe(column);
        }

        /** The levels as the regressors have them, the reference first. */
        List<String> names() {
            return Stream.concat(
                            Stream.of(levels.get(reference)),
                            levels.stream().filter(level -> !level.equals(levels.get(reference))))
                    .map(level -> RegressorNames.safe(column + "." + level).substring(name().length() + 1))
                    .toList();
        }
    }
}
