package cohort.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.macro.MacroRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with what a user gives, a macro gets one sentence that names the file or the option, and no file is
 * left behind.
 */
class BadInputTest {
    static {
        Headless.start();
    }

    private static final String MASK = "Group Mask...", MODEL = "Second-Level Model...";
    private static final String TEST = "Permutation Inference...", GRID = "Subject Grid...", GLASS = "Glass Brain...";

    /** What stands before the sentence when the interpreter tells it. */
    private static final Pattern LINE = Pattern.compile("line \\d+: ");

    /** A class by its full name or an exception by its short one; no user should meet them. */
    private static final Pattern CLASS =
            Pattern.compile("\\w+(Exception|Error)\\b|\\b(java|cohort|ij)\\.[a-z]+[.\\w]*");

    /** The end of a sentence within the text. */
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+\\p{Lu}");

    @TempDir
    Path folder;

    private TinyStudy study;

    @BeforeEach
    void makeStudy() throws IOException {
        study = TinyStudy.in(folder);
    }

    /** A way to damage the study. */
    interface Damage {
        void to(TinyStudy study) throws IOException;
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("missing file", s -> Files.delete(s.map(2)), "sub-3.nii"),
                damage("empty file", s -> Files.write(s.map(2), new byte[0]), "sub-3.nii"),
                damage("truncated file", s -> s.cut(s.map(2), 1), "sub-3.nii"),
                damage("header cut short", s -> Files.write(s.map(2), new byte[200]), "sub-3.nii"),
                damage("gzip cut short", s -> gzipCutShort(s, 40), "sub-3.nii.gz"),
                damage("gzip without its last byte", s -> gzipCutShort(s, 1), "sub-3.nii.gz"),
                damage("size too large", s -> s.editHeader(2, b -> b.putShort(42, (short) 30000)), "sub-3.nii"),
                damage("size below 1", s -> s.editHeader(2, b -> b.putShort(44, (short) -5)), "sub-3.nii"),
                damage("number of axes", s -> s.editHeader(2, b -> b.putShort(40, (short) 9)), "sub-3.nii"),
                damage("unknown datatype", s -> s.editHeader(2, b -> b.putShort(70, (short) 999)), "sub-3.nii"),
                damage("larger datatype", s -> s.editHeader(2, b -> b.putShort(70, (short) 64)), "sub-3.nii"),
                damage("offset beyond the end", s -> s.editHeader(2, b -> b.putFloat(108, 1e9f)), "sub-3.nii"),
                damage("offset that is no number", s -> s.editHeader(2, b -> b.putFloat(108, Float.NaN)), "sub-3.nii"),
                damage("another size", s -> s.write(2, s.smaller()), "sub-3"),
                damage("another affine", s -> s.write(2, shifted()), "sub-3"),
                damage("four dimensions", s -> fourDimensional(s), "sub-3.nii"),
                damage(
                        "text in place of an image",
                        s -> Files.writeString(s.map(2), "1\t2\n".repeat(200)),
                        "sub-3.nii"),
                damage("one subject", s -> s.editTable(t -> firstLines(t, 2)), "participants.tsv"),
                damage("no subject", s -> s.editTable(t -> firstLines(t, 1)), "participants.tsv"),
                damage(
                        "no column map",
                        s -> s.editTable(t -> t.replace("\tmap\t", "\twhere\t")),
                        "participants.tsv",
                        "map"),
                damage(
                        "a row twice",
                        s -> s.editTable(t -> t + t.lines().skip(3).findFirst().orElseThrow() + "\n"),
                        "sub-3"),
                damage(
                        "an id twice",
                        s -> s.editTable(t -> t.replace("sub-3\t", "sub-2\t")),
                        "sub-2",
                        "participant_id"),
                damage(
                        "a cell too few",
                        s -> s.editTable(t -> t.replace("sub-3.nii\t45", "sub-3.nii")),
                        "participants.tsv"),
                damage("an empty map", s -> s.editTable(t -> t.replace("sub-3.nii", "")), "map", "participants.tsv"),
                damage("an empty table", s -> s.editTable(t -> ""), "participants.tsv"),
                damage("no table", s -> Files.delete(s.table()), "participants.tsv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void damagedMapsAreRefused(String what, Damage damage, List<String> named) throws IOException {
        damage.to(study);
        for (String command : List.of(MASK, MODEL, TEST)) assertRefused(command, results(), "", named);
        assertRefused(GRID, folder.resolve("grid.png"), "", named);
    }

