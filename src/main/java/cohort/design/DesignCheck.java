package cohort.design;

import cohort.InputException;
import java.util.ArrayList;
import java.util.List;

/** Looks a design over before anything is computed with it. */
final class DesignCheck {
    private DesignCheck() {}

    /** @throws InputException if there is no regressor, or there are not enough subjects for those there are */
    static void checkFreedom(String source, DesignMatrix design) {
        int n = design.rows(), p = design.size();
        if (p == 0) throw new InputException(source + " has no regressor, expected at least one, such as 1.");
        if (p > n)
            throw new InputException(source + " has " + p + " regressors for " + n + " subjects ("
                    + String.join(", ", design.columns()) + "), expected fewer regressors than subjects.");
        if (design.rank() == n)
            throw new InputException(source + " has as many independent regressors as subjects, " + n
                    + ", expected fewer, since else no degree of freedom is left for the noise.");
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
            findings.add("T" + sentence.substring(1) + ": contrasts over them may not be estimable.");
        }
        return findings;
    }
}
