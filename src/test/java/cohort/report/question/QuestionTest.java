package cohort.report.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.TinyCohort;
import cohort.analysis.record.AnalysedSubject;
import cohort.analysis.record.Gaps;
import cohort.analysis.record.HowTested;
import cohort.analysis.record.RunRecord;
import cohort.analysis.record.Sample;
import cohort.analysis.record.Shuffled;
import cohort.analysis.results.ContrastResults;
import cohort.analysis.results.GroupResults;
import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.Contrast;
import cohort.design.matrix.DesignMatrix;
import cohort.design.strata.ErrorStrata;
import cohort.design.strata.ErrorStratum;
import cohort.glm.CovariateVoxels;
import cohort.glm.Smoothness;
import cohort.mask.Mask;
import cohort.mask.Zeros;
import cohort.permute.nulls.Tail;
import cohort.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrasts as questions, and terms and samples in words. */
class QuestionTest {
    private static final int MAPS = 12;
    private static final List<String> IDS =
            IntStream.range(0, MAPS).mapToObj(s -> "m" + s).toList();
    private static final Table TABLE = Table.of(
            "t.tsv",
            List.of("sex", "dx", "age", "iq", "drug", "visit", "person", "time"),
            IntStream.range(0, MAPS)
                    .mapToObj(s -> List.of(
                            s % 2 == 0 ? "Female" : "Male",
                            List.of("control", "patient", "relative").get(s / 2 % 3),
                            "" + (20 + 7 * s % 31),
                            "" + (90 + 11 * s % 17),
                            s % 4 < 2 ? "yes" : "no",
                            "ses" + (1 + s % 2),
                            "p" + s / 2,
                            "" + (1 + s % 2)))
                    .toList());

    private static GroupResults results(DesignMatrix design, List<Contrast> contrasts, Tail tail, int subjects) {
        List<ErrorStratum> strata = ErrorStrata.of(design, contrasts);
        List<ContrastResults> tested = IntStream.range(0, contrasts.size())
                .mapToObj(c -> new ContrastResults(
                        contrasts.get(c),
                        new HowTested(
                                contrasts.get(c).isF() ? "positive" : tail.toString(),
                                5,
                                0,
                                MAPS,
                                subjects,
                                strata.isEmpty() ? "maps" : strata.get(c).kind().words()),
                        Map.of(),
                        List.of()))
                .toList();
        RunRecord run = new RunRecord(
                "",
                Map.of(),
                Map.of(),
                "",
                List.of(),
                IntStream.range(0, MAPS)
                        .mapToObj(s -> new AnalysedSubject(IDS.get(s), "", 0, 1 + s * subjects / MAPS))
                        .toList(),
                List.of(),
                List.of(),
                design.columns(),
                design.factors(),
                "",
                List.of(),
                5,
                1,
                1,
                0,
                Smoothness.UNKNOWN,
                0,
                Zeros.NONE,
                Gaps.NONE,
                0,
                0,
                CovariateVoxels.NONE,
                Shuffled.NOTHING,
                List.of(),
                Map.of());
        return new GroupResults(run, Mask.of(TinyCohort.grid(), TinyCohort.mask()), design, tested, List.of());
    }

