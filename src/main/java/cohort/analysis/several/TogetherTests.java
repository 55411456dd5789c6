package cohort.analysis.several;

import cohort.InputException;
import cohort.analysis.record.HowTested;
import cohort.analysis.results.ContrastResults;
import cohort.design.matrix.Contrast;
import cohort.design.strata.ErrorStratum;
import cohort.design.strata.MapColumns;
import cohort.mask.Mask;
import cohort.permute.Hypothesis;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Tail;
import cohort.permute.nulls.TailP;
import cohort.permute.several.Combination;
import cohort.permute.several.CombinedTest;
import cohort.permute.statistic.ClusterMass;
import cohort.permute.statistic.ClusterSize;
import cohort.permute.statistic.MapStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tests of all maps of each subject together.
 *
 * @param maps the maps; none if each subject has one
 * @param npc how they are combined, if they are
 * @param conjunction whether an effect in every map is tested
 * @param forming the p that forms clusters of voxels by the combined number; 0 for none
 */
public record TogetherTests(MapColumns maps, Optional<Combination> npc, boolean conjunction, double forming) {

    /** The key's value that combines nothing. */
    public static final String NONE = "none";

    private static final String ANY = "any of", EACH = "each of";

    /** @throws InputException if a map is called as a test of all maps is in files */
    public TogetherTests {
        List<String> tests = Stream.concat(
                        Stream.of(Combination.values()).map(Combination::toString), Stream.of(Conjunction.NAME))
                .toList();
        maps.names().stream().filter(tests::contains).findFirst().ifPresent(name -> {
            throw new InputException("map_columns: found " + name
                    + ", expected names that differ from those of the tests of all maps, " + String.join(", ", tests)
                    + "; rename the column.");
        });
    }

    /** @param npc {@code none} or the name of a combination */
    public static TogetherTests of(MapColumns maps, String npc, boolean conjunction, double forming) {
        return new TogetherTests(
                maps, Optional.of(npc).filter(name -> !name.equals(NONE)).map(Combination::of), conjunction, forming);
    }

    /** Whether there are any. */
    public boolean isAny() {
        return npc.isPresent() || conjunction;
    }

    /** The names of the contrasts that are tested in all maps. */
    public List<String> names() {
        return Stream.concat(
                        npc.stream().map(Combination::toString),
                        Stream.of(Conjunction.NAME).filter(name -> conjunction))
                .flatMap(test -> contrasts(test).map(Contrast::name))
                .toList();
    }

    private Stream<Contrast> contrasts(String test) {
        return IntStream.range(0, maps.tested().size()).mapToObj(c -> maps.together(test, ANY, c));
    }

    /** The names of their statistics, of one row. */
    public List<String> statistics() {
        return Stream.of(
                        npc.stream().map(Combination::toString),
                        Stream.of(Conjunction.name("t")).filter(name -> conjunction),
                        npc.stream().filter(how -> forming > 0).flatMap(how -> clusters(how).stream()
                                .map(statistic -> statistic.info().name())))
                .flatMap(names -> names)
                .toList();
    }

    /**
     * The tests by one number, for the engine, behind those of each map.
     *
     * @param each the tests of each map, those of one contrast together
     * @param p the p of each
     */
    public List<Hypothesis> hypotheses(List<Hypothesis> each, List<TailP> p) {
        return npc.stream()
                .flatMap(how -> IntStream.iterate(0, c -> c < each.size(), c -> c + size())
                        .mapToObj(c -> new Hypothesis(
                                each.get(c).contrast(),
                                clusters(how),
                                Optional.empty(),
                                each.get(c).stratum(),
                                Optional.of(new CombinedTest(
                                        size(), how, each.get(c).tail().orElseThrow(), p.get(c))))))
                .toList();
    }

    /**
     * What was found.
     *
     * @param how how each contrast of each map was tested
     * @param found what the engine says of these, and then of the tests by one number
     * @param signed whether corrected p of two sides bear the sign of the statistic
     */
    public List<ContrastResults> results(List<HowTested> how, Mask mask, List<PermutedContrast> found, boolean signed) {
        List<ContrastResults> results = new ArrayList<>();
        for (int c = 0; c < maps.tested().size(); c++) {
            int first = c * size();
            HowTested ofFirst = how.get(first);
            if (npc.isPresent())
                results.add(ContrastResults.ofTest(
                        maps.together(npc.get().toString(), ANY, c),
                        how(ofFirst, Tail.POSITIVE.toString(), level(npc.get())),
                        mask,
                        found.get(how.size() + c),
                        false));
            if (conjunction)
                results.add(ContrastResults.ofTest(
                        maps.together(Conjunction.NAME, EACH, c),
                        how(ofFirst, ofFirst.tail(), 0),
                        mask,
                        Conjunction.of(found.subList(first, first + size())),
                        signed));
        }
        return results;
    }

    private int size() {
        return maps.names().size();
    }

    private double level(Combination how) {
        return forming == 0 ? 0 : how.level(forming, size());
    }

    private List<MapStatistic> clusters(Combination how) {
        return forming == 0 ? List.of() : List.of(new ClusterSize(level(how)), new ClusterMass(level(how)));
    }

    private HowTested how(HowTested ofOne, String tail, double level) {
        return new HowTested(
                tail,
                ofOne.degreesOfFreedom(),
                level,
                ofOne.rows() * size(),
                ofOne.subjects(),
                ErrorStratum.Kind.TOGETHER.words());
    }
}
