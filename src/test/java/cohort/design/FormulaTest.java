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
                "1 + lgo(age)   | has \"lgo\" at character 5, expected one of the functions log, log2, C, I, Q, bs, log10, exp, abs, poly, sqrt, zscore, scale, center (did you mean log?).",
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
                "Column \"gap\" is missing for B and D, expected a value for every subject; fill it in, or leave these"
                        + " subjects out by leave_out=[gap is n/a].",
                refusal("gap"));
        assertEquals(
                "Column \"code\" has numbers such as \"2\", but \"b\" in line 3 of t.csv, expected numbers or names alone;"
                        + " write n/a for what is missing, or C(code) if all are names.",
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
    void refusesDesignsWithoutFreedom() {
        assertEquals("model=0 has no regressor, expected at least one, such as 1.", refusal("0"));
        assertEquals("model is empty, expected a formula such as 1 or 1 + age.", refusal(" "));
        assertEquals(
                "model=C(age) + sex has as many independent regressors as maps, 6, expected fewer, since no degree of"
                        + " freedom would be left for the noise; drop some.",
                refusal("C(age) + sex"));
        assertEquals(
                "model=poly(age, 5) has as many independent regressors as maps, 6, expected fewer, since no degree of"
                        + " freedom would be left for the noise; drop some.",
                refusal("poly(age, 5)"));
        assertEquals(
                "t.csv has 6 rows for 2 maps, expected one row for each map.",
                assertThrows(InputException.class, () -> Designs.fromFormula("1", TABLE, List.of("A", "B")))
                        .getMessage());
    }
}
