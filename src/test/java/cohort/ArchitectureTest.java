package cohort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javassist.ClassPool;
import javassist.bytecode.CodeIterator;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.Mnemonic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: in which order the packages stand, and who may know of a user interface. */
@Tag("slow")
class ArchitectureTest {
    /** A package imports only what stands before it. */
    private static final List<String> ORDER = List.of(
            "cohort",
            "cohort.text",
            "cohort.files",
            "cohort.image",
            "cohort.image.stored",
            "cohort.image.nifti",
            "cohort.image.itk",
            "cohort.image.mgh",
            "cohort.image.screen",
            "cohort.image.tiff.field",
            "cohort.image.tiff.description",
            "cohort.image.tiff",
            "cohort.image.format",
            "cohort.image.resample",
            "cohort.memory",
            "cohort.matrix",
            "cohort.folder",
            "cohort.table",
            "cohort.subjects",
            "cohort.subjects.found",
            "cohort.subjects.content",
            "cohort.smooth",
            "cohort.mask",
            "cohort.region.names",
            "cohort.region",
            "cohort.region.values",
            "cohort.design.matrix",
            "cohort.design.basis",
            "cohort.design.formula",
            "cohort.design.coding",
            "cohort.design.contrast",
            "cohort.design.strata",
            "cohort.design",
            "cohort.glm",
            "cohort.effect",
            "cohort.cluster",
            "cohort.permute.nulls",
            "cohort.permute.shuffle",
            "cohort.permute.tile",
            "cohort.permute.screen",
            "cohort.permute.screen.group",
            "cohort.permute.model",
            "cohort.permute.local",
            "cohort.permute.several",
            "cohort.permute.statistic",
            "cohort.permute.executor",
            "cohort.permute.map",
            "cohort.permute",
            "cohort.threshold.statistic",
            "cohort.threshold.rule",
            "cohort.threshold.discovery",
            "cohort.threshold",
            "cohort.quality",
            "cohort.ops",
            "cohort.analysis.record",
            "cohort.analysis.results",
            "cohort.analysis.several",
            "cohort.analysis.explore",
            "cohort.analysis.model",
            "cohort.analysis",
            "cohort.analysis.region",
            "cohort.figure.paper",
            "cohort.figure.colour",
            "cohort.figure.space",
            "cohort.figure.anatomy",
            "cohort.figure.glass",
            "cohort.figure.slice",
            "cohort.figure.chart",
            "cohort.figure",
            "cohort.report.html",
            "cohort.report.question",
            "cohort.report.words",
            "cohort.report.viewer",
            "cohort.report.part",
            "cohort.report.section",
            "cohort.report.region",
            "cohort.report.comparison",
            "cohort.report",
            "cohort.data.sample",
            "cohort.data.download",
            "cohort.data.localizer",
            "cohort.data.template",
            "cohort.data.background",
            "cohort.data",
            "cohort.study",
            "cohort.command.viewer",
            "cohort.command.input",
            "cohort.command",
            "cohort.imagej.io",
            "cohort.imagej.message",
            "cohort.imagej.map.picture",
            "cohort.imagej.map",
            "cohort.imagej.viewer",
            "cohort.imagej.dialog",
            "cohort.imagej.workbench.widget",
            "cohort.imagej.workbench",
            "cohort.imagej.macro",
            "cohort.imagej");

    /** At most so many types a room, so that a reader finds one by looking. */
    private static final int MOST_TYPES = 16;

    /** One class for each item of the menu, which a reader finds by its name. */
    private static final Set<String> ROOMY = Set.of("cohort.command");

