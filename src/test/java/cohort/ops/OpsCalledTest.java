package cohort.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.TinyCohort;
import cohort.cluster.ClusterMaps;
import cohort.image.VoxelValues;
import cohort.threshold.ClusterTable;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ops called by name: by the index always, and by SciJava Ops' engine where its jars are on the class path, which the
 * README tells how to put there.
 */
@Tag("slow")
class OpsCalledTest {
    private static final int SUBJECTS = 6;
    private static final long[] SIZE = TinyCohort.grid().dimensions();
    private static final Img<DoubleType> MAPS = Stacks.of(Arrays.copyOf(TinyCohort.maps(), SUBJECTS), SIZE);
    private static final Img<FloatType> MAP = first();
    private static final Img<BitType> MASK = Stacks.bits(TinyCohort.mask(), SIZE);
    private static final Img<DoubleType> ONES = ArrayImgs.doubles(new double[] {1, 1, 1, 1, 1, 1}, 1, SUBJECTS),
            ONE = ArrayImgs.doubles(new double[] {1}, 1);
    private static final double[] AFFINE = TinyCohort.grid().affine(), SPACING = {3, 2.5, 4};

    private static Img<FloatType> first() {
        double[] map = TinyCohort.maps()[0];
        float[] floats = new float[map.length];
        for (int v = 0; v < map.length; v++) floats[v] = (float) map[v];
        return ArrayImgs.floats(floats, SIZE);
    }

    private static final List<Object> ENVIRONMENTS =
            Stream.concat(Stream.of(new IndexedOps()), engine()).toList();

    static List<Object> environments() {
        return ENVIRONMENTS;
    }

