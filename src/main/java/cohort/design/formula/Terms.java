package cohort.design.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A sum of terms.
 *
 * @param list distinct products of factors, without the intercept
 * @param intercept what is said about it
 */
public record Terms(List<Term> list, Intercept intercept) {
    enum Intercept {
        /** Nothing, so a model has one. */
        UNSAID,
        /** {@code 1}. */
        PRESENT,
        /** {@code 0} or {@code -1}. */
        ABSENT
    }

    static final Terms NONE = new Terms(List.of(), Intercept.UNSAID);
    static final Terms ZERO = new Terms(List.of(), Intercept.ABSENT);
    static final Terms ONE = new Terms(List.of(), Intercept.PRESENT);

    static Terms of(Factor factor) {
        return new Terms(List.of(new Term(factor)), Intercept.UNSAID);
    }

    Terms plus(Terms other) {
        LinkedHashSet<Term> all = new LinkedHashSet<>(list);
        all.addAll(other.list);
        return new Terms(List.copyOf(all), other.intercept == Intercept.UNSAID ? intercept : other.intercept);
    }

    Terms minus(Terms other) {
        List<Term> rest = list.stream().filter(t -> !other.list.contains(t)).toList();
        return new Terms(
                rest,
                switch (other.intercept) {
                    case UNSAID -> intercept;
                    case PRESENT -> Intercept.ABSENT;
                    case ABSENT -> Intercept.PRESENT;
                });
    }

    /** The interactions of each term with each of the other's. */
    Terms interactions(Terms other) {
        LinkedHashSet<Term> products = new LinkedHashSet<>();
        for (Term left : list) for (Term right : other.list) products.add(left.times(right));
        return new Terms(List.copyOf(products), Intercept.UNSAID);
    }

    /** R's {@code b %in% a} for the terms b of the other: the interactions of each with all that these terms name. */
    Terms within(Terms other) {
        Term all = list.stream().reduce(Term.INTERCEPT, Term::times);
        return new Terms(List.of(all), Intercept.UNSAID).interactions(other);
    }

    /** The terms and their interactions, of no more than {@code order} of them. */
    Terms power(int order) {
        Terms power = this;
        for (int n = 1; n < order && n < list.size(); n++) power = plus(power).plus(power.interactions(this));
        return power;
    }

    /** The terms of the model, the intercept first if it has one, then by degree of interaction as R orders them. */
    public List<Term> model() {
        List<Term> model = new ArrayList<>(list);
        model.sort(Comparator.comparingInt(Term::degree));
        if (intercept != Intercept.ABSENT) model.add(0, Term.INTERCEPT);
        return model;
    }
}
