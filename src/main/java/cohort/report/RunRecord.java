package cohort.report;

import cohort.InputException;
import cohort.image.IOReason;
import cohort.mask.Zeros;
import cohort.table.LeftOut;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is needed to repeat a run and to tell whether it was repeated.
 *
 * @param command the macro line
 * @param parameters every parameter with its value
 * @param software name and version of the programs and libraries at work
 * @param finished when the run ended, as ISO 8601 has it, in UTC
 * @param inputs the files that were read, in order
 * @param subjects the maps analysed, in order, and whose they are
 * @param leftOut whom each rule of {@code leave_out} left out
 * @param design the regressors' names
 * @param factors the levels of each factor of the formula, the reference first, as the regressors' names have them
 * @param contrast the contrast as the user wrote it
 * @param contrasts what was tested and which maps were written
 * @param degreesOfFreedom of the residuals
 * @param voxels number of voxels in the mask
 * @param maskMm3 volume of the mask in mm³
 * @param missingVoxels voxels left out because they are not finite in some subject or 0 in all
 * @param zeros the voxels that are exactly 0 in some subjects but not in all
 * @param constantVoxels voxels left out because they have one value in all subjects
 * @param explainedVoxels voxels left out because a model explains them without residuals
 * @param shuffled what was shuffled and how often
 * @param remarks what was said in the log, in order
 * @param seconds how long each step took
 */
public record RunRecord(
        String command,
        Map<String, String> parameters,
        Map<String, String> software,
        String finished,
        List<InputFile> inputs,
        List<AnalysedSubject> subjects,
        List<LeftOut> leftOut,
        List<String> design,
        Map<String, List<String>> factors,
        String contrast,
        List<TestedContrast> contrasts,
        int degreesOfFreedom,
        int voxels,
        double maskMm3,
        int missingVoxels,
        Zeros zeros,
        int constantVoxels,
        int explainedVoxels,
        Shuffled shuffled,
        List<String> remarks,
        Map<String, Double> seconds) {

    /** The present moment as {@link #finished} has it. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Reads a record.
     *
     * @param file as {@link #toJson} writes it
     * @throws InputException if it cannot be read, is no such record or lacks something
     */
    static RunRecord read(Path file) {
        try {
            RunRecord record = new Gson().fromJson(Files.readString(file), RunRecord.class);
            if (record == null) throw damaged(file, "nothing in it");
            for (RecordComponent component : RunRecord.class.getRecordComponents())
                if (component.getAccessor().invoke(record) == null)
                    throw damaged(file, "no " + component.getName() + " in it");
            return record;
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + IOReason.of(e) + "; run the analysis again.", e);
        } catch (JsonParseException e) {
            throw damaged(file, "other text");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the accessors of a record are public", e);
        }
    }

    /** Reads a record, if there is one. */
    static Optional<RunRecord> find(Path file) {
        return Optional.of(file).filter(Files::isRegularFile).map(RunRecord::read);
    }

    private static InputException damaged(Path file, String found) {
        return new InputException(file + ": found " + found
                + ", expected the record of a run as this version of Cohort writes it; run the analysis again.");
    }

    /** The value of a parameter of the command, empty if it has none of that name. */
    String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    /** Whether labels were shuffled. */
    boolean isPermutation() {
        return shuffled.shuffles() > 0;
    }

    /** Whether shuffles were counted until enough reached a value. */
    boolean isSequential() {
        String enough = parameter("stop_after");
        return !enough.isEmpty() && !enough.equals("0") && !shuffled.exhaustive();
    }

    /** Whether enough shuffles reached every value before all were made. */
    boolean stoppedEarly() {
        return isSequential() && shuffled.shuffles() < Integer.parseInt(parameter("permutations"));
    }

    /** The record as JSON; keys are the components' names. */
    public String toJson() {
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(this)
                + "\n";
    }
}
