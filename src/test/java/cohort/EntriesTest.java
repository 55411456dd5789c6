package cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.figure.paper.Figure;
import cohort.image.Volume;
import cohort.subjects.Cohort;
import cohort.subjects.Maps;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import org.junit.jupiter.api.Test;

/** By which classes a step is entered. */
class EntriesTest {
    /** What a step works on; a call that hands it over is a step, not a look-up. */
    private static final List<Class<?>> DATA =
            List.of(Volume.class, Maps.class, Cohort.class, Figure.class, RandomAccessibleInterval.class);

    private static final List<String> ENTRIES = List.of(
            "cohort.figure.Figures",
            "cohort.image.format.Volumes",
            "cohort.mask.Masks",
            "cohort.mask.SubjectMatrix",
            "cohort.quality.SubjectDistances",
            "cohort.threshold.ClusterTables",
            "cohort.threshold.Thresholds");

    /** The commands hand data to the entries alone, so that a script can make every step that a command makes. */
    @Test
    void commandsHandDataToTheEntriesAlone() {
        assertEquals(
                ENTRIES,
                new ClassFileImporter()
                        .importPackages("cohort.command").stream()
                                .filter(owner -> owner.getPackageName().equals("cohort.command"))
                                .flatMap(owner -> owner.getMethodCallsFromSelf().stream())
                                .filter(EntriesTest::isStep)
                                .map(call -> call.getTargetOwner().getName())
                                .distinct()
                                .sorted()
                                .toList());
    }

    private static boolean isStep(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean isStatic = call.getTarget()
                .resolveMember()
                .map(method -> method.getModifiers().contains(JavaModifier.STATIC))
                .orElse(false);
        boolean ours = owner.getPackageName().startsWith("cohort.")
                && !List.of("cohort.command", "cohort.report", "cohort.analysis")
                        .contains(owner.getPackageName());
        boolean makesItself = call.getTarget().getRawReturnType().equals(owner);
        return isStatic
                && ours
                && !makesItself
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> DATA.stream().anyMatch(type::isAssignableTo));
    }
}
