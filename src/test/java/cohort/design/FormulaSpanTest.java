package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.design.matrix.Columns;
import cohort.design.matrix.DesignMatrix;
import cohort.design.matrix.IndependentRegressors;
import cohort.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** A formula spans what columns made by hand span, whoever the subjects are, in whatever order and units. */
class FormulaSpanTest {
    private static final int N = 48;
    private static final double[] KNOTS = {30, 47.5};
    private static final List<String> IDS =
            IntStream.range(0, N).mapToObj(s -> "S" + s).toList();

    /** Subjects of any age and score, three groups, two sexes, two scanners a site. */
    private record Subjects(double[] age, double[] iq, int[] group, int[] sex, int[] site, int[] scanner) {
        static Subjects of(long seed) {
            Random random = new Random(seed);
            int[] site = IntStream.range(0, N).map(s -> random.nextInt(3)).toArray();
            return new Subjects(
                    random.doubles(N, 18, 70).toArray(),
                    random.doubles(N, 70, 130).toArray(),
                    IntStream.range(0, N).map(s -> s % 3).toArray(),
                    IntStream.range(0, N).map(s -> s / 3 % 2).toArray(),
                    site,
                    IntStream.range(0, N)
                            .map(s -> 2 * site[s] + random.nextInt(2))
                            .toArray());
        }

        Table table(double unit, List<Integer> order) {
            List<String> columns = List.of("age", "iq", "group", "sex", "site", "scanner");
            return Table.of(
                    "t",
                    columns,
                    order.stream()
                            .map(s -> List.of(
                                    "" + age[s] * unit,
                                    "" + iq[s],
                                    "g" + group[s],
                                    "x" + sex[s],
                                    "at" + site[s],
                                    "" + scanner[s]))
                            .toList());
        }

        DesignMatrix design(String formula) {
            return Designs.fromFormula(formula, table(1, order()), IDS);
        }
    }

    private static List<Integer> order() {
        return IntStream.range(0, N).boxed().toList();
    }

