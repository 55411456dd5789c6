package cohort.mask;

import cohort.InputException;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.resample.Resampling;
import cohort.subjects.Maps;
import cohort.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the voxels to analyse.
 *
 * <pre>{@code
 * Maps maps = GroupMaps.read(Cohorts.read("participants.tsv"), CommonGrid.REQUIRED, Progress.NONE);
 * GroupMask found = Masks.fromMaps(maps, "auto", MissingPolicy.EXCLUDE);
 * System.out.println(found.mask().size() + " voxels");
 * }</pre>
 */
public final class Masks {
    private static final String AUTO = "auto";
    /** The first is the default. */
    private static final List<MaskRule> RULES = Stream.concat(
                    Stream.of(new BackgroundRule(), new EpiRule(), new IntersectionRule(), new MultiBackgroundRule()),
                    ServiceLoader.load(MaskRule.class).stream().map(ServiceLoader.Provider::get))
            .toList();

    private Masks() {}

    /** The names of the rules that {@link #fromMaps} knows. */
    public static List<String> strategies() {
        return IntStream.rangeClosed(0, RULES.size())
                .mapToObj(r -> r == 0 ? AUTO : RULES.get(r - 1).name())
                .toList();
    }

    /** The rule of a name, {@code auto} being the default; nothing if there is none. */
    public static Optional<MaskRule> rule(String name) {
        return name.equals(AUTO)
                ? Optional.of(RULES.get(0))
                : RULES.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /**
     * Finds the mask in the maps themselves.
     *
     * @param maps one map per subject
     * @param strategy {@code auto} (the same as {@code background}), {@code background}, {@code epi},
     *     {@code intersection} or {@code multi-background}
     * @param missing what becomes of voxels without data in some subject
     * @return the mask and the number of voxels left out
     * @throws InputException if the strategy is unknown or no voxel is left
     */
    public static GroupMask fromMaps(Maps maps, String strategy, MissingPolicy missing) {
        return fromMaps(maps, strategy, missing, maps.subjects());
    }

    /**
     * Finds the mask in the maps themselves, as the other method does.
     *
     * @param least how many subjects must have a voxel, if the policy lets some lack it
     */
    public static GroupMask fromMaps(Maps maps, String strategy, MissingPolicy missing, int least) {
        String name = strategy.equals(AUTO) ? RULES.get(0).name() : strategy;
        MaskRule rule = RULES.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "mask: found " + strategy + ", expected one of " + String.join(", ", strategies()) + "."));
        return finish(maps, rule.inside(maps, missing, least), missing, least, "the mask rule " + strategy);
    }

    /**
     * Takes the mask from an image: every voxel that is neither 0 nor NaN.
     *
     * @param maps one map per subject
     * @param image the mask, on the grid of the maps
     * @param missing what becomes of voxels without data in some subject
     * @return the mask and the number of voxels left out
     * @throws InputException if the mask is on a different grid or no voxel is left
     */
    public static GroupMask fromImage(Maps maps, Volume image, MissingPolicy missing) {
        return fromImage(maps, image, missing, maps.subjects());
    }

    /**
     * Takes the mask from an image, as the other method does.
     *
     * @param least how many subjects must have a voxel, if the policy lets some lack it
     */
    public static GroupMask fromImage(Maps maps, Volume image, MissingPolicy missing, int least) {
        Grid grid = maps.grid();
        Volume ordered = Resampling.reorder(image, grid)
                .orElseThrow(() -> new InputException("mask: the image is on a different grid from the maps, found "
                        + grid.difference(image.grid()) + "; give resample=nearest, or resample the mask first."));
        return finish(maps, Mask.of(grid, ordered.voxels()).inside(), missing, least, "the mask image");
    }

    private static GroupMask finish(Maps maps, boolean[] inside, MissingPolicy missing, int least, String origin) {
        int before = count(inside);
        if (before == 0)
            throw new InputException("mask: " + origin + " contains no voxel of the maps, expected at least one; "
                    + empty(maps).map(id -> id + " has no data: leave it out.").orElse("give another mask."));
        Zeros zeros = MissingVoxels.leaveOut(maps, inside, missing, least);
        int after = count(inside);
        if (after == 0)
            throw new InputException("mask: none of the " + Words.count(before) + " voxels of " + origin
                    + " has data in " + (missing.takesGaps() ? least + " maps" : "every map")
                    + ", expected at least one; " + emptiest(maps)
                    + " has the fewest: leave it out, or give "
                    + (missing.takesGaps() ? "a smaller least_subjects." : "missing=zero."));
        return new GroupMask(
                Mask.of(maps.grid(), inside), before - after - (zeros.leftOut() ? zeros.voxels() : 0), zeros);
    }

    private static String emptiest(Maps maps) {
        long[] data = data(maps);
        int emptiest = 0;
        for (int s = 1; s < data.length; s++) if (data[s] < data[emptiest]) emptiest = s;
        return maps.ids().get(emptiest);
    }

    /** The first subject without data among subjects that have some. */
    private static Optional<String> empty(Maps maps) {
        long[] data = data(maps);
        boolean any = Arrays.stream(data).anyMatch(n -> n > 0);
        return IntStream.range(0, data.length)
                .filter(s -> any && data[s] == 0)
                .mapToObj(maps.ids()::get)
                .findFirst();
    }

    /** For each subject the number of voxels that hold data. */
    private static long[] data(Maps maps) {
        return IntStream.range(0, maps.subjects())
                .mapToLong(s -> Arrays.stream(maps.volume(s).values())
                        .filter(v -> Double.isFinite(v) && v != 0)
                        .count())
                .toArray();
    }

    private static int count(boolean[] inside) {
        int n = 0;
        for (boolean in : inside) if (in) n++;
        return n;
    }
}
