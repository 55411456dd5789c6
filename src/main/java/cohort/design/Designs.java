package cohort.design;

import cohort.InputException;
import cohort.design.coding.Covariates;
import cohort.design.coding.FormulaDesign;
import cohort.design.coding.MissingCells;
import cohort.design.coding.Regressor;
import cohort.design.formula.ErrorTerm;
import cohort.design.formula.Factor;
import cohort.design.formula.FormulaParser;
import cohort.design.formula.RegressorNames;
import cohort.design.formula.Term;
import cohort.design.matrix.BlockLabels;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.ReferenceGrid;
import cohort.design.matrix.VoxelRegressor;
import cohort.design.strata.Exchangeability;
import cohort.design.strata.RepeatedColumns;
import cohort.design.strata.RowOrder;
import cohort.files.FilesRead;
import cohort.subjects.Cohort;
import cohort.table.MatrixFile;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes design matrices. */
public final class Designs {
    private Designs() {}

    /**
     * The design that a formula describes, as R and patsy read it: {@code 1}, {@code age}, {@code group + age},
     * {@code group * age}, {@code group:age}, {@code site/scanner}, {@code scanner %in% site}, {@code (a + b + c)^2}, {@code 0 +
     * group} or {@code group - 1} without intercept, parentheses, {@code center(age)}, {@code zscore(age)}, {@code scale(age)},
     * {@code log(age)} and the like, {@code I(age^2)} for arithmetic, {@code poly(age, 2)}, {@code bs(age, df=4)}, {@code (age >
     * 40)} and {@code (group == 'patient')}, {@code map(gm)} and {@code center(map(gm))} for a column that names a map of each subject, {@code C(site)}, {@code C(group, ref='control')} and {@code C(group, Sum)} for numbers
     * as levels, for the reference and for other codings; other names between backticks or in {@code Q("...")}. Columns of text
     * are levels, in alphabetical order, the first one the reference; they are coded so that the design has full rank if
     * the data allow. Regressors stand in order of interaction, named {@code intercept}, {@code age}, {@code center.age},
     * {@code poly.age.1}, {@code I(age^2)}, {@code age.gt.40.TRUE}, {@code sex.Male}, {@code sex.Male:age}.
     *
     * @param formula the model
     * @param covariates one row per subject
     * @param ids the ids of the subjects, in the order of the rows
     * @return the design: subjects x regressors
     * @throws InputException if the formula cannot be read, a column is unknown or is missing for a subject, or the
     *     design leaves no degrees of freedom
     */
    public static DesignMatrix fromFormula(String formula, Table covariates, List<String> ids) {
        if (covariates.rows() != ids.size())
            throw new InputException(covariates.source() + " has " + covariates.rows() + " rows for " + ids.size()
                    + " maps, expected one row for each map.");
        if (formula.isBlank()) throw new InputException("model is empty, expected a formula such as 1 or 1 + age.");
        ErrorTerm error = ErrorTerm.of(formula);
        List<Term> terms =
                FormulaParser.parse(error.model(), covariates.columns()).model();
        String source = "model=" + formula.strip();
        Optional<BlockLabels> subjects =
                error.subject().map(column -> Exchangeability.fromColumn(column, covariates, ids));
        FormulaDesign fitted = new FormulaDesign(terms, new Covariates(covariates, ids));
        DesignMatrix design =
                design(source, fitted.regressors(), ids, subjects, fitted.factors(), Optional.of(fitted.cells()));
        DesignCheck.checkCodings(terms, covariates, design);
        return design;
    }

    /**
     * Reads a design from a file ({@link MatrixFile}): one row per subject, one regressor per column, and optionally
     * {@code participant_id}, by which the rows are then put in the order of the subjects. Without a header,
     * regressors are named by their numbers, from 1.
     *
     * @param file the file
     * @param ids the ids of the subjects, in the order of their maps
     * @return the design: subjects x regressors
     * @throws InputException if the file cannot be read, does not have one row for each subject, has a cell that is
     *     not a number, or the design leaves no residual degrees of freedom
     */
    public static DesignMatrix fromFile(Path file, List<String> ids) {
        return fromFile(file, ids, List.of(), FilesRead.ignored());
    }

    /**
     * As {@link #fromFile(Path, List)} for some of the subjects: where the file has {@code participant_id}, it may have rows
     * of the others, too.
     *
     * @param file the table
     * @param ids the ids of the subjects, in the order of their maps
     * @param leftOut the ids of those who were left out
     * @param files receives the digest of what was read
     * @return the design: subjects x regressors
     * @throws InputException as for all subjects
     */
    public static DesignMatrix fromFile(Path file, List<String> ids, List<String> leftOut, FilesRead files) {
        Table table = MatrixFile.read(file, files).table();
        int[] rows = RowOrder.of(table, ids, leftOut);
        List<Regressor> regressors = table.columns().stream()
                .filter(column -> !column.equals(Cohort.PARTICIPANT))
                .map(column -> regressor(table, column, rows, ids))
                .toList();
        return design(table.source(), regressors, ids, Optional.empty(), Map.of(), Optional.empty());
    }

    /**
     * What a reader of the results should know about a design: regressors that are 0, that are constant in addition
     * to the intercept, or that are linearly dependent.
     *
     * @param design the design
     * @return one sentence for each finding; empty for a sound design
     */
    public static List<String> findings(DesignMatrix design) {
        return DesignCheck.findings(design);
    }

    /**
     * Columns of whole numbers that a formula treats as numeric although they are more likely labels, such as
     * subjects or sessions 1, 2 and 3.
     *
     * @param formula the model
     * @param covariates one row per map
     * @return a sentence for each, asking whether that was meant
     */
    public static List<String> slopes(String formula, Table covariates) {
        return FormulaParser.parse(ErrorTerm.of(formula).model(), covariates.columns()).model().stream()
                .flatMap(term -> term.factors().stream())
                .filter(Factor.Column.class::isInstance)
                .map(factor -> ((Factor.Column) factor).column())
                .distinct()
                .flatMap(column -> RepeatedColumns.asFactor(column, covariates.column(column)).stream())
                .toList();
    }

    private static Regressor regressor(Table table, String column, int[] rows, List<String> ids) {
        double[] numbers = table.numbers(column);
        double[] values = IntStream.of(rows).mapToDouble(row -> numbers[row]).toArray();
        MissingCells.check(column, ids, s -> Double.isNaN(values[s]));
        return new Regressor(RegressorNames.safe(column), values);
    }

    private static DesignMatrix design(
            String source,
            List<Regressor> regressors,
            List<String> ids,
            Optional<BlockLabels> subjects,
            Map<String, List<String>> factors,
            Optional<ReferenceGrid> cells) {
        List<String> names = regressors.stream().map(Regressor::name).toList();
        RegressorNames.checkDistinct(source, names);
        double[][] values = IntStream.range(0, ids.size())
                .mapToObj(
                        s -> regressors.stream().mapToDouble(r -> r.values()[s]).toArray())
                .toArray(double[][]::new);
        DesignMatrix design = new DesignMatrix(names, values, ids, subjects, factors, cells, voxelwise(regressors));
        DesignCheck.checkFreedom(source, design);
        return design;
    }

    private static List<VoxelRegressor> voxelwise(List<Regressor> regressors) {
        return regressors.stream()
                .filter(regressor -> !regressor.maps().isEmpty())
                .map(regressor -> new VoxelRegressor(
                        regressor.name(),
                        regressor.weights(),
                        regressor.maps().stream()
                                .map(map -> new VoxelRegressor.CovariateMap(map.column(), map.centered(), map.text()))
                                .toList()))
                .toList();
    }
}