    /** What the rooms within a house show to those outside of it. All else in them is for their own house. */
    private static final Set<String> DOORS = Set.of(
            "analysis.explore.ExplorationFiles",
            "analysis.explore.ExploredClusters",
            "analysis.model.ErrorRule",
            "analysis.record.AnalysedSubject",
            "analysis.record.Gaps",
            "analysis.record.HowTested",
            "analysis.record.InputFile",
            "analysis.record.MapHeaders",
            "analysis.record.MapOrigin",
            "analysis.record.RunRecord",
            "analysis.record.Sample",
            "analysis.record.Shuffled",
            "analysis.record.Software",
            "analysis.record.TestedContrast",
            "analysis.region.RegionAnalysis",
            "analysis.region.RegionFolder",
            "analysis.region.RegionRecord",
            "analysis.region.RegionResults",
            "analysis.region.RegionRun",
            "analysis.region.RegionSettings",
            "analysis.region.RegionValue",
            "analysis.results.AnalysedMaps",
            "analysis.results.ContrastResults",
            "analysis.results.GroupResults",
            "analysis.results.PermutationTests",
            "analysis.results.ListedClusters",
            "analysis.results.ModelSeries",
            "analysis.results.ResultFolder",
            "analysis.results.ShownThreshold",
            "analysis.results.SubjectValues",
            "analysis.results.ValueSource",
            "analysis.results.SubjectMapFolder",
            "command.input.Choices",
            "command.viewer.Backdrop",
            "command.viewer.ClusterSelection",
            "command.viewer.ContrastImages",
            "command.viewer.Dialogs",
            "command.viewer.PrintedTask",
            "command.viewer.ResultImage",
            "command.viewer.ResultImages",
            "command.viewer.ResultTable",
            "command.viewer.RunningTask",
            "command.viewer.StepClock",
            "command.viewer.Viewer",
            "data.background.Background",
            "data.localizer.Localizer",
            "data.localizer.LocalizerRequest",
            "data.sample.SampleCohort",
            "data.template.Template",
            "data.template.Templates",
            "design.basis.LevelCoding",
            "design.coding.StandIns",
            "design.formula.Lexer",
            "design.matrix.BlockLabels",
            "design.matrix.Columns",
            "design.matrix.Contrast",
            "design.matrix.DesignMatrix",
            "design.matrix.Estimate",
            "design.matrix.IndependentRegressors",
            "design.matrix.VoxelRegressor",
            "design.strata.ErrorStrata",
            "design.strata.ErrorStratum",
            "design.strata.Exchangeability",
            "design.strata.MapColumns",
            "design.strata.RepeatedColumns",
            "design.strata.SubjectContrast",
            "design.strata.SubjectFactor",
            "design.strata.SubjectRows",
            "figure.anatomy.Outline",
            "figure.colour.ColourMap",
            "figure.colour.ColourScale",
            "figure.glass.GlassOptions",
            "figure.glass.GlassSheet",
            "figure.glass.Panel",
            "figure.glass.ViewPlace",
            "figure.paper.BarRule",
            "figure.paper.Figure",
            "figure.paper.PageWidth",
            "figure.paper.Paper",
            "figure.paper.Style",
            "figure.slice.Cuts",
            "figure.slice.GrayWindow",
            "figure.slice.SliceOptions",
            "figure.space.View",
            "image.format.VolumeFile",
            "image.format.VolumeFormats",
            "image.format.Volumes",
            "image.itk.MetaImageFormat",
            "image.itk.NrrdFormat",
            "image.mgh.MghFormat",
            "image.nifti.NiftiFormat",
            "image.resample.Interpolation",
            "image.resample.Resampling",
            "image.screen.KeptGrid",
            "image.screen.KeptNotes",
            "image.screen.PixelSpace",
            "image.screen.ScreenAxes",
            "permute.executor.BlockExecutor",
            "permute.executor.BlockPart",
            "permute.executor.BlockResult",
            "permute.executor.BlockWork",
            "permute.executor.ShuffleBlock",
            "permute.executor.SplitWork",
            "permute.local.AvailableSubjects",
            "permute.local.CovariateMaps",
            "permute.local.SmoothedVariance",
            "permute.local.VoxelModels",
            "permute.model.RegressionMethod",
            "permute.model.StatisticInfo",
            "permute.nulls.Approximation",
            "permute.nulls.MinimumP",
            "permute.nulls.MonteCarloInterval",
            "permute.nulls.NullDistribution",
            "permute.nulls.Tail",
            "permute.nulls.TailP",
            "permute.several.CombinedTest",
            "permute.several.Combination",
            "permute.shuffle.PlannedShuffles",
            "permute.shuffle.ShuffleScheme",
            "permute.statistic.Calibration",
            "permute.statistic.ClusterForming",
            "permute.statistic.ClusterMass",
            "permute.statistic.ClusterSize",
            "permute.statistic.EnhancedStatistic",
            "permute.statistic.InterpolationBound",
            "permute.statistic.MapStatistic",
            "permute.statistic.SimesStatistic",
            "permute.statistic.SimesTemplate",
            "region.values.RegionTable",
            "region.values.RegionTableRequest",
            "region.values.RegionTables",
            "region.values.Summary",
            "report.words.ClusterListing",
            "subjects.content.FileRemarks",
            "subjects.content.MapContentCheck",
            "subjects.found.Cohorts",
            "subjects.found.LabelsOfNames",
            "subjects.found.MapCell",
            "subjects.found.TableFiles",
            "subjects.found.UsualColumns",
            "threshold.discovery.TrueDiscoveries",
            "threshold.rule.AppliedThreshold",
            "threshold.rule.ClusterExtent",
            "threshold.rule.ThresholdOptions",
            "threshold.rule.ThresholdedMap",
            "threshold.statistic.EvidenceForm",
            "threshold.statistic.MapWords",
            "threshold.statistic.Statistic",
            "threshold.statistic.Statistics",
            "threshold.statistic.TestedBy");
    /** Where nothing is computed. */
    private static final List<String> COMMANDS = List.of("cohort.command", "cohort.command.input");

