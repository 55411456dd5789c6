package cohort.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Spark stays in its room, and nobody enters that. */
class SparkRoomTest {
    @Test
    void noOtherPackageKnowsOfSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cohort.spark")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cohort.spark", "org.apache.spark..", "scala..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("cohort"));
    }
}
