package cohort.design;

import cohort.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes contrasts. */
public final class Contrasts {
    private Contrasts() {}

    /**
     * Reads a contrast over a design's regressors: one of them, {@code patient - control}, {@code 2*a - b},
     * {@code (a + b)/2}, or several such rows separated by {@code ;} for an F test. The longest name of a regressor that
     * stands at a place is taken, so that names with signs in them need no quotes; backticks are allowed.
     *
     * @implNote op names='cohort.design.contrast'
     * @param text the contrast; blank for the only regressor of a design that has but one
     * @param design the design
     * @return the weights
     * @throws InputException if the text cannot be read, a row has no weight but 0, depends on the others or is not
     *     estimable in the design
     */
    public static Contrast parse(String text, DesignMatrix design) {
        List<Contrast> contrasts = parseAll(text, design);
        if (contrasts.size() == 1) return contrasts.get(0);
        throw new InputException("contrast: found " + contrasts.size() + " in \"" + text.strip()
                + "\", expected one; test them one by one.");
    }

    /**
     * Reads several contrasts separated by {@code |}, each as {@link #parse} does. Those of one name are numbered.
     *
     * @implNote op names='cohort.design.contrasts'
     * @param text the contrasts; blank for the only regressor of a design that has but one
     * @param design the design
     * @return the contrasts in their order
     * @throws InputException as for one contrast
     */
    public static List<Contrast> parseAll(String text, DesignMatrix design) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) return parseAll(only(design), design);
        IndependentRegressors independent = IndependentRegressors.of(design.matrix());
        List<Contrast> contrasts = new ArrayList<>();
        for (List<ContrastRow> rows : ContrastParser.parse(trimmed, design.columns())) {
            Contrast contrast = contrast(rows, design, independent);
            List<String> names = contrasts.stream().map(Contrast::name).toList();
            contrasts.add(new Contrast(ContrastName.unlike(names, contrast.name()), contrast.text(), contrast.rows()));
        }
        return contrasts;
    }

    private static Contrast contrast(List<ContrastRow> rows, DesignMatrix design, IndependentRegressors independent) {
        for (ContrastRow row : rows) check(row, design, independent);
        String text = rows.stream().map(ContrastRow::text).collect(Collectors.joining("; "));
        double[][] weights = rows.stream().map(row -> row.form().weights()).toArray(double[][]::new);
        if (Estimate.of(independent, weights).orElseThrow().rank() < rows.size())
            throw new InputException(
                    "The contrast \"" + text + "\" has " + rows.size()
                            + " rows that depend on each other, expected independent ones; drop those that follow from the rest.");
        return new Contrast(ContrastName.of(text), text, weights);
    }

    private static String only(DesignMatrix design) {
        if (design.size() == 1) return design.columns().get(0);
        throw new InputException("contrast is empty, expected one of the regressors "
                + String.join(", ", design.columns()) + " or an expression over them.");
    }

    private static void check(ContrastRow row, DesignMatrix design, IndependentRegressors independent) {
        if (row.form().constant() != 0)
            throw new InputException("The contrast \"" + row.text()
                    + "\" adds a number, expected regressors alone with numbers only as their factors.");
        if (row.form().isNumber())
            throw new InputException("The contrast \"" + row.text()
                    + "\" is null, expected a weight other than 0 for one of " + String.join(", ", design.columns())
                    + ".");
        if (independent.inBasis(row.form().weights()).length == 0)
            throw new InputException("The contrast \"" + row.text() + "\" cannot be estimated, since "
                    + cause(row.form(), design)
                    + ", expected a combination that the design determines; drop a regressor or test a difference.");
    }

    /** Which regressors are to blame: those that hang together with one of the contrast's. */
    private static String cause(LinearForm form, DesignMatrix design) {
        List<List<String>> all = Dependencies.of(design);
        List<List<String>> touched = all.stream()
                .filter(names -> names.stream()
                        .anyMatch(name -> form.weights()[design.columns().indexOf(name)] != 0))
                .toList();
        return (touched.isEmpty() ? all : touched)
                .stream().map(Dependencies::sentence).collect(Collectors.joining(" and "));
    }
}
