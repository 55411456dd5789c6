package cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.figure.paper.Figure;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.subjects.Cohort;
import cohort.subjects.Maps;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index of ops, by which scripts in Fiji find the steps; the indexer drops without a word what it cannot read. */
class OpsIndexTest {
    private static final Pattern DECLARED = Pattern.compile("@implNote op names='([^']*)'");
    private static final Pattern NAMES = Pattern.compile("(?m)^    names: \\[(.*)]$");
    private static final Pattern SOURCE = Pattern.compile("(?m)^    source: javaMethod:/(\\S+)$");
    private static final Pattern INPUT = Pattern.compile("(?m)^    - parameter type: (INPUT|CONTAINER|MUTABLE)$");

    /** What a step works on; a call that hands it over is a step, not a look-up. */
    private static final List<Class<?>> DATA =
            List.of(Volume.class, Maps.class, Cohort.class, Figure.class, RandomAccessibleInterval.class);

    /**
     * One entry of the index.
     *
     * @param name the op's name
     * @param method its method as {@code package.Class.method(type,type)}
     * @param text the whole entry
     */
    record Op(String name, String method, String text) {
        static Op of(String text) {
            return new Op(first(NAMES, text), URLDecoder.decode(first(SOURCE, text), StandardCharsets.UTF_8), text);
        }

        private static String first(Pattern pattern, String text) {
            return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
        }

        String owner() {
            String qualified = method.substring(0, method.indexOf('('));
            return qualified.substring(0, qualified.lastIndexOf('.'));
        }

        @Override
        public String toString() {
            return name + " = " + method;
        }
    }

    static List<Op> index() throws IOException, URISyntaxException {
        Path classes = Path.of(Volumes.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Arrays.stream(Files.readString(classes.resolve("ops.yaml")).split("(?m)^- op:\n"))
                .filter(entry -> !entry.isBlank())
                .map(Op::of)
                .toList();
    }

    @Test
    void everyDeclaredOpIsIndexed() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> declared = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(OpsIndexTest::declaredIn)
                    .sorted()
                    .toList();
            assertFalse(declared.isEmpty());
            assertEquals(declared, index().stream().map(Op::name).sorted().toList());
        }
    }

    private static Stream<String> declaredIn(Path file) {
        try {
            return DECLARED.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("index")
    void theOpIsAPublicStaticMethodOfItsPackage(Op op) throws ClassNotFoundException {
        Class<?> owner = Class.forName(op.owner());
        assertTrue(Modifier.isPublic(owner.getModifiers()), op.owner() + " is not public");
        String house = op.name().substring(0, op.name().lastIndexOf('.'));
        assertTrue((owner.getPackageName() + '.').startsWith(house + '.'), op.name() + " is not in its house");
        Method method = Arrays.stream(owner.getMethods())
                .filter(m -> op.method().equals(signature(m)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + op.method()));
        assertTrue(Modifier.isStatic(method.getModifiers()), op.method() + " is not static");
        assertTrue(method.getParameterCount() <= 16, op.method() + " has more arguments than an op may have");
        assertEquals(
                method.getParameterCount(), INPUT.matcher(op.text()).results().count());
    }

    @ParameterizedTest
    @MethodSource("index")
    void everyArgumentIsExplained(Op op) {
        String[] parameters = op.text().split("(?m)^    - parameter type: ");
        for (String parameter : List.of(parameters).subList(1, parameters.length))
            assertTrue(
                    Pattern.compile("(?m)^      description: \\|\\d?\n {8,}\\S")
                            .matcher(parameter)
                            .find(),
                    op.name() + " has an argument without a word: " + parameter);
    }

    /** The commands hand data to ops only; the files of a run and what makes or reads a type of its own are no steps. */
    @Test
    void commandsCallTheOpsAndNothingBelowThem() throws IOException, URISyntaxException {
        Set<String> ops = index().stream().map(Op::method).collect(Collectors.toSet());
        List<String> others = new ClassFileImporter()
                .importPackages("cohort.command").stream()
                        .filter(owner -> owner.getPackageName().equals("cohort.command"))
                        .flatMap(owner -> owner.getMethodCallsFromSelf().stream())
                        .filter(OpsIndexTest::isStep)
                        .map(call -> call.getTarget().getFullName().replaceAll(", *", ","))
                        .filter(method -> !ops.contains(method))
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(List.of(), others);
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

    private static String signature(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
