package cohort.design;

import cohort.InputException;
import cohort.image.FilesRead;
import cohort.table.Cohort;
import cohort.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Makes design matrices. */
public final class Designs {
    private Designs() {}

    /**
     * The design that a formula describes, as R and patsy read it: {@code 1}, {@code age}, {@code group + age},
     * {@code group * age}, {@code group:age}, {@code 0 + group} or {@code group - 1} without intercept, parentheses,
     * {@code center(age)}, {@code zscore(age)}, {@code poly(age, 2)}, {@code C(site)} and {@code C(group, ref='control')}
     * for numbers as levels and for the reference; other names between backticks or in {@code Q("...")}. Columns of text
     * are levels, in alphabetical order, the first one the reference; they are coded so that the design has full rank if
     * the data allow. Regressors stand in order of interaction, named {@code intercept}, {@code age}, {@code center.age},
     * {@code poly.age.1}, {@code sex.Male}, {@code sex.Male:age}.
     *
     * @implNote op names='cohort.design.matrix'
     * @param formula the model
     * @param covariates a row a subject
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
        List<Term> terms = FormulaParser.parse(formula, covariates.columns()).model();
        String source = "model=" + formula.strip();
        return design(source, FormulaDesign.of(terms, new Covariates(covariates, ids), ids.size()), ids);
    }

    /**
     * The design that stands in a CSV or TSV file: a row a subject, a regressor a column, and optionally
     * {@code participant_id}, by which the rows are then sorted as the subjects are.
     *
     * @implNote op names='cohort.design.matrix'
     * @param file the table
     * @param ids the ids of the subjects, in the order of their maps
     * @return the design: subjects x regressors
     * @throws InputException if the file cannot be read, has another number of rows or other subjects, a cell is no
     *     number, or the design leaves no degrees of freedom
     */
    public static DesignMatrix fromFile(Path file, List<String> ids) {
        return fromFile(file, ids, FilesRead.ignored());
    }

    /**
     * The design of a file, as {@link #fromFile(Path, List)} reads it.
     *
     * @param files takes the digest of what was read
     */
    public static DesignMatrix fromFile(Path file, List<String> ids, FilesRead files) {
        Table table = Table.read(file, files);
        int[] rows = RowOrder.of(table, ids);
        List<Regressor> regressors = table.columns().stream()
                .filter(column -> !column.equals(Cohort.PARTICIPANT))
                .map(column -> regressor(table, column, rows, ids))
                .toList();
        return design(table.source(), regressors, ids);
    }

    /**
     * What a reader of the results should know about a design: regressors that are 0, constant ones beside the
     * intercept, and linearly dependent ones.
     *
     * @implNote op names='cohort.design.check'
     * @param design the design
     * @return one sentence for each finding; empty for a sound design
     */
    public static List<String> findings(DesignMatrix design) {
        return DesignCheck.findings(design);
    }

    private static Regressor regressor(Table table, String column, int[] rows, List<String> ids) {
        double[] numbers = table.numbers(column);
        double[] values = IntStream.of(rows).mapToDouble(row -> numbers[row]).toArray();
        Missing.check(column, ids, s -> Double.isNaN(values[s]));
        return new Regressor(RegressorNames.safe(column), values);
    }

    private static DesignMatrix design(String source, List<Regressor> regressors, List<String> ids) {
        List<String> names = regressors.stream().map(Regressor::name).toList();
        RegressorNames.checkDistinct(source, names);
        double[][] values = IntStream.range(0, ids.size())
                .mapToObj(
                        s -> regressors.stream().mapToDouble(r -> r.values()[s]).toArray())
                .toArray(double[][]::new);
        DesignMatrix design = new DesignMatrix(names, values, ids);
        DesignCheck.checkFreedom(source, design);
        return design;
    }
}
