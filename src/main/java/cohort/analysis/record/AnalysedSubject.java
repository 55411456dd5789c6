package cohort.analysis.record;

import cohort.subjects.Cohort;
import cohort.subjects.MapSource;
import cohort.subjects.Subject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A map of a run.
 *
 * @param id its name in the table: the subject's, if each has one map
 * @param map the file, which may be a table of values, or what else it is
 * @param volume which volume of the file, or which slice if these are the subjects, from 0
 * @param subject the number of the subject whose map it is, from 1, as far as the model or the table tells
 */
public record AnalysedSubject(String id, String map, int volume, int subject) {

    /**
     * The maps of a cohort.
     *
     * @param labels for each map its subject's, equal for the maps of one; subjects are numbered as they come
     */
    public static List<AnalysedSubject> of(Cohort cohort, int[] labels) {
        List<Integer> distinct = Arrays.stream(labels).distinct().boxed().toList();
        return IntStream.range(0, labels.length)
                .mapToObj(s -> of(cohort.subjects().get(s), distinct.indexOf(labels[s]) + 1))
                .toList();
    }

    private static AnalysedSubject of(Subject subject, int number) {
        return new AnalysedSubject(
                subject.id(),
                subject.map().file().map(Path::toString).orElse("an open image"),
                subject.map() instanceof MapSource.Stored stored ? stored.index() : 0,
                number);
    }
}