    static Stream<Arguments> emptyData() {
        return Stream.of(
                damage("NaN everywhere in a subject", s -> s.edit(2, v -> Arrays.fill(v, Double.NaN)), "sub-3"),
                damage("NaN everywhere", s -> everywhere(s, Double.NaN), "mask"),
                damage("0 everywhere", s -> everywhere(s, 0), "mask"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("emptyData")
    void mapsWithoutDataAreRefused(String what, Damage damage, List<String> named) throws IOException {
        damage.to(study);
        for (String command : List.of(MASK, MODEL, TEST)) assertRefused(command, results(), "", named);
    }

    @Test
    void aSubjectWithoutDataIsNamedWhateverTheMask() throws IOException {
        study.edit(2, v -> Arrays.fill(v, Double.NaN));
        assertRefused(MODEL, results(), "mask=[" + study.image("ones.nii", 1) + "]", List.of("sub-3"));
        for (String strategy : List.of("background", "epi", "intersection", "multi-background"))
            assertRefused(MASK, results(), "mask=" + strategy, List.of("sub-3"));
    }

    @Test
    void mapsOfOneValueAreRefused() throws IOException {
        for (int s = 0; s < TinyStudy.SUBJECTS; s++) study.edit(s, v -> Arrays.fill(v, 1.5));
        for (String command : List.of(MODEL, TEST))
            assertRefused(
                    command,
                    results(),
                    "mask=[" + study.image("ones.nii", 1) + "]",
                    List.of("the same value in all maps", "none is left"));
    }

    @Test
    void aMaskThatDoesNotFitIsRefused() throws IOException {
        Volumes.write(study.smaller(), study.folder().resolve("small.nii"), "small");
        for (String command : List.of(MODEL, TEST)) {
            assertRefused(command, results(), "mask=[" + study.image("zeros.nii", 0) + "]", List.of("mask"));
            assertRefused(command, results(), "mask=[" + study.folder().resolve("small.nii") + "]", List.of("mask"));
            assertRefused(command, results(), "mask=[" + folder.resolve("none.nii") + "]", List.of("none.nii"));
            assertRefused(command, results(), "mask=brain", List.of("mask", "brain", "auto"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub-1.nii", "nothing-*.nii", "nowhere", "empty"})
    void aSourceOfFewerThanTwoMapsIsRefused(String source) throws IOException {
        Files.createDirectory(study.folder().resolve("empty"));
        String maps = study.folder().resolve(source).toString();
        for (String command : List.of(MASK, MODEL, TEST))
            assertReason(run(command, "maps=[" + maps + "] output=[" + results() + "]"), List.of(source));
        assertReason(run(GRID, "maps=[" + maps + "] output=[" + folder.resolve("grid.png") + "]"), List.of(source));
    }

    @ParameterizedTest
    @CsvSource({
        "Group Mask..., mask=brain, mask",
        "Group Mask..., missing=maybe, missing",
        "Second-Level Model..., missing=maybe, missing",
        "Second-Level Model..., model=[1+foo], foo",
        "Second-Level Model..., model=[1+], 1+",
        "Second-Level Model..., contrast=nope, nope",
        "Second-Level Model..., contrast=[2*], contrast",
        "Second-Level Model..., design=nowhere.tsv, nowhere.tsv",
        "Second-Level Model..., fwhm=-1, fwhm",
        "Second-Level Model..., fwhm=NaN, fwhm",
        "Second-Level Model..., fwhm=1e300, fwhm",
        "Permutation Inference..., threads=1000000, threads",
        "Second-Level Model..., fwhm=wide, fwhm",
        "Permutation Inference..., missing=maybe, missing",
        "Permutation Inference..., model=[1+foo], foo",
        "Permutation Inference..., contrast=nope, nope",
        "Permutation Inference..., fwhm=-1, fwhm",
        "Permutation Inference..., permutations=0, permutations",
        "Permutation Inference..., permutations=-5, permutations",
        "Permutation Inference..., permutations=1.5, permutations",
        "Permutation Inference..., permutations=many, permutations",
        "Permutation Inference..., permutations=99999999999, permutations",
        "Permutation Inference..., seed=-1, seed",
        "Permutation Inference..., seed=x, seed",
        "Permutation Inference..., tail=up, tail",
        "Permutation Inference..., cluster_p=3, cluster_p",
        "Permutation Inference..., cluster_p=-0.1, cluster_p",
        "Permutation Inference..., cluster_p=NaN, cluster_p",
        "Permutation Inference..., threads=-1, threads",
        "Permutation Inference..., tfce=perhaps, tfce",
        "Permutation Inference..., permutation=100, permutations",
        "Group Mask..., fwhm=8, fwhm",
        "Second-Level Model..., fwhm=8 fwhm=6, fwhm",
        "Second-Level Model..., smoothing=8, fwhm",
        "Second-Level Model..., contrast=[intercept, contrast",
        "Second-Level Model..., contrast=no/such.con, there is no file no/such.con",
        "Second-Level Model..., contrast=[1 -1], 2 numbers",
        "Second-Level Model..., leave_out=sub-9, sub-9",
        "Group Mask..., leave_out=[age > old], old",
        "Group Mask..., leave_out=[1; 2; 3; 4; 5], leave_out"
    })
    void anOptionThatMakesNoSenseIsRefused(String command, String option, String named) throws IOException {
        assertRefused(command, results(), option, List.of(named));
    }

    @ParameterizedTest
    @CsvSource({
        "shuffle=none, shuffle",
        "shuffle=permutations, shuffle", // which leave a mean as it is
        "shuffle=permutations model=[1 + age] contrast=age blocks=age, shuffle", // a block for each subject
        "method=fisher, method",
        "connectivity=7, connectivity",
        "blocks=nosuch, nosuch",
        "variance_groups=nosuch, nosuch",
        "variance_groups=age method=manly, method",
        "uncorrected=maybe, uncorrected",
        "effect_sizes=maybe, effect_sizes",
        "approximation=normal, approximation",
        "stop_after=-1, stop_after",
        "stop_after=5 approximation=tail, stop_after",
        "stop_after=5 uncorrected=true, stop_after",
        "contrast=[intercept | nope], nope",
        "contrast=[| intercept], contrast",
        "model=[1 + age] contrast=[age; 2*age], linearly dependent rows",
        "tail=[both|positive|negative], tail",
        "model=C(age) contrast=intercept, regressors"
    })
    void aTestThatCannotBeMadeIsRefused(String option, String named) throws IOException {
        assertRefused(TEST, results(), option, List.of(named));
    }

    @ParameterizedTest
    @CsvSource({
        "views=q, views",
        "views=zz, views",
        "threshold=-1, threshold",
        "vmax=-2, vmax",
        "threshold=3 vmax=2, vmax",
        "columns=-1, columns",
        "columns=two, columns",
        "colums=2, columns"
    })
    void aFigureThatMakesNoSenseIsRefused(String option, String named) throws IOException {
        assertRefused(GRID, folder.resolve("grid.png"), option, List.of(named));
        assertGlassRefused(study.map(0).toString(), option, named);
    }

    @ParameterizedTest
    @CsvSource({
        "lut=foo, lut",
        "title=[a;b], title",
        "abs=perhaps, abs",
        "mask=nowhere.nii, mask: nowhere.nii",
        "mask=none, mask: none"
    })
    void aGlassBrainThatMakesNoSenseIsRefused(String option, String named) throws IOException {
        assertGlassRefused(study.map(0).toString(), option, named);
    }

    @Test
    void imagesThatCannotBeDrawnAreRefused() throws IOException {
        Volumes.write(study.smaller(), study.folder().resolve("small.nii"), "small");
        study.cut(study.map(1), 1000);
        assertGlassRefused("", "", "images");
        assertGlassRefused("nowhere.nii", "", "nowhere.nii");
        assertGlassRefused(study.map(0) + ";;" + study.map(2), "", "images");
        assertGlassRefused(study.folder().toString(), "", study.folder().toString());
        assertGlassRefused(study.map(1).toString(), "", "sub-2.nii");
        assertGlassRefused(study.map(0).toString(), "mask=[" + study.folder().resolve("small.nii") + "]", "mask");
    }

    @Test
    void aFigureIsAPng() throws IOException {
        assertRefused(GRID, folder.resolve("grid.jpg"), "", List.of("output", "grid.jpg", ".png"));
        assertRefused(GRID, folder.resolve("grid"), "", List.of("output", ".png"));
        assertReason(
                run(GLASS, "image=[" + study.map(0) + "] output=[" + folder.resolve("glass.tif") + "]"),
                List.of("output", "glass.tif", ".png"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file, not a folder");
        for (Path output : List.of(file, file.resolve("results"), file.resolve("a/b"))) {
            for (String command : List.of(MASK, MODEL, TEST))
                assertReason(
                        run(command, "maps=[" + study.table() + "] output=[" + output + "]"),
                        List.of("output", output.toString()));
            assertReason(run("Sample Cohort...", "output=[" + output + "]"), List.of("output", output.toString()));
        }
        Path figure = file.resolve("grid.png");
        assertReason(run(GRID, "maps=[" + study.table() + "] output=[" + figure + "]"), List.of(figure.toString()));
        Path taken = Files.createDirectory(folder.resolve("folder.png"));
        assertReason(run(GRID, "maps=[" + study.table() + "] output=[" + taken + "]"), List.of(taken.toString()));
        assertEquals("a file, not a folder", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({"subjects=1, subjects", "subjects=-3, subjects", "subjects=few, subjects", "sead=1, seed"})
    void aSampleCohortThatMakesNoSenseIsRefused(String option, String named) throws IOException {
        assertReason(run("Sample Cohort...", "output=[" + results() + "] " + option), List.of(named));
        assertNothingIn(results());
    }

    @Test
    void aSampleCohortNeedsAFolderOfItsOwn() throws IOException {
        String table = Files.readString(study.table());
        assertReason(run("Sample Cohort...", "output=[" + study.folder() + "]"), List.of("participants.tsv"));
        assertReason(run("Sample Cohort...", "output=[]"), List.of("output"));
        assertReason(run("Sample Cohort...", ""), List.of("folder"));
        assertEquals(table, Files.readString(study.table()));
    }

    @ParameterizedTest
    @ValueSource(strings = {MASK, MODEL, TEST, GRID})
    void withoutMapsNothingIsDone(String command) throws IOException {
        assertReason(run(command, ""), List.of("maps"));
        assertReason(run(command, "maps=[]"), List.of("maps"));
    }

    /** What was there before a run that fails is there after it. */
    @Test
    void olderResultsSurvive() throws IOException {
        Files.createDirectories(results());
        Files.writeString(results().resolve("mask.nii.gz"), "older");
        study.cut(study.map(2), 1);
        for (String command : List.of(MASK, MODEL, TEST))
            assertReason(run(command, options(results(), "")), List.of("sub-3.nii"));
        assertEquals("older", Files.readString(results().resolve("mask.nii.gz")));
    }

    /** A contrast's file that no disk takes, with maps that cannot be read: the first is found first. */
    @Test
    void aFileNameThatIsTooLongIsFoundBeforeAMapIsRead() throws IOException {
        String factor = "a".repeat(230);
        study.editTable(table -> table.replace("\tage\n", "\t" + factor + "\n"));
        study.cut(study.map(2), 1000);
        for (String command : List.of(MODEL, TEST))
            assertRefused(
                    command,
                    results(),
                    "model=[1 + " + factor + "] contrast=" + factor,
                    List.of("contrast", "expected at most 255"));
    }

    private Path results() {
        return folder.resolve("results");
    }

    private String options(Path output, String more) {
        return "maps=[" + study.table() + "] output=[" + output + "] " + more;
    }

    private void assertRefused(String command, Path output, String option, List<String> named) throws IOException {
        assertReason(run(command, options(output, option)), named);
        assertNothingIn(output);
    }

    private void assertGlassRefused(String images, String option, String named) throws IOException {
        Path output = folder.resolve("glass.png");
        assertReason(run(GLASS, "image=[" + images + "] output=[" + output + "] " + option), List.of(named));
        assertNothingIn(output);
    }

    private static Optional<String> run(String command, String options) {
        return MacroRun.run("run(\"" + command + "\", \"" + options + "\");", "");
    }

    private static void assertReason(Optional<String> reason, List<String> named) {
        assertTrue(reason.isPresent(), () -> "no reason, expected one that names " + named);
        String sentence = LINE.matcher(reason.get()).replaceFirst("");
        for (String name : named) assertTrue(sentence.contains(name), () -> name + " is not named: " + sentence);
        assertTrue(sentence.endsWith(".") && !sentence.endsWith(".."), () -> "no full stop: " + sentence);
        assertFalse(sentence.contains("\n"), () -> "several lines: " + sentence);
        assertFalse(SENTENCE_END.matcher(sentence).find(), () -> "several sentences: " + sentence);
        assertFalse(CLASS.matcher(sentence).find(), () -> "names a class: " + sentence);
    }

    private static void assertNothingIn(Path output) throws IOException {
        if (!Files.exists(output)) return;
        assertTrue(Files.isDirectory(output), output + " was written");
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private static Arguments damage(String what, Damage damage, String... named) {
        return Arguments.of(what, damage, List.of(named));
    }

    private static void gzipCutShort(TinyStudy study, int bytes) throws IOException {
        Path packed = study.folder().resolve("sub-3.nii.gz");
        Volumes.write(TinyCohort.volumes()[2], packed, "subject 3");
        study.cut(packed, bytes);
        study.editTable(table -> table.replace("sub-3.nii", "sub-3.nii.gz"));
    }

    private static Volume shifted() {
        double[] affine = TinyCohort.grid().affine();
        affine[3] += 0.5;
        Grid grid = TinyCohort.grid();
        return Volume.of(new Grid(grid.nx(), grid.ny(), grid.nz(), affine), TinyCohort.maps()[2]);
    }

    /** Two volumes of half the height. */
    private static void fourDimensional(TinyStudy study) throws IOException {
        study.editHeader(
                2,
                header -> header.putShort(40, (short) 4).putShort(46, (short) 6).putShort(48, (short) 2));
    }

    private static void everywhere(TinyStudy study, double value) {
        for (int s = 0; s < TinyStudy.SUBJECTS; s++) study.edit(s, v -> Arrays.fill(v, value));
    }

    private static String firstLines(String text, int lines) {
        return String.join("\n", text.lines().limit(lines).toList()) + "\n";
    }
}
