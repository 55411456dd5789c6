package cohort.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.ops.OpsIndex.Op;
import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The index of ops, by which scripts in Fiji find the steps, held against the rules of SciJava Ops' engine 1.0.0: the indexer
 * drops without a word what it cannot read, and the engine logs a trace for what it cannot take.
 */
class OpsIndexTest {
    private static final Pattern DECLARED = Pattern.compile("@implNote op names='([^']*)'");

    /**
     * Nothing like a path, at whose type the engine overflows the stack, and no arrays of arrays, for which it writes classes
     * without a valid name when arguments are left out.
     */
    private static final Set<Class<?>> ARGUMENTS =
            Set.of(Integer.class, Double.class, Boolean.class, String.class, int[].class, long[].class, double[].class);

    private static final Set<Class<?>> RESULTS = Set.of(int.class, double.class, double[].class, String.class);

    static List<Op> index() {
        return OpsIndex.read();
    }

    @Test
    void everyDeclaredOpIsIndexed() throws IOException {
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

    /** Two ops of one name would be told apart by types alone, of which the engine sees less than the compiler. */
    @Test
    void everyNameIsThatOfOneOp() {
        assertEquals(index().size(), index().stream().map(Op::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("index")
    void theOpIsAPublicStaticMethodOfTheRoomOfOps(Op op) {
        assertTrue(Modifier.isPublic(op.owner().getModifiers()), op.owner() + " is not public");
        assertEquals("cohort.ops", op.owner().getPackageName());
        assertTrue(op.name().matches("cohort(\\.[a-zA-Z]+){2}"), op.name());
        assertTrue(Modifier.isStatic(op.find().getModifiers()), op.method() + " is not static");
    }

    @ParameterizedTest
    @MethodSource("index")
    void theEngineKnowsAFunctionOfSoManyArguments(Op op) {
        int arguments = op.find().getParameterCount();
        assertTrue(arguments >= 1 && arguments <= 16, op.method() + " has " + arguments + " arguments");
        assertEquals(arguments, op.optional().size());
        assertEquals(arguments + 1, op.parameters().size());
        assertTrue(op.parameters().get(arguments).startsWith("OUTPUT"), op.method() + " returns nothing");
        assertFalse(op.optional().get(0), op.name() + " needs nothing");
    }

    @ParameterizedTest
    @MethodSource("index")
    void argumentsAreImagesAndPlainValues(Op op) {
        for (Class<?> argument : op.find().getParameterTypes())
            assertTrue(
                    argument == RandomAccessibleInterval.class || ARGUMENTS.contains(argument),
                    op.name() + " takes a " + argument);
    }

    @ParameterizedTest
    @MethodSource("index")
    void resultsAreImagesPlainValuesAndRecordsOfThem(Op op) {
        Method method = op.find();
        assertTrue(isResult(method.getGenericReturnType()), op.name() + " gives " + method.getGenericReturnType());
    }

    private static boolean isResult(Type type) {
        if (type instanceof GenericArrayType) return false;
        if (type instanceof ParameterizedType list && list.getRawType() == List.class)
            return isResult(list.getActualTypeArguments()[0]);
        if (type instanceof ParameterizedType image) return image.getRawType() == RandomAccessibleInterval.class;
        return type instanceof Class<?> plain
                && (RESULTS.contains(plain)
                        || plain.isRecord()
                                && Arrays.stream(plain.getRecordComponents())
                                        .map(RecordComponent::getGenericType)
                                        .allMatch(OpsIndexTest::isResult));
    }

    /** The engine fills what is left out from the right. */
    @ParameterizedTest
    @MethodSource("index")
    void whatMayBeLeftOutComesLast(Op op) {
        List<Boolean> sorted = op.optional().stream().sorted().toList();
        assertEquals(sorted, op.optional(), op.name());
    }

    @ParameterizedTest
    @MethodSource("index")
    void everyArgumentIsExplained(Op op) {
        for (String parameter : op.parameters())
            assertTrue(
                    Pattern.compile("(?m)^      description: \\|\\d?\n {8,}\\S")
                            .matcher(parameter)
                            .find(),
                    op.name() + " has an argument without a word: " + parameter);
    }
}