    private static String question(String model, String contrast, Tail tail, int subjects) {
        DesignMatrix design = Designs.fromFormula(model, TABLE, IDS);
        GroupResults results = results(design, Contrasts.parseAll(contrast, design), tail, subjects);
        return new Question(results, results.contrasts().get(0)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        sex | sex.Male | BOTH | Where do Male and Female differ?
        sex | -sex.Male | POSITIVE | Where is Female greater than Male?
        sex | sex.Male | NEGATIVE | Where is Male less than Female?
        0 + sex | sex.Male - sex.Female | BOTH | Where do Male and Female differ?
        0 + sex | sex.Male | BOTH | Where is the mean of Male different from zero?
        dx | dx.patient | BOTH | Where do patient and control differ?
        dx + age | dx.patient | POSITIVE | Where is patient greater than control, allowing for age?
        dx + age | dx.relative - dx.patient | POSITIVE | Where is relative greater than patient, allowing for age?
        C(dx, ref=patient) | dx.control | BOTH | Where do control and patient differ?
        0 + C(dx, ref=patient) | dx.patient - dx.control | POSITIVE | Where is patient greater than control?
        dx | dx.patient; dx.relative | POSITIVE | Where do control, patient and relative differ?
        0 + dx | dx.control - dx.patient; dx.patient - dx.relative | POSITIVE | Where do control, patient and relative differ?
        dx | dx.patient; dx.patient + dx.relative | POSITIVE | Where do control, patient and relative differ?
        age + dx + sex | age | BOTH | Where does the map change with age, allowing for dx and sex?
        center(age) + iq | center.age | NEGATIVE | Where does the map decrease with age, allowing for iq?
        age | -age | POSITIVE | Where does the map decrease with age?
        drug | drug.yes | BOTH | Where do drug yes and drug no differ?
        sex * age | sex.Male:age | BOTH | Where does the effect of age depend on sex?
        (age > 30) * iq | age.gt.30.TRUE:iq | BOTH | Where does the effect of iq depend on age above 30?
        dx + bs(age, df=4) | pairwise(dx) | BOTH | Where do patient and control differ, allowing for age?
        dx + bs(age, df=4) | bs.age.1; bs.age.2; bs.age.3; bs.age.4 | POSITIVE | Where does the map change with age, allowing for dx?
        poly(age, 2) | poly.age.1; poly.age.2 | POSITIVE | Where does the map change with age?
        log(age) + sex | log.age | POSITIVE | Where does the map increase with log(age), allowing for sex?
        scale(log(age)) | scale.log.age | BOTH | Where does the map change with log(age)?
        C(dx, Sum) | dx.S.control; dx.S.patient | POSITIVE | Where do control, patient and relative differ?
        C(dx, Sum) | dx.S.control - dx.S.patient | POSITIVE | Where is control greater than patient?
        C(dx, Sum) + age | pairwise(dx) | POSITIVE | Where is patient greater than control, allowing for age?
        C(dx, Helmert) | dx.H.patient | POSITIVE | Where is patient greater than control?
        C(dx, Diff) | dx.D.relative | NEGATIVE | Where is relative less than patient?
        C(dx, Poly) | dx.Linear | POSITIVE | Where is relative greater than control?
        (age > 30) + iq | age.gt.30.TRUE | POSITIVE | Where is age above 30 greater than age up to 30, allowing for iq?
        iq + (age <= 30) | iq | BOTH | Where does the map change with iq, allowing for age up to 30?
        (dx == 'patient') | `dx.eq.patient.TRUE` | BOTH | Where do dx patient and dx other than patient differ?
        dx * age | cell(dx=patient, age=30) - cell(dx=control, age=30) | BOTH | Where do patient at age 30 and control at age 30 differ?
        dx * age + sex | pairwise(dx, age=30) | NEGATIVE | Where is patient at age 30 less than control at age 30, allowing for sex?
        dx * age | cell(age=30) | POSITIVE | Where is the mean at age 30 greater than zero?
        """)
    void aContrastOfLevelsOrSlopesIsAskedInWordsOfTheData(String model, String contrast, Tail tail, String text) {
        assertEquals(text, question(model, contrast, tail, MAPS));
    }

    /** Beside an interaction, a factor's coefficient is its effect at one level or at zero of the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        sex * age | sex.Male | BOTH | Where is the effect of sex.Male different from zero, allowing for age and sex × age?
        dx | dx.patient - 0.5 * dx.relative | BOTH | Where is the contrast dx.patient - 0.5 * dx.relative different from zero?
        dx + age | dx.patient; age | POSITIVE | Where is any of dx.patient, age different from zero?
        age + iq | age - iq | POSITIVE | Where is the contrast age - iq greater than zero?
        age + I(age^2) | age | BOTH | Where is the effect of age different from zero, allowing for I(age^2)?
        age + log(age) | log.age | BOTH | Where is the effect of log.age different from zero, allowing for age?
        age + (age > 30) | age | BOTH | Where is the effect of age different from zero, allowing for age above 30?
        C(dx, Sum) | dx.S.control | BOTH | Where is the effect of dx.S.control different from zero?
        iq * (age > 30) | age.gt.30.TRUE | BOTH | Where is the effect of age.gt.30.TRUE different from zero, allowing for iq and iq × age above 30?
        bs(age, df=4) | bs.age.2 | BOTH | Where is the effect of bs.age.2 different from zero?
        time | time | BOTH | Where is the effect of time different from zero?
        1 | intercept | BOTH | Where is the mean of the 12 maps different from zero?
        age | intercept | BOTH | Where is the mean of the 12 maps at age 0 different from zero?
        age + iq | intercept | NEGATIVE | Where is the mean of the 12 maps at age 0 and iq 0 less than zero?
        center(age) | intercept | BOTH | Where is the mean of the 12 maps different from zero, allowing for age?
        center(age) + iq | intercept | POSITIVE | Where is the mean of the 12 maps at iq 0 greater than zero, allowing for age?
        age + I(age^2) | intercept | BOTH | Where is the intercept different from zero, allowing for age and I(age^2)?
        sex + age | intercept | BOTH | Where is the intercept different from zero, allowing for sex and age?
        """)
    void anotherContrastIsAskedAsItIsWritten(String model, String contrast, Tail tail, String text) {
        assertEquals(text, question(model, contrast, tail, MAPS));
    }

    @Test
    void withinSubjectsTheSubjectIsNoCovariate() {
        assertEquals(
                "Where does ses2 differ from ses1?", question("visit + person", "visit.ses2", Tail.BOTH, MAPS / 2));
        assertEquals(
                "Where is ses2 greater than ses1?",
                question("visit + Error(person)", "visit.ses2", Tail.POSITIVE, MAPS / 2));
    }

    @Test
    void termsAreNamedWithoutTheirDummies() {
        DesignMatrix design =
                Designs.fromFormula("visit * sex + person + poly(age, 2) + center(iq) + (age > 30)", TABLE, IDS);
        assertEquals(
                List.of(
                        "visit (2 levels)",
                        "sex (2 levels)",
                        "person (6 levels)",
                        "age (2 regressors)",
                        "iq",
                        "age above 30",
                        "visit × sex"),
                ModelTerm.of(design).stream().map(term -> term.counted(design)).toList());
    }

    /** The names of regressors that were read from a file say nothing of factors. */
    @Test
    void regressorsOfAFileAreNamedAsTheyAre() {
        DesignMatrix design = Designs.fromFormula("sex + age", TABLE, IDS);
        DesignMatrix file =
                new DesignMatrix(design.columns(), design.values(), design.ids(), Optional.empty(), Map.of());
        assertEquals(
                List.of("sex.Male", "age"),
                ModelTerm.of(file).stream().map(term -> term.counted(file)).toList());
        GroupResults results = results(file, Contrasts.parseAll("sex.Male", file), Tail.BOTH, MAPS);
        assertEquals(
                "Where is the effect of sex.Male different from zero, allowing for age?",
                new Question(results, results.contrasts().get(0)).text());
    }

    @Test
    void mapsAreCountedAsMapsAndSubjectsAsSubjects() {
        assertEquals("12 subjects", new Sample(12, 12, true).words());
        assertEquals("one map for each of 12 subjects", new Sample(12, 12, true).source());
        assertEquals("24 maps of 12 subjects", new Sample(24, 12, true).words());
        assertEquals("24 maps of 12 subjects", new Sample(24, 12, true).source());
        assertEquals("24 maps", new Sample(24, 24, false).source());
        Sample paired = new Sample(24, 12, true);
        assertEquals(
                "one contrast of the maps of each of 12 subjects",
                paired.units(new HowTested("both", 11, 0, 12, 12, "contrasts within subjects")));
        assertEquals(
                "2 contrasts of the maps of each of 10 subjects",
                paired.units(new HowTested("positive", 18, 0, 20, 10, "contrasts within subjects")));
        assertEquals(
                "the mean of the maps of each of 12 subjects",
                paired.units(new HowTested("both", 10, 0, 12, 12, "means of subjects")));
        assertEquals("24 maps of 12 subjects", paired.units(new HowTested("both", 11, 0, 24, 24, "maps")));
        assertEquals("24 maps of 12 subjects", paired.units(new HowTested("both", 11, 0, 24, 12, "maps of subjects")));
    }
}