    private static double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, N).mapToDouble(value).toArray();
    }

    /** Indicators of all codes that occur. */
    private static List<double[]> levels(int[] codes) {
        return Arrays.stream(codes)
                .distinct()
                .mapToObj(code -> column(s -> codes[s] == code ? 1 : 0))
                .toList();
    }

    private static List<double[]> times(List<double[]> a, List<double[]> b) {
        List<double[]> products = new ArrayList<>();
        for (double[] x : a) for (double[] y : b) products.add(column(s -> x[s] * y[s]));
        return products;
    }

    @SafeVarargs
    private static List<double[]> all(List<double[]>... parts) {
        List<double[]> columns = new ArrayList<>();
        for (List<double[]> part : parts) columns.addAll(part);
        return columns;
    }

    private static void assertSpan(List<double[]> byHand, DesignMatrix design) {
        double[][] expected = IndependentRegressors.of(Columns.matrix(byHand.toArray(double[][]::new)))
                .basis();
        double[][] found = IndependentRegressors.of(design.matrix()).basis();
        assertEquals(expected.length, found.length, () -> "rank of " + design.columns());
        for (double[] column : found) {
            double[] left = column.clone();
            Columns.removeProjection(left, expected);
            assertTrue(Columns.norm(left) < 1e-7, () -> "a column of " + design.columns() + " is another's");
        }
    }

    @Property(tries = 60)
    void nestingCrossesLevelsWithAllAboveThem(@ForAll long seed) {
        Subjects who = Subjects.of(seed);
        List<double[]> one = List.of(column(s -> 1)), age = List.of(who.age), sex = levels(who.sex);
        List<double[]> group = levels(who.group), both = times(sex, group);
        assertSpan(levels(who.scanner), who.design("site / C(scanner)"));
        assertSpan(levels(who.scanner), who.design("C(scanner) %in% site"));
        assertSpan(all(sex, times(sex, age)), who.design("sex / age"));
        assertSpan(all(one, times(sex, age)), who.design("age %in% sex"));
        assertSpan(all(sex, group, times(both, age)), who.design("(sex + group) / age"));
        assertSpan(all(both, times(both, age)), who.design("sex / group / age"));
    }

    @Property(tries = 60)
    void powersCrossUpToSoMany(@ForAll long seed) {
        Subjects who = Subjects.of(seed);
        List<double[]> age = List.of(who.age), iq = List.of(who.iq), sex = levels(who.sex);
        List<double[]> two = all(sex, times(sex, age), times(sex, iq), times(age, iq));
        assertSpan(two, who.design("(sex + age + iq)^2"));
        assertSpan(all(two, times(sex, times(age, iq))), who.design("(sex + age + iq)**3"));
        assertSpan(all(sex, times(sex, age), times(sex, iq)), who.design("(sex + age + iq)^2 - age:iq"));
    }

    @Property(tries = 60)
    void codingsSpanTheLevels(@ForAll long seed) {
        Subjects who = Subjects.of(seed);
        List<double[]> scanner = levels(who.scanner), age = List.of(who.age);
        for (String coding : List.of("Sum", "Helmert", "Poly", "Diff", "Treatment", "contr.sum", "ref=2")) {
            String factor = "C(scanner, " + coding + ")";
            if (coding.equals("ref=2") && Arrays.stream(who.scanner).noneMatch(code -> code == 2)) continue;
            assertSpan(scanner, who.design(factor));
            assertSpan(scanner, who.design("0 + " + factor));
            assertSpan(all(scanner, times(scanner, age)), who.design(factor + " * age"));
            assertSpan(all(List.of(column(s -> 1)), times(scanner, age)), who.design(factor + ":age"));
        }
    }

    /** Truncated powers span the same piecewise polynomials as B-splines (de Boor 1978, chapter IX). */
    @Property(tries = 60)
    void splinesArePiecewisePolynomials(@ForAll long seed) {
        Subjects who = Subjects.of(seed);
        for (int degree = 1; degree <= 3; degree++) {
            int d = degree;
            double[] x = column(s -> (who.age[s] - 44) / 26);
            List<double[]> columns = new ArrayList<>();
            for (int k = 0; k <= d; k++) {
                int power = k;
                columns.add(column(s -> Math.pow(x[s], power)));
            }
            for (double knot : KNOTS) columns.add(column(s -> Math.pow(Math.max(0, x[s] - (knot - 44) / 26), d)));
            assertSpan(columns, who.design("bs(age, knots=c(30, 47.5), degree=" + d + ")"));
        }
    }

    @Property(tries = 60)
    void splinesSumToOne(@ForAll long seed) {
        DesignMatrix design = Subjects.of(seed).design("bs(age, df=7)");
        for (double[] row : design.values()) {
            double rest = 1 - Arrays.stream(row).skip(1).sum();
            assertTrue(rest > -1e-12 && rest < 1 + 1e-12);
            for (double value : row) assertTrue(value >= 0 && value <= 1);
        }
    }

    @Property(tries = 60)
    void conditionsAndArithmeticAreReckoned(@ForAll long seed) {
        Subjects who = Subjects.of(seed);
        double[] old = column(s -> who.age[s] >= 44 ? 1 : 0);
        assertArrayEquals(old, who.design("(age >= 44)").column(1));
        assertArrayEquals(old, who.design("(44 <= age)").column(1));
        assertArrayEquals(old, who.design("0 + (age < 44)").column(0));
        assertArrayEquals(
                column(s -> who.group[s] == 1 ? 0 : 1),
                who.design("(group != 'g1')").column(1));
        assertArrayEquals(
                column(s -> who.age[s] > who.iq[s] / 2 ? who.age[s] - who.iq[s] / 2 : 0),
                who.design("I((age > iq / 2) * (age - iq / 2))").column(1));
        assertArrayEquals(
                column(s -> -Math.pow(who.age[s], 2) + 2 / who.iq[s]),
                who.design("I(-age^2 + 2 / iq)").column(1));
        assertArrayEquals(
                column(s -> Math.log(who.iq[s] - 60)),
                who.design("np.log(iq - 60)").column(1));
    }

    @Property(tries = 40)
    void theOrderOfRowsIsNoMatter(@ForAll long seed) {
        Subjects who = Subjects.of(seed);
        List<Integer> order = new ArrayList<>(order());
        Collections.shuffle(order, new Random(seed));
        String formula =
                "C(group, Sum) * bs(age, df=5) + scale(log(iq)) + poly(iq, 2) + (age > 40) + site / C(scanner)";
        DesignMatrix design = who.design(formula);
        DesignMatrix other = Designs.fromFormula(formula, who.table(1, order), IDS);
        assertEquals(design.columns(), other.columns());
        for (int s = 0; s < N; s++) assertArrayEquals(design.values()[order.get(s)], other.values()[s], 1e-9);
    }

    @Property(tries = 40)
    void unitsAreNoMatter(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        Subjects who = Subjects.of(seed);
        for (String formula : List.of("bs(age, df=6)", "scale(age)", "group * poly(age, 2)", "zscore(sqrt(age))")) {
            DesignMatrix design = who.design(formula);
            DesignMatrix other = Designs.fromFormula(formula, who.table(unit, order()), IDS);
            for (int s = 0; s < N; s++) assertArrayEquals(design.values()[s], other.values()[s], 1e-9, formula);
        }
    }
}