    /** The instructions that reckon with fractions or look into an array of numbers. */
    private static final Pattern ARITHMETIC = Pattern.compile("[df](add|sub|mul|div|rem|neg)|[dfil]a(load|store)");

    private static final Path SOURCES = Path.of("src/main/java");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cohort");
    }

    static Stream<String> packages() {
        return ORDER.stream().filter(name -> Files.isDirectory(SOURCES.resolve(name.replace('.', '/'))));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatStandsBeforeIt(String name) {
        String[] after = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).toArray(String[]::new);
        if (after.length == 0) return; // the last one may know all
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(after)
                .check(house);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        classes().should().resideInAnyPackage(ORDER.toArray(String[]::new)).check(house);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void othersEnterAHouseByItsDoor() {
        Set<String> entered = house.stream()
                .flatMap(owner -> owner.getDirectDependenciesFromSelf().stream())
                .filter(use -> isInnerRoom(use.getTargetClass().getPackageName()))
                .filter(use -> !houseOf(use.getOriginClass()).equals(houseOf(use.getTargetClass())))
                .map(use -> use.getTargetClass()
                        .getName()
                        .replaceFirst("^cohort\\.", "")
                        .replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        entered.removeAll(DOORS);
        assertEquals(Set.of(), entered);
        for (String door : DOORS) assertTrue(house.contain("cohort." + door), "there is no " + door);
    }

    private static boolean isInnerRoom(String name) {
        return name.matches("cohort\\.\\w+\\.\\w+");
    }

    private static String houseOf(JavaClass owner) {
        return owner.getPackageName().replaceFirst("^(cohort\\.\\w+).*", "$1");
    }

    @Test
    void aRoomHoldsFewTypes() throws IOException {
        for (String name : packages().toList())
            try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
                long types =
                        files.filter(file -> file.toString().endsWith(".java")).count() - 1;
                if (!ROOMY.contains(name)) assertTrue(types <= MOST_TYPES, name + " holds " + types + " types");
            }
    }

    @Test
    void theStepsAreFreeOfImageJAndSciJava() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cohort.command..", "cohort.imagej..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "org.scijava..", "net.imagej..")
                .check(house);
    }

    @Test
    void theCommandsAreFreeOfImageJ() {
        noClasses()
                .that()
                .resideInAPackage("cohort.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "net.imagej..")
                .check(house);
    }

    @Test
    void classesAreNamedInTheWordsOfTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Helper|Manager|Util|Processor)[^.]*")
                .check(house);
    }

    @Test
    void everyPackageSaysWhatComesInAndWhatGoesOut() throws IOException {
        for (String name : packages().toList()) {
            Path info = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
            assertTrue(Files.exists(info), info + " is missing");
            String text = Files.readString(info);
            int start = text.indexOf("/**"), end = text.indexOf("*/\npackage " + name + ";");
            assertTrue(start >= 0 && end - start > 80, info + " has no paragraph");
        }
    }

    /** What a command would need for arithmetic, over voxels above all: that belongs in a step. */
    @Test
    void commandsCallAndDoNotCompute() {
        noClasses()
                .that()
                .resideInAnyPackage(COMMANDS.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ejml..", "net.imglib2..", "org.apache.commons.math3..", "org.apache.commons.statistics..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Math.class, StrictMath.class, DoubleStream.class)
                .check(house);
    }

    /** No command adds or multiplies fractions, or looks into an array of numbers, in its own byte code. */
    @ParameterizedTest
    @MethodSource("commands")
    void commandsHaveNoArithmetic(String name) throws Exception {
        for (MethodInfo method : ClassPool.getDefault().get(name).getClassFile().getMethods()) {
            if (method.getCodeAttribute() == null) continue;
            CodeIterator code = method.getCodeAttribute().iterator();
            while (code.hasNext()) {
                String instruction = Mnemonic.OPCODE[code.byteAt(code.next())];
                assertFalse(
                        ARITHMETIC.matcher(instruction).matches(),
                        name + "." + method.getName() + " computes: " + instruction);
            }
        }
    }

    static Stream<String> commands() {
        return house.stream()
                .filter(type -> COMMANDS.contains(type.getPackageName()))
                .map(JavaClass::getName)
                .sorted();
    }

    @Test
    void mostClassesAreSmall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            int[] lines = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMapToInt(file -> IntStream.of(lines(file)))
                    .sorted()
                    .toArray();
            assertTrue(lines[lines.length / 2] < 100, "the median class has " + lines[lines.length / 2] + " lines");
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
