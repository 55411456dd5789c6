package cohort.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.TinyCohort;
import cohort.cluster.ClusterMaps;
import cohort.image.VoxelValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same values in another type, layout or place give the same numbers, to the last bit. */
@Tag("slow")
class OpsOfAnyTypeTest {
    private static final int SUBJECTS = 7;
    private static final long[] SIZE = TinyCohort.grid().dimensions();
    private static final Img<DoubleType> DESIGN = Stacks.matrix(IntStream.range(0, SUBJECTS)
            .mapToObj(s -> new double[] {1, TinyCohort.age()[s]})
            .toArray(double[][]::new));
    private static final Img<FloatType> MEAN = ArrayImgs.floats(new float[] {1, 42}, 2);
    /** Whole numbers from 0 to 255, which every type holds. */
    private static final Img<DoubleType> DOUBLES = Stacks.of(
            Arrays.stream(TinyCohort.maps())
                    .limit(SUBJECTS)
                    .map(map -> Arrays.stream(map)
                            .map(value -> value == 0 ? 0 : Math.round(Math.max(0, Math.min(255, 100 + 3 * value))))
                            .toArray())
                    .toArray(double[][]::new),
            SIZE);

    /** One of the types that hold the values. */
    record Kind<T extends RealType<T>>(String name, RandomAccessibleInterval<T> maps) {
        RandomAccessibleInterval<T> first() {
            return Views.hyperSlice(maps, 3, maps.min(3));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static <T extends NativeType<T> & RealType<T>> Img<T> copy(Img<T> image) {
        RealTypeConverters.copyFromTo(DOUBLES, image);
        return image;
    }

    static Stream<Kind<?>> kinds() {
        long[] size = DOUBLES.dimensionsAsLongArray();
        return Stream.of(
                new Kind<>("float", copy(ArrayImgs.floats(size))),
                new Kind<>("unsigned byte", copy(ArrayImgs.unsignedBytes(size))),
                new Kind<>("unsigned short in planes", copy(PlanarImgs.unsignedShorts(size))),
                new Kind<>("double elsewhere", Views.translate(DOUBLES, -3, 5, 2, 9)));
    }

    private static void same(
            RandomAccessibleInterval<DoubleType> expected, RandomAccessibleInterval<DoubleType> found) {
        assertArrayEquals(VoxelValues.of(expected), VoxelValues.of(found));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T extends RealType<T>> void groups(Kind<T> kind) {
        RandomAccessibleInterval<T> maps = kind.maps();
        assertArrayEquals(
                Stacks.flags(MaskOps.fromMaps(DOUBLES, null, null)), Stacks.flags(MaskOps.fromMaps(maps, null, null)));
        double[] spacing = {3, 2.5, 4};
        same(SmoothingOps.gaussian(DOUBLES, spacing, 7.0), SmoothingOps.gaussian(maps, spacing, 7.0));
        assertEquals(DistanceOps.subjectDistances(DOUBLES, null), DistanceOps.subjectDistances(maps, null));
        same(
                ModelOps.fit(DOUBLES, DESIGN, null).coefficients(),
                ModelOps.fit(maps, DESIGN, null).coefficients());
        same(
                ModelOps.contrast(DOUBLES, DESIGN, MEAN, null).z(),
                ModelOps.contrast(maps, DESIGN, MEAN, null).z());
        List<PermutedImage> expected = permuted(DOUBLES), found = permuted(maps);
        for (int s = 0; s < expected.size(); s++) {
            same(expected.get(s).logP(), found.get(s).logP());
            assertArrayEquals(expected.get(s).maxima(), found.get(s).maxima());
        }
    }

    private static <T extends RealType<T>> List<PermutedImage> permuted(RandomAccessibleInterval<T> maps) {
        return PermutationOps.test(maps, DESIGN, MEAN, 20, null, null, null, 0.01, true, null, null);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T extends RealType<T>> void maps(Kind<T> kind) {
        RandomAccessibleInterval<T> map = kind.first();
        RandomAccessibleInterval<DoubleType> doubles = Views.hyperSlice(DOUBLES, 3, 0);
        double[] spacing = {3, 2.5, 4}, affine = TinyCohort.grid().affine();
        same(SmoothingOps.gaussian(doubles, spacing, 7.0), SmoothingOps.gaussian(map, spacing, 7.0));
        same(
                ResamplingOps.resample(doubles, affine, SIZE, affine, "cubic", null),
                ResamplingOps.resample(map, affine, SIZE, affine, "cubic", null));
        ClusterMaps expected = ClusterOps.label(doubles, 101.0, null, 26),
                found = ClusterOps.label(map, 101.0, null, 26);
        same(expected.size(), found.size());
        same(expected.mass(), found.mass());
        same(ClusterOps.tfce(doubles, null, null, null, null), ClusterOps.tfce(map, null, null, null, null));
        same(
                ThresholdOps.map(doubles, "101", null, null, null, null, 4, null)
                        .map(),
                ThresholdOps.map(map, "101", null, null, null, null, 4, null).map());
        assertEquals(
                ThresholdOps.clusters(doubles, affine, 101.0, null, null, null, null, null, null),
                ThresholdOps.clusters(map, affine, 101.0, null, null, null, null, null, null));
    }

    /** A mask may be of any type of booleans and lie anywhere. */
    @ParameterizedTest
    @MethodSource("kinds")
    <T extends RealType<T>> void masks(Kind<T> kind) {
        Img<NativeBoolType> mask = ArrayImgs.booleans(TinyCohort.mask(), SIZE);
        same(
                ClusterOps.tfce(kind.first(), Stacks.bits(TinyCohort.mask(), SIZE), null, null, null),
                ClusterOps.tfce(kind.first(), Views.translate(mask, 4, -1, 8), null, null, null));
    }
}
