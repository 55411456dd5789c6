package cohort.design.coding;

import cohort.design.formula.Factor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a product of categorical factors is coded: some by all their levels but the reference, the others by all.
 *
 * <p>The space of a full product a x b is the sum of those of 1, a-, b- and a-:b-, where {@code -} stands for reduced
 * coding. A term therefore brings in those of its subsets that no earlier term has, each reduced in all factors; then
 * pairs that differ by one reduced factor are merged, since x + x:a- spans what x:a does in full coding. This is the rule
 * by which patsy keeps designs of full rank ("Redundancy and categorical factors" in its manual).
 *
 * @param reduced factors without their reference level
 * @param full factors with all their levels
 */
record Coding(Set<Factor> reduced, Set<Factor> full) {

    /**
     * The codings that make up one term.
     *
     * @param factors the term's categorical factors, in order
     * @param used the subsets that earlier terms span; those of this term are added
     */
    static List<Coding> of(List<Factor> factors, Set<Set<Factor>> used) {
        List<Coding> codings = new ArrayList<>();
        for (Set<Factor> subset : subsets(factors)) if (used.add(subset)) codings.add(new Coding(subset, Set.of()));
        while (mergeOnce(codings)) {}
        return codings;
    }

    /** Smaller ones first, then in the order of the factors. */
    private static List<Set<Factor>> subsets(List<Factor> factors) {
        List<Set<Factor>> subsets = new ArrayList<>();
        for (int size = 0; size <= factors.size(); size++) add(factors, 0, size, Set.of(), subsets);
        return subsets;
    }

    private static void add(List<Factor> factors, int from, int more, Set<Factor> head, List<Set<Factor>> subsets) {
        if (more == 0) subsets.add(head);
        else
            for (int f = from; f <= factors.size() - more; f++)
                add(factors, f + 1, more - 1, with(head, factors.get(f)), subsets);
    }

    private static boolean mergeOnce(List<Coding> codings) {
        for (int s = 0; s < codings.size(); s++)
            for (int l = s + 1; l < codings.size(); l++) {
                Coding small = codings.get(s), large = codings.get(l);
                if (!large.extendsByOne(small)) continue;
                codings.set(l, large.absorb(small));
                codings.remove(s);
                return true;
            }
        return false;
    }

    private boolean extendsByOne(Coding other) {
        return full.equals(other.full)
                && reduced.size() == other.reduced.size() + 1
                && reduced.containsAll(other.reduced);
    }

    private Coding absorb(Coding other) {
        Factor completed = reduced.stream()
                .filter(f -> !other.reduced.contains(f))
                .findFirst()
                .orElseThrow();
        return new Coding(other.reduced, with(full, completed));
    }

    private static Set<Factor> with(Set<Factor> set, Factor more) {
        Set<Factor> larger = new HashSet<>(set);
        larger.add(more);
        return Set.copyOf(larger);
    }
}