    /** The test is compiled without the engine, so that its environment is made as a script makes it. */
    private static Stream<Object> engine() {
        try {
            Class.forName("org.scijava.ops.api.OpEnvironment");
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
        return Stream.of(new GroovyShell().evaluate("org.scijava.ops.api.OpEnvironment.build()"));
    }

    private static Object call(Object ops, String name, Object... arguments) {
        Object builder = InvokerHelper.invokeMethod(ops, "op", name);
        Object given = InvokerHelper.invokeMethod(builder, "input", arguments);
        return InvokerHelper.invokeMethod(given, "apply", null);
    }

    private static double[] image(Object ops, String name, Object... arguments) {
        RandomAccessibleInterval<DoubleType> image = cast(call(ops, name, arguments));
        return VoxelValues.of(image);
    }

    @SuppressWarnings("unchecked") // what the op gives back is said by its method, not by its name
    private static <R> R cast(Object result) {
        return (R) result;
    }

    @ParameterizedTest
    @MethodSource("environments")
    void stepsBeforeTheModel(Object ops) {
        assertArrayEquals(
                VoxelValues.of(SmoothingOps.gaussian(MAPS, SPACING, 6.0)),
                image(ops, "cohort.smooth.gaussian", MAPS, SPACING, 6.0));
        boolean[] mask = Stacks.flags(MaskOps.fromMaps(MAPS, "intersection", null));
        assertArrayEquals(mask, Stacks.flags(cast(call(ops, "cohort.mask.fromMaps", MAPS, "intersection"))));
        assertArrayEquals(
                Stacks.flags(MaskOps.fromMaps(MAPS, null, null)),
                Stacks.flags(cast(call(ops, "cohort.mask.fromMaps", MAPS))));
        assertEquals(
                DistanceOps.subjectDistances(MAPS, MASK), call(ops, "cohort.quality.subjectDistances", MAPS, MASK));
        assertArrayEquals(
                VoxelValues.of(ResamplingOps.resample(MAP, AFFINE, SIZE, AFFINE, "cubic", null)),
                image(ops, "cohort.image.resample", MAP, AFFINE, SIZE, AFFINE, "cubic"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theModel(Object ops) {
        FittedImages fit = cast(call(ops, "cohort.glm.fit", MAPS, ONES));
        assertArrayEquals(
                VoxelValues.of(ModelOps.fit(MAPS, ONES, null).coefficients()), VoxelValues.of(fit.coefficients()));
        ContrastImages contrast = cast(call(ops, "cohort.glm.contrast", MAPS, ONES, ONE, MASK));
        assertArrayEquals(
                VoxelValues.of(ModelOps.contrast(MAPS, ONES, ONE, MASK).z()), VoxelValues.of(contrast.z()));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void theTestByPermutation(Object ops) {
        List<PermutedImage> least = cast(call(ops, "cohort.permute.test", MAPS, ONES, ONE, 20));
        assertEquals(
                List.of("t", "size", "mass"),
                least.stream().map(PermutedImage::statistic).toList());
        List<PermutedImage> all =
                cast(call(ops, "cohort.permute.test", MAPS, ONES, ONE, 20, MASK, 3, "both", 0.01, true, 26, new int[] {
                    1, 1, 1, 2, 2, 2
                }));
        assertArrayEquals(
                PermutationOps.test(MAPS, ONES, ONE, 20, MASK, 3, "both", 0.01, true, 26, new int[] {1, 1, 1, 2, 2, 2})
                        .get(3)
                        .maxima(),
                all.get(3).maxima());
    }

    @ParameterizedTest
    @MethodSource("environments")
    void stepsAfterTheModel(Object ops) {
        ClusterMaps clusters = cast(call(ops, "cohort.cluster.label", MAP, 2.0));
        assertArrayEquals(
                VoxelValues.of(ClusterOps.label(MAP, 2.0, null, null).mass()), VoxelValues.of(clusters.mass()));
        assertArrayEquals(
                VoxelValues.of(ClusterOps.tfce(MAP, MASK, 26, 1.0, 2.0)),
                image(ops, "cohort.cluster.tfce", MAP, MASK, 26, 1.0, 2.0));
        ThresholdedImage left = cast(call(ops, "cohort.threshold.map", MAP, "fdr", "z"));
        assertEquals(
                ThresholdOps.map(MAP, "fdr", "z", null, null, null, null, null).level(), left.level());
        ClusterTable table = cast(call(ops, "cohort.threshold.clusters", MAP, AFFINE, 2.0));
        assertEquals(ThresholdOps.clusters(MAP, AFFINE, 2.0, null, null, null, null, null, null), table);
        double[] p = {0.01, 0.04, 0.03};
        assertArrayEquals(ThresholdOps.adjusted(p), cast(call(ops, "cohort.threshold.adjusted", (Object) p)));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void aMistakeIsToldInASentence(Object ops) {
        Throwable refusal =
                assertThrows(RuntimeException.class, () -> call(ops, "cohort.mask.fromMaps", MAPS, "brightest"));
        while (!(refusal instanceof InputException)) refusal = refusal.getCause();
        assertTrue(refusal.getMessage().startsWith("mask: found brightest, expected one of auto,"));
    }

    /** Fiji binds what stands in lines of #@, which Groovy does not know. */
    @ParameterizedTest
    @MethodSource("environments")
    void theScriptRuns(Object ops) throws IOException {
        StringWriter said = new StringWriter();
        Binding binding = new Binding();
        binding.setVariable("ops", ops);
        binding.setVariable("maps", MAPS);
        binding.setVariable("out", new PrintWriter(said));
        new GroovyShell(binding)
                .evaluate(Files.readString(Path.of("scripts/One_Sample_Ops.groovy"))
                        .replaceAll("(?m)^#@.*$", ""));
        Img<BitType> mask = cast(MaskOps.fromMaps(MAPS, null, null));
        RandomAccessibleInterval<DoubleType> smoothed = SmoothingOps.gaussian(MAPS, new double[] {3, 3, 3}, 6.0);
        PermutedImage t = PermutationOps.test(smoothed, ONES, ONE, 1000, mask, null, null, null, null, null, null)
                .get(0);
        double highest = Arrays.stream(VoxelValues.of(t.logP())).max().orElseThrow();
        assertEquals(
                Math.pow(10, -highest),
                Double.parseDouble(said.toString().strip().split(": ")[1]),
                1e-12);
        RandomAccessibleInterval<DoubleType> shown = cast(binding.getVariable("t"));
        assertArrayEquals(VoxelValues.of(t.map()), VoxelValues.of(shown));
    }
}
