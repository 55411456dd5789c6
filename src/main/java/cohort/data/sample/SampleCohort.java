package cohort.data.sample;

import cohort.InputException;
import cohort.Progress;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.mask.Mask;
import cohort.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * A cohort whose truth is known: maps of the contrast "left minus right button press", drawn from a seed. Every subject
 * has smooth noise (FWHM 6 mm), its own noise level and offset, its own gain, and foci up to 3 mm off the group's; one of
 * the first sixteen hardly has an effect. Positive are the right motor cortex and the left cerebellum, negative the left
 * motor cortex and the right cerebellum; everywhere else there is no effect.
 */
public final class SampleCohort {
    private static final int MOST_SUBJECTS = 9999;
    private static final String TABLE = "participants.tsv", ANATOMY = "anatomy.nii.gz";
    private static final List<String> COLUMNS = List.of("participant_id", "map", "age", "sex", "handedness");

    private SampleCohort() {}

    /**
     * Writes a cohort with the usual effect, {@link #write(Path, int, long, double, Progress)} with 1.
     *
     * @param folder is created if it is not there; a sample cohort in it is replaced
     * @param subjects 2 to 9999
     * @param seed any number
     * @param progress hears of each map
     * @return the path of the table
     * @throws InputException as with an effect
     */
    public static Path write(Path folder, int subjects, long seed, Progress progress) {
        return write(folder, subjects, seed, 1, progress);
    }

    /**
     * Writes the maps ({@code sub-01.nii.gz} and so on, float32, 53 x 63 x 46 voxels of 3 mm, 0 outside the brain), the
     * brain's anatomy to show them on ({@code anatomy.nii.gz}, voxels of 1.5 mm) and the table {@code participants.tsv} with
     * the columns {@code participant_id map age sex handedness}. A subject's values
     * depend on the seed and its number alone, not on the machine, the threads or how many subjects there are.
     *
     * @param folder is created if it is not there; a sample cohort in it is replaced
     * @param subjects 2 to 9999
     * @param seed any number
     * @param effect how strong the effect is, 1 as usual and 0 for none, with the same subjects and noise
     * @param progress hears of each map
     * @return the path of the table
     * @throws InputException if the number of subjects is out of range, the effect is not finite, the folder holds another
     *     cohort's table or it cannot be written
     */
    public static Path write(Path folder, int subjects, long seed, double effect, Progress progress) {
        if (subjects < 2 || subjects > MOST_SUBJECTS)
            throw new InputException("subjects=" + subjects
                    + " is not a size for the sample cohort; give a number from 2 to " + MOST_SUBJECTS + ".");
        if (!Double.isFinite(effect))
            throw new InputException("effect: found " + effect
                    + ", expected the strength of the effect, such as 1 (the usual one) or 0 for none.");
        Path table = folder.resolve(TABLE);
        refuseOtherCohort(table);
        Volumes.write(SampleAnatomy.image(), folder.resolve(ANATOMY), "sample anatomy");
        boolean[] brain = SampleBrain.inside();
        AtomicInteger done = new AtomicInteger();
        List<List<String>> rows = Parallelization.getTaskExecutor()
                .forEachApply(IntStream.range(0, subjects).boxed().toList(), number -> {
                    progress.checkCanceled();
                    SampleSubject subject = SampleSubject.draw(number, seed, effect);
                    String id = String.format(Locale.ROOT, "sub-%02d", number + 1), file = id + ".nii.gz";
                    Volumes.write(subject.map(brain), folder.resolve(file), "sample cohort, seed " + seed);
                    progress.update("Sample maps", done.incrementAndGet(), subjects);
                    return List.of(id, file, "" + subject.age(), subject.sex(), subject.handedness());
                });
        Table.of(table.toString(), COLUMNS, rows).write(table);
        return table;
    }

    /**
     * The map of one subject with the usual effect, without a file.
     *
     * @param subject counted from 0
     * @param seed as for {@link #write}
     * @return float values on the sample grid
     */
    public static Volume map(int subject, long seed) {
        return SampleSubject.draw(subject, seed, 1).map(SampleBrain.inside());
    }

    /**
     * The voxels that belong to the brain; all others are 0 in every map.
     *
     * @return a mask of about 56,000 voxels
     */
    public static Mask brain() {
        return Mask.of(SampleBrain.GRID, SampleBrain.inside());
    }

    /**
     * What a test should find: the sign of the effect wherever any subject of any sample cohort can have one. A smoothed
     * map's effect reaches beyond it, as far as the truth itself does when it is smoothed.
     *
     * @return 1, -1 or 0 (no effect)
     */
    public static Volume truth() {
        Grid grid = SampleBrain.GRID;
        boolean[] brain = SampleBrain.inside();
        float[] signs = new float[brain.length];
        double reach = SampleSubject.JITTER_MM * Math.sqrt(3);
        for (SampleFocus focus : SampleFocus.BUTTON_PRESS)
            for (int k = 0, v = 0; k < grid.nz(); k++)
                for (int j = 0; j < grid.ny(); j++)
                    for (int i = 0; i < grid.nx(); i++, v++)
                        if (brain[v])
                            signs[v] += (float) Math.signum(focus.widened(reach).at(grid.toMm(i, j, k)));
        return Volume.of(grid, signs);
    }

    /** Someone who names the folder of their own maps must not lose their table. */
    private static void refuseOtherCohort(Path table) {
        if (!Files.exists(table)) return;
        try {
            if (!new String(Files.readAllBytes(table), StandardCharsets.ISO_8859_1)
                    .startsWith(String.join("\t", COLUMNS) + "\n"))
                throw new InputException(table
                        + " is the table of another cohort, which the sample cohort would overwrite; give"
                        + " another folder.");
        } catch (IOException e) {
            throw new InputException(table + " cannot be read; give another folder for the sample cohort.", e);
        }
    }
}
