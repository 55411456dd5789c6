package cohort.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyCohort;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.Headless;
import cohort.imagej.macro.MacroRun;
import cohort.study.StudyCheck.State;
import cohort.table.Table;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyTest {
    private static final int MAPS = 12;

    @TempDir
    Path folder;

    private Path table;

    /** Two sessions of six persons, in two groups and at three sites. */
    @BeforeEach
    void write() throws IOException {
        Headless.start();
        double[][] values = TinyCohort.maps();
        Random random = new Random(2);
        StringBuilder text = new StringBuilder("participant_id\tmap\tperson\tsession\tsex\tsite\tage\twave\n");
        for (int i = 0; i < MAPS; i++) {
            for (int v = 0; v < values[i].length; v++) values[i][v] += random.nextGaussian();
            Volumes.write(Volume.of(TinyCohort.grid(), values[i]), folder.resolve(i + ".nii"), "");
            text.append(String.join(
                    "\t",
                    "m" + i,
                    i + ".nii",
                    "p" + i % 6,
                    i < 6 ? "before" : "after it",
                    i % 6 < 3 ? "f" : "m",
                    "s" + i % 3,
                    20 + 7 * i % 31 + "",
                    "w" + i / 4 + "\n"));
        }
        table = Files.writeString(folder.resolve("participants.tsv"), text);
    }

    private Study study() {
        return Study.EMPTY.with(
                Map.of("maps", table.toString(), "mask", "background", "permutations", "30", "cluster_p", "0.01"));
    }

    @Test
    void itsKeysAreThoseOfTheCommand() {
        assertTrue(Study.EMPTY.changed().isEmpty());
        Study study = study().with("fwhm", "3");
        assertEquals(study, Study.fromJson(study.toJson()));
        assertEquals("3.0", study.settings().values().get("fwhm"));
        assertThrows(InputException.class, () -> study.with("permutation", "3"));
        assertThrows(InputException.class, () -> Study.fromJson("[1]"));
        assertThrows(InputException.class, () -> study.with("fwhm", "wide").settings());
    }

    @Test
    void eachKeyIsFilledInAtOneStep() {
        assertEquals(
                List.of("background", "output"),
                Study.EMPTY.keys().keySet().stream()
                        .filter(key -> Step.of(key) == Step.RUN)
                        .toList());
    }

    /** Each card's keys make a model that can be tested; contrasts as R would write them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ONE_SAMPLE            |                 | 1                  | \"\"",
                "TWO_GROUPS            | sex             | sex                | sex.m",
                "PAIRED                | session,person  | session + person   | session.before",
                "CORRELATION           | age             | age                | age",
                "GROUPS_WITH_COVARIATE | sex,age         | sex + age          | sex.m",
                "SEVERAL_GROUPS        | site            | site               | site.s1; site.s2",
                "REPEATED_MEASURES     | wave,site       | wave + site        | wave.w1; wave.w2",
                "INTERACTION           | sex,age         | sex * age          | sex.m:age"
            })
    void aCardFillsInModelAndContrast(QuestionCard card, String columns, String model, String contrast) {
        Table participants = Table.read(table);
        QuestionCard.Columns all = new QuestionCard.Columns(participants);
        List<String> chosen = columns == null ? List.of() : List.of(columns.split(","));
        for (int slot = 0; slot < chosen.size(); slot++)
            assertTrue(card.slots().get(slot).columns(all).contains(chosen.get(slot)), chosen.get(slot));
        Map<String, String> keys = card.keys(chosen, all);
        assertEquals(model, keys.get("model"));
        assertEquals(contrast, keys.get("contrast"));
        Study asked = study().with(keys);
        StudyCheck check = StudyCheck.of(asked, OpenImages.NONE);
        assertEquals(Map.of(), check.mistakes());
        assertTrue(check.preview().isPresent());
        QuestionOffer offer = QuestionOffer.of(asked, participants);
        assertEquals(card, offer.asked());
        assertEquals(chosen, offer.columns());
    }

    /** A level is said to be higher if its regressor has the weight 1, on the side that is tested. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ONE_SAMPLE            |                | negative | Where is the mean of all subjects below zero?",
                "TWO_GROUPS            | sex            | positive | Where are maps higher in m than in f (sex)?",
                "PAIRED                | session,person | both     | Within subjects, where do maps differ between before and after it (session)?",
                "CORRELATION           | age            | negative | Where do maps fall with age?",
                "GROUPS_WITH_COVARIATE | sex,age        | both     | Where do maps differ between m and f (sex), at equal age?",
                "SEVERAL_GROUPS        | site           | both     | Where does any group of site differ from another?",
                "REPEATED_MEASURES     | wave,person    | both     | Within subjects, where does any wave differ from another?",
                "INTERACTION           | sex,age        | positive | Where is the slope of age higher in m than in f (sex)?"
            })
    void aCardAsksInWords(QuestionCard card, String columns, String tail, String words) {
        Table participants = Table.read(table);
        List<String> chosen = columns == null ? List.of() : List.of(columns.split(","));
        Study asked = study().with("tail", tail).with(card.keys(chosen, new QuestionCard.Columns(participants)));
        assertEquals(words, QuestionOffer.of(asked, participants).asks());
    }

    @Test
    void aFormulaOfItsOwnIsNoCard() {
        Table participants = Table.read(table);
        assertEquals(
                QuestionCard.OWN,
                QuestionOffer.of(study().with("model", "age + site"), participants)
                        .asked());
        QuestionCard.Columns all = new QuestionCard.Columns(participants);
        assertTrue(QuestionCard.TWO_GROUPS.slots().get(0).columns(all).contains("session"));
        assertFalse(QuestionCard.TWO_GROUPS.slots().get(0).columns(all).contains("site"));
        assertFalse(QuestionCard.PAIRED.suits(
                new QuestionCard.Columns(Table.of("x", List.of("a"), List.of(List.of("1"), List.of("2"))))));
    }

    @Test
    void eachStepSaysHowItStands() {
        assertEquals(State.NOT_YET, StudyCheck.NOTHING.state(Step.MAPS));
        StudyCheck good = StudyCheck.of(study(), OpenImages.NONE);
        for (Step step : List.of(Step.MAPS, Step.QUESTION, Step.VOXELS, Step.TEST))
            assertEquals(State.DONE, good.state(step));
        assertEquals(MAPS, good.cohort().orElseThrow().size());
        assertEquals(State.NEEDS_ATTENTION, check("maps", "nowhere").state(Step.MAPS));
        assertEquals(State.NEEDS_ATTENTION, check("model", "weight").state(Step.QUESTION));
        assertEquals(State.NEEDS_ATTENTION, check("contrast", "age").state(Step.QUESTION));
        StudyCheck test = check("seed", "-1");
        assertEquals(State.NEEDS_ATTENTION, test.state(Step.TEST));
        assertEquals(State.DONE, test.state(Step.MAPS));
        assertTrue(
                test.mistakes().get(Step.TEST).startsWith("seed: found -1"),
                test.mistakes().toString());
    }

    private StudyCheck check(String key, String value) {
        return StudyCheck.of(study().with(key, value), OpenImages.NONE);
    }

    @Test
    void whatIsShuffledIsKnownBeforeAMapIsRead() {
        StudyCheck check = StudyCheck.of(study().with("permutations", "999"), OpenImages.NONE);
        assertEquals(4096, check.preview().orElseThrow().labellings());
        assertEquals(
                "Tested by sign flips, because the contrast tests a mean. There are 4,096 distinct"
                        + " sign flips; the smallest possible p is 0.001.",
                check.shuffling());
        String few = StudyCheck.of(study().with("leave_out", "m0;m1;m2;m3;m4;m5;m6;m7"), OpenImages.NONE)
                .shuffling();
        assertTrue(few.endsWith("is 0.063, too few for p = 0.05: nothing can be significant."), few);
    }

    /** Copied lines reproduce the bytes. */
    @Test
    void aMacroAndAScriptDoWhatTheStudySays() throws IOException {
        Study study = study().with(QuestionCard.PAIRED.keys(
                List.of("session", "person"), new QuestionCard.Columns(Table.read(table))));
        Path direct = folder.resolve("direct"), macro = folder.resolve("a macro"), groovy = folder.resolve("groovy");
        GroupAnalysis.load(study.settings(), OpenImages.NONE, Progress.NONE)
                .permute()
                .write(direct);
        assertEquals(
                Optional.empty(),
                MacroRun.run(study.with("output", macro.toString()).macro(), ""));
        new GroovyShell().evaluate(study.with("output", groovy.toString()).groovy());
        for (String map : new String[] {"t", "logpMaxT", "logpMaxSize"}) {
            String name = "contrast-sessionBefore_stat-" + map + "_statmap.nii.gz";
            assertArrayEquals(Files.readAllBytes(direct.resolve(name)), Files.readAllBytes(macro.resolve(name)));
            assertArrayEquals(Files.readAllBytes(direct.resolve(name)), Files.readAllBytes(groovy.resolve(name)));
        }
        assertEquals(
                study.with("output", macro.toString()).settings(),
                Study.of(macro.resolve("run.json")).settings());
        assertFalse(study.macro().contains("method"), "only what differs from the defaults");
        assertTrue(study.python().contains("permutations=30"), study.python());
    }
}
