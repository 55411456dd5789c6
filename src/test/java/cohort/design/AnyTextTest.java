package cohort.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a user types is understood or refused in a sentence, never answered by another exception. */
class AnyTextTest {
    private static final List<String> IDS =
            IntStream.range(0, 40).mapToObj(s -> "S" + s).toList();
    private static final Table TABLE = Table.of(
            "t.csv",
            List.of("a", "b", "c d"),
            IntStream.range(0, 40)
                    .mapToObj(s -> List.of("" + s * s, s % 3 == 0 ? "x" : "y", s % 2 == 0 ? "u" : "v"))
                    .toList());

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "`c d`",
                        "Q(\"c d\")",
                        "+",
                        "-",
                        "*",
                        ":",
                        "(",
                        ")",
                        "0",
                        "1",
                        "2",
                        "C(b)",
                        "C(b, ref='y')",
                        "center(",
                        "zscore(a)",
                        "poly(a, 2)",
                        "bs(a, df=4)",
                        "log(a + 1)",
                        "I(",
                        "C(b, Sum)",
                        "/",
                        "^",
                        "**",
                        "%in%",
                        ">",
                        "==",
                        ",",
                        "=",
                        "'",
                        " ",
                        "~",
                        "z",
                        "$")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    @Property(tries = 3000)
    void aFormulaGivesADesignOrASentence(@ForAll("formulas") String formula) {
        try {
            DesignMatrix design = Designs.fromFormula(formula, TABLE, IDS);
            assertEquals(IDS, design.ids());
            assertTrue(design.size() > 0);
        } catch (InputException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }

    @Provide
    Arbitrary<String> models() {
        Arbitrary<String> product = Arbitraries.of("a", "b", "`c d`")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(f -> String.join(":", f));
        Arbitrary<String> intercept = Arbitraries.of("0 + ", "1 + ", "");
        return product.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .flatMap(terms -> intercept.map(i -> i + terms.stream().collect(Collectors.joining(" + "))));
    }

    @Property(tries = 500)
    void designsOfCrossedFactorsHaveFullRank(@ForAll("models") String formula) {
        DesignMatrix design = Designs.fromFormula(formula, TABLE, IDS);
        assertEquals(design.size(), design.rank(), () -> formula + " gave " + design.columns());
    }

    @Provide
    Arbitrary<String> contrasts() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "a:b",
                        "`a`",
                        "+",
                        "-",
                        "*",
                        "/",
                        "(",
                        ")",
                        "0",
                        "1",
                        "2.5",
                        ";",
                        " ",
                        "z",
                        "$",
                        ".",
                        "|",
                        "cell(",
                        "pairwise(",
                        "x=",
                        "'x'",
                        ",")
                .list()
                .ofMaxSize(10)
                .map(words -> String.join("", words));
    }

    @Property(tries = 3000)
    void aContrastOfCellsGivesFiniteWeightsOrASentence(@ForAll("contrasts") String text) {
        DesignMatrix design = Designs.fromFormula("a * b", TABLE, IDS);
        for (String contrast : List.of(text, "cell(" + text, "pairwise(b" + text, "cell(a=2) - " + text))
            try {
                Contrasts.parseAll(contrast, design);
            } catch (InputException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
    }

    @Property(tries = 3000)
    void aContrastGivesFiniteWeightsOrASentence(@ForAll("contrasts") String text) {
        DesignMatrix design = new DesignMatrix(
                List.of("a", "b", "a:b"),
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 2, 3}},
                List.of("P", "Q", "R", "S"));
        try {
            for (double[] row : Contrasts.parse(text, design).rows())
                assertTrue(IntStream.range(0, 3).allMatch(w -> Double.isFinite(row[w])), text);
        } catch (InputException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }
}
