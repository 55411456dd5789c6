package cohort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: in which order the packages stand, and who may know of a user interface. */
class ArchitectureTest {
    /** A package imports only what stands before it. */
    private static final List<String> ORDER = List.of(
            "cohort",
            "cohort.image",
            "cohort.image.tiff",
            "cohort.folder",
            "cohort.table",
            "cohort.smooth",
            "cohort.mask",
            "cohort.design",
            "cohort.glm",
            "cohort.permute",
            "cohort.threshold",
            "cohort.figure",
            "cohort.report",
            "cohort.data",
            "cohort.command",
            "cohort.imagej");

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
        slices().matching("cohort.(*)").should().beFreeOfCycles().check(house);
    }

    @Test
    void theStepsAreFreeOfImageJAndSciJava() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cohort.command", "cohort.imagej")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "org.scijava..", "net.imagej..")
                .check(house);
    }

    @Test
    void theCommandsAreFreeOfImageJ() {
        noClasses()
                .that()
                .resideInAPackage("cohort.command")
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

    /** A command of more lines hides an algorithm that belongs in a step. */
    @Test
    void commandsAreThin() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve("cohort/command"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Command.java")).toList()) {
                long lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("import ") && !line.isBlank())
                        .count();
                assertTrue(lines <= 120, file + " has " + lines + " lines");
            }
        }
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
