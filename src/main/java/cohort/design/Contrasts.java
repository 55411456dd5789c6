package cohort.design;

import cohort.InputException;
import cohort.design.contrast.ContrastFiles;
import cohort.design.contrast.ContrastName;
import cohort.design.contrast.ContrastParser;
import cohort.design.contrast.ContrastRow;
import cohort.design.contrast.LinearForm;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.Dependencies;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.Estimate;
import cohort.design.matrix.IndependentRegressors;
import cohort.files.FilesRead;
import cohort.files.TypedPath;
import cohort.text.Numbers;
import cohort.text.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Reads contrasts from text and files. */
public final class Contrasts {
    private Contrasts() {}

    /**
     * Reads a contrast over a design's regressors: one of them, {@code patient - control}, {@code 2*a - b},
     * {@code (a + b)/2}, or several such rows separated by {@code ;} for an F test. The longest name of a regressor that
     * stands at a place is taken, so that names with operators in them need no quotes; names between backticks are
     * those of the table's columns. A row may also be the weights themselves, {@code 0 0 .5 .5 -1}, one for each
     * regressor; a number alone is the regressor of that name, or else the weight of the only regressor. {@code
     * cell(group='patient', age=40)} is what the model predicts there, see {@link cohort.design.matrix.ReferenceGrid}.
     * Empty rows at the end are ignored.
     *
     * @param text the contrast; blank for the only regressor of a design that has but one
     * @param design the design
     * @return the weights
     * @throws InputException if the text cannot be read, or a row has only weights of 0, depends linearly on the
     *     others or is not estimable
     */
    public static Contrast parse(String text, DesignMatrix design) {
        List<Contrast> contrasts = parseAll(text, design);
        if (contrasts.size() == 1) return contrasts.get(0);
        throw new InputException("contrast: found " + contrasts.size() + " in \"" + text.strip()
                + "\", expected one; test them one at a time.");
    }

    /**
     * Reads several contrasts separated by {@code |}, each as {@link #parse} does. Those of one name are numbered. {@code
     * pairwise(group)} stands for one contrast for each pair of levels, a later one minus an earlier one.
     *
     * @param text the contrasts; blank for the only regressor of a design that has but one
     * @param design the design
     * @return the contrasts in their order
     * @throws InputException as for one contrast
     */
    public static List<Contrast> parseAll(String text, DesignMatrix design) {
        String trimmed = text.replaceFirst("[;|\\s]+$", "").strip();
        if (trimmed.isEmpty()) return parseAll(only(design), design);
        return contrasts(ContrastParser.parse(trimmed, design), design);
    }

    /**
     * What a reader of cell contrasts should know.
     *
     * @param contrasts those of a design
     * @param design the design
     * @return a sentence on the values of covariates that cells do not name; empty if there are none
     */
    public static Optional<String> cells(List<Contrast> contrasts, DesignMatrix design) {
        boolean asked = contrasts.stream().anyMatch(contrast -> contrast.text().contains("cell("));
        List<String> means = design.cells().stream()
                .filter(cells -> asked)
                .flatMap(cells -> cells.means().entrySet().stream())
                .map(mean -> mean.getKey() + " is at its mean of " + Numbers.plain(mean.getValue()))
                .toList();
        List<String> maps = design.covariateMaps().stream()
                .filter(map -> asked)
                .map(map -> "a map of " + map.column() + " is at its mean in each voxel")
                .distinct()
                .toList();
        return means.isEmpty() && maps.isEmpty()
                ? Optional.empty()
                : Optional.of("In cells that do not name them, "
                        + Words.list(
                                Stream.concat(means.stream(), maps.stream()).toList()) + ".");
    }

    /**
     * Reads contrasts from files ({@link cohort.table.MatrixFile}): each row of a file of weights (FSL's {@code .con}, or
     * CSV) is a t contrast, called by its {@code /ContrastName}; each row of a {@code .fts} file puts the contrasts that it
     * marks by 1 into an F test. Without a file of weights, F tests are about the {@code .con} file of their own name, whose
     * rows are then not tested by t. Weights under a header go to the regressors that it names.
     *
     * @param files the files, see {@link #files}
     * @param design the design
     * @param read receives the digests of what was read
     * @return the contrasts, those tested by t first
     * @throws InputException if a file cannot be read, its columns are not as many as the regressors or contrasts, an F test
     *     marks fewer than two, or as for one contrast
     */
    public static List<Contrast> fromFiles(List<Path> files, DesignMatrix design, FilesRead read) {
        return contrasts(ContrastFiles.read(files, design, read), design);
    }

    /**
     * The files that a contrast names, separated by {@code ;}.
     *
     * @param text the contrast
     * @return nothing if it does not consist of files that exist
     */
    public static List<Path> files(String text) {
        try {
            List<Path> named = Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .map(TypedPath::of)
                    .toList();
            return named.stream().allMatch(Files::isRegularFile) ? named : List.of();
        } catch (InvalidPathException e) { // an expression, which need be no path
            return List.of();
        }
    }

    private static List<Contrast> contrasts(List<List<ContrastRow>> parsed, DesignMatrix design) {
        IndependentRegressors independent = IndependentRegressors.of(design.matrix());
        List<Contrast> contrasts = new ArrayList<>();
        for (List<ContrastRow> rows : parsed) {
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
            throw new InputException("The contrast \"" + text + "\" has " + rows.size()
                    + " linearly dependent rows, expected independent ones; drop those that follow from"
                    + " the rest.");
        String label = rows.stream().map(ContrastRow::label).collect(Collectors.joining("; "));
        return new Contrast(ContrastName.of(label), text, weights);
    }

    private static String only(DesignMatrix design) {
        if (design.size() == 1) return design.columns().get(0);
        throw new InputException("contrast is empty, expected one of the regressors "
                + String.join(", ", design.columns()) + " or an expression of them.");
    }

    private static void check(ContrastRow row, DesignMatrix design, IndependentRegressors independent) {
        if (!DoubleStream.of(row.form().weights()).allMatch(Double::isFinite))
            throw new InputException(
                    "The contrast \"" + row.text() + "\" has a weight that is too large, expected smaller factors.");
        if (row.form().constant() != 0)
            throw new InputException("The contrast \"" + row.text()
                    + "\" adds a number, expected a sum of regressors, in which a number may only multiply a"
                    + " regressor.");
        if (row.form().isNumber())
            throw new InputException("The contrast \"" + row.text()
                    + "\" has only weights of 0, expected another weight for at least one of "
                    + String.join(", ", design.columns())
                    + ".");
        DesignCheck.checkCells(row, design);
        if (independent.inBasis(row.form().weights()).length == 0)
            throw new InputException("The contrast \"" + row.text() + "\" cannot be estimated, since "
                    + cause(row.form(), design)
                    + ", expected an estimable contrast; drop a regressor or test a difference.");
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
