package cohort.design;

import cohort.InputException;
import cohort.design.formula.RegressorNames;
import cohort.design.matrix.Dependencies;
import cohort.design.matrix.DesignMatrix;
import java.util.ArrayList;
import java.util.List;

/** Looks a design over before anything is computed with it. */
final class DesignCheck {
    private DesignCheck() {}

    /** @throws InputException if there is no regressor, or there are not enough subjects for those there are */
    static void checkFreedom(String source, DesignMatrix design) {
        int n = design.rows(), p = design.size();
        if (p == 0) throw new InputException(source + " has no regressor, expected at least one, such as 1.");
        if (design.rank() == n)
            throw new InputException(source + " has as many independent regressors as maps, " + n
                    + ", expected fewer, since no degree of freedom would be left for the noise; drop some.");
    }

    static List<String> findings(DesignMatrix design) {
        List<String> findings = new ArrayList<>();
        for (int c = 0; c < design.size(); c++) {
            String name = design.columns().get(c);
            double value = design.column(c)[0];
            if (design.isConstant(c) && value != 0 && !name.equals(RegressorNames.INTERCEPT))
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
