package cohort.analysis.results;

import cohort.InputException;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.design.matrix.DesignMatrix;
import cohort.mask.Mask;
import cohort.region.Atlas;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a group analysis found: in memory, or as a folder holds it.
 *
 * <pre>{@code
 * GroupResults results = GroupResults.read(Path.of("results"));
 * CorrectedMap t = results.contrasts().get(0).test("t").orElseThrow();
 * System.out.println("observed maximum " + t.observed() + ", corrected p " + t.leastP());
 * }</pre>
 *
 * @param run the record
 * @param mask the voxels analysed
 * @param design subjects x regressors
 * @param contrasts what was tested, at least one
 * @param notes sentences on what else the folder holds and why it is left out
 * @param values of the subjects' maps in clusters
 */
public record GroupResults(
        RunRecord run,
        Mask mask,
        DesignMatrix design,
        List<ContrastResults> contrasts,
        List<String> notes,
        ValueSource values) {

    /** Results of maps whose values are not known. */
    public GroupResults(
            RunRecord run, Mask mask, DesignMatrix design, List<ContrastResults> contrasts, List<String> notes) {
        this(run, mask, design, contrasts, notes, ValueSource.UNKNOWN);
    }

    /**
     * Reads a folder: the permutation test if there is one, else the model. Of two runs, one whose mask, design or maps the
     * other has replaced is left out.
     *
     * @throws InputException if it holds no record of a run, or a file that the record tells of is missing or damaged
     */
    public static GroupResults read(Path folder) {
        return ResultReader.read(folder);
    }

    /**
     * Writes maps, mask, design, null distributions and record into a folder, all at once, in the place of those of an
     * earlier run of the kind.
     *
     * @throws InputException if the folder cannot be written or another run is writing into it; then it is as it was
     */
    public void write(Path folder) {
        try (ResultFolder results = ResultFolder.open("output", folder)) {
            results.write(this);
        }
    }

    /** Whether the model in which some contrast was tested has nuisance regressors. */
    public boolean hasNuisance() {
        return run.shuffled().reason().contains("nuisance");
    }

    /** Number of maps. */
    public int maps() {
        return run.subjects().size();
    }

    /**
     * The atlas that the run was given, on the grid of the mask; nothing if there was none, or if its files are gone or have
     * changed since.
     */
    public Optional<Atlas> atlas() {
        return RunAtlas.find(run).map(atlas -> atlas.on(mask.grid()));
    }

    /** The maps and whose they are. */
    public Sample sample() {
        return Sample.of(run);
    }

    /** Whether each contrast is tested in the model of all maps, whose degrees of freedom are then those of all. */
    public boolean isOneModel() {
        return contrasts.stream()
                .allMatch(tested -> tested.how().degreesOfFreedom() == run.degreesOfFreedom()
                        && tested.how().rows() == maps());
    }
}
