package cohort.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class SparkRoomTest {

    @Test
    void noOtherPackageKnowsOfSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cohort.spark")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..", "cohort.spark")
                .check(new ClassFileImporter().importPackages("cohort"));
    }
}
