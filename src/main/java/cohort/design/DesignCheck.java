package cohort.design;

import cohort.InputException;
import cohort.design.basis.LevelCoding;
import cohort.design.contrast.ContrastRow;
import cohort.design.formula.Factor;
import cohort.design.formula.Lexer;
import cohort.design.formula.RegressorNames;
import cohort.design.formula.Term;
import cohort.design.matrix.Dependencies;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.VoxelRegressor;
import cohort.design.strata.SubjectFactor;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Looks a design over before anything is computed with it. */
final class DesignCheck {
    private DesignCheck() {}

    /** @throws InputException if there is no regressor, or there are not enough subjects for those there are */
    static void checkFreedom(String source, DesignMatrix design) {
        int n = design.rows(), p = design.size();
        if (p == 0) throw new InputException(source + " has no regressor, expected at least one, such as 1.");
        if (design.rank() == n)
            throw new InputException(source + " has as many independent regressors as maps, " + n
                    + ", expected fewer, since no residual degrees of freedom would be left; drop some.");
    }

    /** @throws InputException if a factor of subjects has a coding by which it would not be found to be one */
    static void checkCodings(List<Term> terms, Table covariates, DesignMatrix design) {
        for (Term term : terms)
            for (Factor factor : term.factors())
                if (factor instanceof Factor.Levels levels
                        && levels.coding() != LevelCoding.TREATMENT
                        && SubjectFactor.isSubject(
                                levels.column(), covariates.column(levels.column()), design.matrix())) {
                    String written = "C(" + Lexer.written(levels.column());
                    throw new InputException("model: found "
                            + written + ", " + levels.coding().title() + "), expected " + written + "), since "
                            + levels.column()
                            + " seems to identify the subject of each row, which is recognised only in that coding.");
                }
    }

    /** @throws InputException if a row that has cells in it averages over subjects, whose maps are not independent */
    static void checkCells(ContrastRow row, DesignMatrix design) {
        if (row.text().equals(row.label())) return; // without a cell in it, a row is called as it is written
        for (VoxelRegressor regressor : design.voxelwise())
            if (regressor.isOfMeans() && row.form().weights()[design.columns().indexOf(regressor.name())] != 0) {
                String map = regressor.maps().stream()
                        .filter(of -> !of.centered())
                        .findFirst()
                        .orElseThrow()
                        .text();
                throw new InputException("contrast: found " + row.text() + " in a model of " + map
                        + ", whose mean differs from voxel to voxel, expected center(" + map
                        + ") in the model, so that cells are taken at the map's mean.");
            }
        design.factors().forEach((factor, levels) -> {
            List<Integer> columns = levels.stream()
                    .map(level -> design.columns().indexOf(factor + "." + level))
                    .filter(c -> c >= 0)
                    .toList();
            boolean weighed = columns.stream().anyMatch(c -> row.form().weights()[c] != 0);
            if (weighed && SubjectFactor.isSubject(factor, levels(design, columns), design.matrix()))
                throw new InputException(
                        "contrast: found " + row.text() + ", expected a difference of cells, since a mean"
                                + " over the levels of " + factor
                                + ", which seems to identify the subject of each row, has no error term of its"
                                + " own here, or Error("
                                + factor + ") in place of it in the model.");
        });
    }

    /** The level of each row by its indicators. */
    private static List<String> levels(DesignMatrix design, List<Integer> indicators) {
        return IntStream.range(0, design.rows())
                .mapToObj(row -> indicators.stream()
                        .filter(c -> design.column(c)[row] != 0)
                        .map(design.columns()::get)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    static List<String> findings(DesignMatrix design) {
        List<String> findings = new ArrayList<>();
        for (int c = 0; c < design.size(); c++) {
            String name = design.columns().get(c);
            double value = design.column(c)[0];
            if (design.voxelwise(c).isEmpty()
                    && design.isConstant(c)
                    && value != 0
                    && !name.equals(RegressorNames.INTERCEPT))
                findings.add("The regressor " + name + " is " + value + " for every subject: it is an intercept.");
        }
        for (List<String> dependent : Dependencies.of(design)) {
            String sentence = Dependencies.sentence(dependent);
            findings.add("T" + sentence.substring(1) + ": " + dependent.get(dependent.size() - 1)
                    + " adds nothing to the model, and contrasts over them may not be estimable.");
        }
        return findings;
    }
}
