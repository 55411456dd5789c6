package cohort.subjects.content;

import cohort.InputException;
import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/** Looks for maps that are none by what they hold: nothing, one value, the same as another, or numbers of another kind. */
public final class MapContentCheck {
    private static final int NAMED = 4;

    private final Maps maps;
    private final List<MapContent> contents;

    private MapContentCheck(Maps maps) {
        this.maps = maps;
        contents = new ArrayList<>();
        maps.forEach((first, some) ->
                contents.addAll(Parallelization.getTaskExecutor().forEachApply(some, MapContent::of)));
    }

    /**
     * Refuses maps without data and maps that stand twice.
     *
     * @param byName whether the user named each map, so that one of another kind is remarked upon and not refused
     * @return what a reader should know of the others
     * @throws InputException if there are such, or some are of another kind and were not named
     */
    public static List<String> sentences(Maps maps, boolean byName) {
        MapContentCheck looked = new MapContentCheck(maps);
        looked.requireData();
        looked.requireDistinct();
        Optional<String> odd = looked.oddKind();
        if (odd.isPresent() && !byName)
            throw new InputException("maps: " + odd.get() + ", expected maps of one kind; leave such out by leave_out="
                    + looked.first(looked.odd()) + ", or give a pattern or a list (a.nii;b.nii) of the maps.");
        return odd.map(sentence -> "maps: " + sentence + "; leave out such maps by leave_out.").stream()
                .toList();
    }

    private void requireData() {
        List<Integer> empty = which(s -> contents.get(s).value().isPresent());
        if (empty.isEmpty() || empty.size() == maps.subjects()) return; // of all, the mask or the model says it
        double value = contents.get(empty.get(0)).value().orElseThrow();
        throw new InputException("maps: " + names(empty)
                + (empty.size() == 1 ? " is " : " hold one value each, the first ")
                + (Double.isNaN(value) ? "NaN" : value == Math.rint(value) ? String.valueOf((long) value) : "" + value)
                + " everywhere, expected a map with data; leave out " + (empty.size() == 1 ? "this subject" : "these")
                + " by leave_out=" + (empty.size() == 1 ? first(empty) : "[" + all(empty) + "]")
                + ", or mend the file.");
    }

    private void requireDistinct() {
        for (int b = 1; b < contents.size(); b++)
            for (int a = 0; a < b; a++)
                if (contents.get(a).value().isEmpty()
                        && contents.get(a).sample() == contents.get(b).sample()
                        && MapContent.isSame(volume(a), volume(b)))
                    throw new InputException(
                            "maps: " + maps.ids().get(a) + " and " + maps.ids().get(b)
                                    + " hold the same values in every voxel, expected each subject once; leave one out by"
                                    + " leave_out=" + maps.ids().get(b) + ", or mend the file.");
    }

    private Volume volume(int subject) {
        return maps.volume(subject);
    }

    /** Those whose numbers are of a narrower kind than those of more than half of all. */
    private List<Integer> odd() {
        for (MapContent.Kind kind : MapContent.Kind.values()) {
            List<Integer> others = which(s -> contents.get(s).kind().compareTo(kind) < 0);
            long own =
                    contents.stream().filter(content -> content.kind() == kind).count();
            if (2 * own > contents.size()) return others;
        }
        return List.of();
    }

    private Optional<String> oddKind() {
        List<Integer> odd = odd();
        if (odd.isEmpty()) return Optional.empty();
        boolean binary = odd.stream().allMatch(s -> contents.get(s).kind() == MapContent.Kind.BINARY);
        String one = odd.size() == 1 ? " holds" : " hold";
        return Optional.of(names(odd)
                + one
                + (binary
                        ? " only two different numbers, as a mask does, unlike the others"
                        : " only whole numbers, as an atlas or a picture does, unlike the others"));
    }

    private List<Integer> which(IntPredicate such) {
        return IntStream.range(0, contents.size()).filter(such).boxed().toList();
    }

    private String first(List<Integer> subjects) {
        return maps.ids().get(subjects.get(0));
    }

    private String all(List<Integer> subjects) {
        return subjects.stream().map(maps.ids()::get).collect(Collectors.joining("; "));
    }

    private String names(List<Integer> subjects) {
        return subjects.stream().limit(NAMED).map(maps.ids()::get).collect(Collectors.joining(", "))
                + (subjects.size() > NAMED ? ", ..." : "");
    }
}
