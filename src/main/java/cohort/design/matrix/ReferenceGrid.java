package cohort.design.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a model: what it predicts for subjects of given levels and numbers, be there such subjects or not (the
 * reference grid of Lenth's emmeans; Searle, Speed &amp; Milliken 1980, The American Statistician 34:216).
 */
public interface ReferenceGrid {
    /** The columns of the table that the model depends on. */
    List<String> columns();

    /** The mean of each column of numbers over the rows of the design. */
    Map<String, Double> means();

    /** The levels of a column, the reference first; nothing for one of numbers. */
    Optional<List<String>> levels(String column);

    /**
     * The weights of the regressors in a cell. Numbers that are not given are at their means over the rows of the design, and
     * over levels that are not given the weights are averaged, each level counting the same.
     *
     * @param cell what the cell is called in messages
     * @param given a level as it stands in {@link #levels}, or a number, by column
     * @return a weight for each regressor
     * @throws cohort.InputException if the model knows nothing of such a cell, such as the logarithm of 0
     */
    double[] weights(String cell, Map<String, String> given);
}
