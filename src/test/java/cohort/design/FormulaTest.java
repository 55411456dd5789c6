package cohort.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.design.coding.Covariates;
import cohort.design.coding.FormulaDesign;
import cohort.design.coding.Regressor;
import cohort.design.formula.FormulaParser;
import cohort.design.formula.Term;
import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");
    private static final Table TABLE = Table.of(
            "t.csv",
            List.of("age", "sex", "body weight", "code", "gap", "one", "level", "comma"),
            List.of(
                    List.of("1", "m", "10", "2", "1", "x", "a=[b] c", "1,5"),
                    List.of("2", "f", "20", "b", "n/a", "x", "z", "2"),
                    List.of("3", "m", "30", "2", "3", "x", "z", "3"),
                    List.of("4", "f", "40", "b", "", "x", "z", "4"),
                    List.of("5", "m", "50", "2", "5", "x", "z", "5"),
                    List.of("6", "f", "60", "2", "6", "x", "z", "6")));

    private static DesignMatrix design(String formula) {
        return Designs.fromFormula(formula, TABLE, IDS);
    }

    private static String refusal(String formula) {
        return assertThrows(InputException.class, () -> design(formula)).getMessage();
    }

    @Test
    void polynomialsAreThoseOfR() {
        Table five = Table.of(
                "t", List.of("x"), List.of(List.of("1"), List.of("2"), List.of("3"), List.of("4"), List.of("5")));
        DesignMatrix design = Designs.fromFormula("poly(x, 2)", five, IDS.subList(0, 5));
        assertEquals(List.of("intercept", "poly.x.1", "poly.x.2"), design.columns());
        assertArrayEquals(new double[] {-0.6324555, -0.3162278, 0, 0.3162278, 0.6324555}, design.column(1), 5e-8);
        assertArrayEquals(
                new double[] {0.5345225, -0.2672612, -0.5345225, -0.2672612, 0.5345225}, design.column(2), 5e-8);
    }

    @Test
    void quotedNamesAreColumns() {
        for (String formula : List.of("`body weight`", "Q(\"body weight\")", "Q('body weight')", "~ 1+`body weight`")) {
            DesignMatrix design = design(formula);
            assertEquals(List.of("intercept", "body_weight"), design.columns());
            assertArrayEquals(new double[] {10, 20, 30, 40, 50, 60}, design.column(1));
        }
        assertEquals(
                List.of("intercept", "center.body_weight"),
                design("center(Q('body weight'))").columns());
    }

    @Test
    void namesSurviveAMacro() {
        assertEquals(
                List.of("level.a_b_c", "level.z", "level.a_b_c:age", "level.z:age"),
                design("0 + level + level:age").columns());
    }

    @Test
    void aTermCountsOnceHoweverItIsWritten() {
        DesignMatrix design = design("sex * age");
        for (String same :
                List.of("sex*age + age:sex", "sex + age + sex:age", "1 + (sex + age) + sex:age - 0", "sex*age*age"))
            assertEquals(design.columns(), design(same).columns());
        assertEquals(List.of("intercept", "age"), design("0 + age + 1").columns());
        assertEquals(List.of("age"), design("age + 0").columns());
    }

    @Test
    void numbersAsTextMayBeLevels() {
        assertEquals(List.of("intercept", "code.b"), design("C(code)").columns());
        assertEquals(List.of("intercept", "age.1", "age.3", "age.4", "age.5", "age.6"), names("C(age, ref=2)"));
    }

    private static List<String> names(String formula) {
        List<Term> terms = FormulaParser.parse(formula, TABLE.columns()).model();
        return new FormulaDesign(terms, new Covariates(TABLE, IDS))
                .regressors().stream().map(Regressor::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1 + + age      | has \"+\" at character 5, expected a column.",
                "1 + age)       | has \")\" at character 8, expected one of + - * / : ^ %in% or its end.",
                "1 +            | ends at character 4, expected a column.",
                "(age           | ends at character 5, expected a ).",
                "age ^ 2        | has \"^\" at character 5, expected several terms before it, as in (a + b)^2; write I(x^2) for a power of numbers.",
                "age & sex      | has \"&\" at character 5, expected column names (others in backticks) and + - * / : ^ %in% ( ).",
                "age + 2        | has \"2\" at character 7, expected 0 or 1 or a column.",
                "1:age          | has \":\" at character 2, expected + or - beside 0 or 1.",
                "age*(1 + sex)  | has \"*\" at character 4, expected + or - beside 0 or 1.",
                "1 + lgo(age)   | has \"lgo\" at character 5, expected one of the functions log, log2, C, I, Q, map, bs, log10, exp, abs, poly, sqrt, zscore, scale, center (did you mean log?).",
                "I(lgo(age))    | has \"lgo\" at character 3, expected one of the functions log, log2, log10, exp, abs, I, Q, sqrt, zscore, scale, center (did you mean log?).",
                "log(sqr(age))  | has \"sqr\" at character 5, expected one of the functions sqrt, Q, log, exp, abs, I, zscore, scale, log2, center, log10 (did you mean sqrt?).",
                "log(age        | ends at character 8, expected a ).",
                "log()          | has \")\" at character 5, expected a column.",
                "(a + b + sex)^ | has \"a\" at character 2, expected one of the columns age, gap, sex, one, code, comma, level, `body weight`.",
                "(age + sex)^   | ends at character 13, expected how many terms interact at most, 1 to 99.",
                "(age + sex)^.5 | has \".5\" at character 13, expected how many terms interact at most, 1 to 99.",
                "(1 + sex)^2    | has \"^\" at character 10, expected + or - beside 0 or 1.",
                "1 / sex        | has \"/\" at character 3, expected + or - beside 0 or 1.",
                "sex %in% 1     | has \"%in%\" at character 5, expected + or - beside 0 or 1.",
                "age > 3        | has \">\" at character 5, expected parentheses around the condition, as in (age > 40).",
                "(age > )       | has \")\" at character 8, expected a column.",
                "(age > 3 > 1)  | has \">\" at character 10, expected a ).",
                "(sex > 'f')    | has \">\" at character 6, expected a column and a level with == or != between them.",
                "('m' == 'f')   | has \"==\" at character 6, expected a column and a level with == or != between them.",
                "(sex = 'f')    | has \"=\" at character 6, expected a ).",
                "I('f')         | has \"f\" at character 3, expected a number.",
                "I(age + 'f')   | has \"+\" at character 7, expected numbers on both sides.",
                "I(age * 1e999) | has \"1e999\" at character 9, expected a smaller number.",
                "bs(age, 0)     | has \"0\" at character 9, expected the number of splines, 1 to 99.",
                "bs(age, df=2)  | has \"df\" at character 9, expected no fewer splines than the degree, 3.",
                "bs(age, d=2)   | has \"d\" at character 9, expected df=, degree= or knots=.",
                "bs(age, knots) | has \"knots\" at character 9, expected df=, degree= or knots=.",
                "bs(age, knots=c(3 | ends at character 18, expected a ).",
                "bs(age, knots=c(x)) | has \"x\" at character 17, expected a number, as in knots=c(30, 50).",
                "bs(age, df=4, knots=3) | has \"knots\" at character 15, expected df= or knots=, not both.",
                "C(sex, Sun)    | has \"Sun\" at character 8, expected ref='LEVEL' or a coding: Treatment, Sum, Helmert, Poly, Diff.",
                "poly(age)      | has \")\" at character 9, expected a ,.",
                "poly(age, 0)   | has \"0\" at character 11, expected the degree, 1 to 99.",
                "C(sex, m)      | has \"m\" at character 8, expected ref='LEVEL' or a coding: Treatment, Sum, Helmert, Poly, Diff.",
                "C(sex, ref=)   | has \")\" at character 12, expected a level.",
                "Q(age)         | has \"age\" at character 3, expected a column's name in quotes.",
                "1 + `age       | has \"`age\" at character 5, expected a second quote that closes the name.",
            })
    void pointsAtTheCharacter(String formula, String message) {
        assertEquals("The formula \"" + formula + "\" " + message, refusal(formula));
    }

    @Test
    void anUnknownColumnListsTheRightOnesNearestFirst() {
        assertEquals(
                "The formula \"1 + Ages\" has \"Ages\" at character 5, expected one of the columns age, sex, gap, one, code,"
                        + " level, comma, `body weight`.",
                refusal("1 + Ages"));
        Table none = Table.of("maps", List.of(), List.of(List.of(), List.of()));
        assertEquals(
                "The formula \"age\" has \"age\" at character 1, expected no column, as there is no table.",
                assertThrows(InputException.class, () -> Designs.fromFormula("age", none, List.of("A", "B")))
                        .getMessage());
    }

    @Test
    void refusesColumnsThatDoNotFitTheirUse() {
        assertEquals(
                "Column \"gap\" is missing for B and D, expected a value for every subject; fill it in, or"
                        + " leave these subjects out with leave_out=[gap is n/a].",
                refusal("gap"));
        assertEquals(
                "Column \"code\" has numbers such as \"2\", but \"b\" in line 3 of t.csv, expected only numbers"
                        + " or only names; write n/a for missing values, or C(code) if all are names.",
                refusal("code"));
        assertEquals(
                "Column \"comma\" has \"1,5\" in line 2 of t.csv, expected a number with a decimal point; write 1.5.",
                refusal("comma"));
        assertEquals(
                "Column \"sex\" has \"m\" in line 2 of t.csv, expected a number; write n/a if it is missing.",
                refusal("center(sex)"));
        assertEquals(
                "Column \"one\" of t.csv has \"x\" for every subject, expected at least two levels; drop it from the"
                        + " formula.",
                refusal("one"));
        assertEquals(
                "Column \"sex\" of t.csv has no level \"male\" for ref, expected one of m, f.",
                refusal("C(sex, ref='male')"));
        assertEquals(
                "poly(age, 6) needs more than 6 distinct values, found 6; lower the degree.", refusal("poly(age, 6)"));
    }

    @Test
    void refusesNumbersOutsideOfAFunctionsDomain() {
        assertEquals(
                "model: found age - 3 of -2 for A, B and C, expected numbers above 0 for log(age-3); add a number, as in"
                        + " log(age-3 + 1), or leave them out.",
                refusal("log(age - 3)").replace("found age-3 of", "found age - 3 of"));
        assertEquals(
                "model: found age-2 of -1 for A, expected numbers of at least 0 for sqrt(age-2).",
                refusal("sqrt(age - 2)"));
        assertEquals(
                "model: found age*200 of 800 for D, E and F, expected numbers below 709 for exp(age*200).",
                refusal("exp(age * 200)"));
        assertEquals(
                "model: found a divisor age-4 of 0 for D, expected other numbers in 1/(age-4).",
                refusal("I(1 / (age - 4))"));
        assertEquals("model: found (age-2)^0.5 of NaN for A, expected a finite number.", refusal("I((age - 2)^0.5)"));
        assertEquals(
                "model: found 10^(age*100) of Infinity for D, E and F, expected a finite number.",
                refusal("I(10^(age * 100))"));
        assertEquals(
                "scale(I) divides by a standard deviation of 0, expected a column that differs between subjects.",
                refusal("scale(age - age)").replace("age-age", "I"));
    }

    @Test
    void refusesSplinesOfTooFewValues() {
        assertEquals("bs(age, df=6) needs more than 6 distinct values, found 6; lower df.", refusal("bs(age, df=6)"));
        assertEquals(
                "model: found the knot 6.0 of bs(age, ...), expected knots between 1.0 and 6.0, the smallest and the largest age.",
                refusal("bs(age, knots=6, degree=1)"));
    }

    @Test
    void refusesConditionsThatTellNobodyApart() {
        assertEquals(
                "model: found (age > 6) to be FALSE for every subject, expected both values to occur; drop it"
                        + " or change its limit.",
                refusal("sex + (age > 6)"));
        assertEquals(
                "model: found (one == x) to be TRUE for every subject, expected both values to occur; drop it"
                        + " or change its limit.",
                refusal("(one == 'x')"));
        assertEquals(
                "Column \"sex\" of t.csv has no level \"M\" for sex == 'M', expected one of m, f.",
                refusal("(sex == 'M')"));
        assertEquals(
                "Column \"sex\" of t.csv has no level \"1\" for sex != '1', expected one of f, m.",
                refusal("(sex != 1)"));
        assertEquals(
                "Column \"sex\" has \"m\" in line 2 of t.csv, expected a number; write n/a if it is missing.",
                refusal("(sex > 1)"));
        assertEquals(
                "Column \"gap\" is missing for B and D, expected a value for every subject; fill it in, or"
                        + " leave these subjects out with leave_out=[gap is n/a].",
                refusal("(gap > 1)"));
    }

    /** In R {@code b %in% a} is the interaction alone; formulaic adds a. */
    @Test
    void nestingIsRs() {
        assertEquals(
                design("age:sex").columns(),
                design("age %in% sex").columns().stream()
                        .map(name -> name.replaceFirst("(sex\\..):age", "age:$1"))
                        .toList());
        assertEquals(design("sex + sex:age").columns(), design("sex / age").columns());
        assertEquals(
                design("sex + age:sex").columns().size(),
                design("sex + age %in% sex").columns().size());
    }

    @Test
    void factorsAndFunctionsMayBeWrittenAsInR() {
        for (String formula : List.of(
                "C(age, ref=2)",
                "factor(age, ref=2)",
                "as.factor(age, Treatment(2))",
                "C(age, contr.treatment(base=2))",
                "C(age, Treatment(reference='2'))")) assertEquals(names("C(age, ref=2)"), names(formula));
        assertArrayEquals(design("log(age)").column(1), design("np.log(age)").column(1));
        assertArrayEquals(design("I(age^2)").column(1), design("I(age * age)").column(1));
    }

    /** Otherwise nobody would know that maps are of one subject, and all would be tested as if independent. */
    @Test
    void refusesCodingsThatHideTheSubject() {
        Table pairs = Table.of(
                "t",
                List.of("who", "session", "subject"),
                IntStream.range(0, 16)
                        .mapToObj(s -> List.of("w" + s / 2, "s" + s % 2, "p" + s / 2))
                        .toList());
        List<String> ids = IntStream.range(0, 16).mapToObj(s -> "m" + s).toList();
        for (String column : List.of("who", "subject")) {
            assertEquals(
                    "model: found C(" + column + ", Sum), expected C(" + column + "), since " + column
                            + " seems to identify the subject of each row, which is recognised only in that coding.",
                    assertThrows(
                                    InputException.class,
                                    () -> Designs.fromFormula("session + C(" + column + ", Sum)", pairs, ids))
                            .getMessage());
            DesignMatrix design = Designs.fromFormula("C(session, Sum) + C(" + column + ")", pairs, ids);
            assertEquals(
                    1,
                    Contrasts.parse("cell(session=s1) - cell(session=s0)", design)
                            .rows()
                            .length);
            assertEquals(
                    "contrast: found cell(session=s1), expected a difference of cells, since a mean over the levels of "
                            + column
                            + ", which seems to identify the subject of each row, has no error term of its own"
                            + " here, or Error(" + column + ") in place of it in the model.",
                    assertThrows(InputException.class, () -> Contrasts.parse("cell(session=s1)", design))
                            .getMessage());
        }
        DesignMatrix error = Designs.fromFormula("session + Error(subject)", pairs, ids);
        assertArrayEquals(
                new double[] {1, 1}, Contrasts.parse("cell(session=s1)", error).rows()[0]);
    }

    @Test
    void refusesDesignsWithoutFreedom() {
        assertEquals("model=0 has no regressor, expected at least one, such as 1.", refusal("0"));
        assertEquals("model is empty, expected a formula such as 1 or 1 + age.", refusal(" "));
        assertEquals(
                "model=C(age) + sex has as many independent regressors as maps, 6, expected fewer, since no"
                        + " residual degrees of freedom would be left; drop some.",
                refusal("C(age) + sex"));
        assertEquals(
                "model=poly(age, 5) has as many independent regressors as maps, 6, expected fewer, since no"
                        + " residual degrees of freedom would be left; drop some.",
                refusal("poly(age, 5)"));
        assertEquals(
                "t.csv has 6 rows for 2 maps, expected one row for each map.",
                assertThrows(InputException.class, () -> Designs.fromFormula("1", TABLE, List.of("A", "B")))
                        .getMessage());
    }
}
