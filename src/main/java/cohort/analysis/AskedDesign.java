package cohort.analysis;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.model.ErrorRule;
import cohort.analysis.model.GroupDesign;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStratum;
import cohort.design.strata.MapColumns;
import cohort.files.FilesRead;
import cohort.files.GivenPath;
import cohort.mask.Masks;
import cohort.subjects.Cohort;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Makes design and contrasts of what the settings name, before a map is read. */
public final class AskedDesign {
    private static final Pattern FILE = Pattern.compile("[^`]*\\.(con|fts|csv|tsv|txt)\\s*", Pattern.CASE_INSENSITIVE);

    private AskedDesign() {}

    /**
     * Makes design and contrasts; says what a reader should know of them.
     *
     * @param maps whose maps they are
     * @throws InputException if the model or a contrast is not as it should be
     */
    static GroupDesign of(ModelSettings settings, GivenCohort maps, Progress progress) {
        Cohort cohort = maps.cohort().ofSubjects();
        DesignMatrix matrix = matrix(cohort, settings.model(), settings.design(), maps.files());
        List<Contrast> tested = contrasts(settings.contrast(), matrix, maps.files());
        Designs.findings(matrix).forEach(progress::say);
        Contrasts.cells(tested, matrix).ifPresent(progress::say);
        if (settings.design().isBlank())
            Designs.slopes(settings.model(), cohort.covariates()).forEach(progress::say);
        ErrorRule error = ErrorRule.of(settings.error());
        List<ErrorStratum> strata = error.strata(matrix, tested);
        error.sentences(matrix, tested, strata, cohort.covariates()).forEach(progress::say);
        MapColumns several = new MapColumns(maps.cohort().columns(), cohort.size(), tested);
        if (!several.areSeveral()) return new GroupDesign(cohort, matrix, tested, strata, several, maps.files());
        if (!matrix.voxelwise().isEmpty())
            throw new InputException("map_columns: found " + settings.map_columns() + " in a model of "
                    + matrix.covariateMaps().get(0).text()
                    + ", expected one or the other, since several maps of a subject are tested by one design.");
        several.requireOneRowEach(strata);
        if (Masks.strategies().contains(settings.mask()))
            progress.say("map_columns: mask=" + settings.mask() + " looks at all maps as they are, those of "
                    + several.words() + " alike; if their units differ, give a mask image.");
        return new GroupDesign(
                maps.cohort(),
                several.repeat(matrix, maps.cohort().ids()),
                several.ofEach(),
                several.strata(),
                several,
                maps.files());
    }

    /** The regressors: those of a file if one is named, else those of the formula. */
    public static DesignMatrix matrix(Cohort cohort, String model, String design, FilesRead files) {
        return design.isBlank()
                ? Designs.fromFormula(model, cohort.covariates(), cohort.ids())
                : Designs.fromFile(GivenPath.of("design", design), cohort.ids(), cohort.idsLeftOut(), files);
    }

    /** What is tested: the contrasts in the files that are named, unless that is a regressor's name, or else an expression. */
    public static List<Contrast> contrasts(String contrast, DesignMatrix design, FilesRead read) {
        List<Path> files = design.columns().contains(contrast.strip()) ? List.of() : Contrasts.files(contrast);
        if (!files.isEmpty()) return Contrasts.fromFiles(files, design, read);
        if (FILE.matcher(contrast).matches() && design.columns().stream().noneMatch(contrast::contains))
            throw new InputException("contrast: there is no file " + contrast.strip()
                    + ", expected one or several of weights or F tests, separated by ;, or an expression of the"
                    + " regressors "
                    + String.join(", ", design.columns()) + ".");
        return Contrasts.parseAll(contrast, design);
    }
}
