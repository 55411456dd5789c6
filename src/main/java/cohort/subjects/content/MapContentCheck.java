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
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;

/** Looks for maps that are none by what they hold: nothing, one value, the same as another, or numbers of another kind. */
public final class MapContentCheck {
    private static final int NAMED = 4;

    private final Maps maps;
    /** What the user calls them. */
    private final String what;

    private final List<MapContent> contents;

    private MapContentCheck(Maps maps, String what) {
        this.maps = maps;
        this.what = what;
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
        MapContentCheck looked = new MapContentCheck(maps, "maps");
        looked.requireData();
        looked.requireDistinct();
        Optional<String> odd = looked.oddKind();
        if (odd.isPresent() && !byName)
            throw new InputException("maps: " + odd.get() + ", expected maps of one kind; leave those of"
                    + " another kind out with leave_out="
                    + looked.first(looked.odd()) + ", or give a pattern or a list (a.nii;b.nii) of the maps.");
        return odd.map(sentence -> "maps: " + sentence + "; leave such maps out with leave_out.").stream()
                .toList();
    }

    /**
     * Refuses maps of a covariate that hold one value, unless all do.
     *
     * @param covariate as a formula has it
     * @return what a reader should know of the others: two may be the same, as where a subject has several rows
     * @throws InputException if there are such
     */
    public static List<String> ofCovariate(Maps maps, String covariate) {
        MapContentCheck looked = new MapContentCheck(maps, covariate);
        looked.requireData();
        return Stream.concat(
                        looked.same().map(pair -> looked.twice(pair) + ".").stream(),
                        looked.oddKind().map(odd -> covariate + ": " + odd + ".").stream())
                .toList();
    }

    private void requireData() {
        List<Integer> empty = which(s -> contents.get(s).value().isPresent());
        if (empty.isEmpty() || empty.size() == maps.subjects()) return; // of all, the mask or the model says it
        double value = contents.get(empty.get(0)).value().orElseThrow();
        throw new InputException(what + ": " + names(empty)
                + (empty.size() == 1 ? " is " : " hold one value each, the first ")
                + (Double.isNaN(value) ? "NaN" : value == Math.rint(value) ? String.valueOf((long) value) : "" + value)
                + " everywhere, expected a map with data; leave out " + (empty.size() == 1 ? "this subject" : "these")
                + " with leave_out=" + (empty.size() == 1 ? first(empty) : "[" + all(empty) + "]")
                + ", or correct the file.");
    }

    private void requireDistinct() {
        same().ifPresent(pair -> {
            throw new InputException(twice(pair) + ", expected each subject once; leave one out with leave_out="
                    + maps.ids().get(pair[1]) + ", or correct the file.");
        });
    }

    private String twice(int[] pair) {
        return what + ": " + maps.ids().get(pair[0]) + " and " + maps.ids().get(pair[1])
                + " hold the same values in every voxel";
    }

    /** The first two that are the same. */
    private Optional<int[]> same() {
        for (int b = 1; b < contents.size(); b++)
            for (int a = 0; a < b; a++)
                if (contents.get(a).value().isEmpty()
                        && contents.get(a).sample() == contents.get(b).sample()
                        && MapContent.isSame(volume(a), volume(b))) return Optional.of(new int[] {a, b});
        return Optional.empty();
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
