package cohort.analysis.record;

import cohort.folder.Manifest;
import cohort.subjects.LeftOut;
import java.util.List;
import java.util.Map;

/**
 * What a run did that wrote a contrast map for each subject, as {@code maps.json} tells it.
 *
 * @param command the macro line that repeats it
 * @param parameters its keys and values
 * @param software what computed it, by name the version
 * @param finished the moment, as {@link RunRecord#finished} has it
 * @param inputs the files that were read
 * @param subjects the maps that were summed, and whose they are
 * @param leftOut who was left out, and why
 * @param contrast what the maps show
 * @param remarks what a reader should know, a sentence each
 * @param seconds how long each step took
 */
public record SubjectMapRecord(
        String command,
        Map<String, String> parameters,
        Map<String, String> software,
        String finished,
        List<InputFile> inputs,
        List<AnalysedSubject> subjects,
        List<LeftOut> leftOut,
        String contrast,
        List<String> remarks,
        Map<String, Double> seconds) {

    /** The record as JSON; keys are the components' names, and that of the files that the run wrote. */
    public String toJson(Manifest files) {
        return files.jsonOf(this);
    }
}
