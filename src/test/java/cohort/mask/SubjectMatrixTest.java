package cohort.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyCohort;
import cohort.image.VoxelValues;
import cohort.smooth.Smoothing;
import cohort.subjects.Maps;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.ImgUtil;
import org.junit.jupiter.api.Test;

class SubjectMatrixTest {
    private static final Mask MASK = Mask.of(TinyCohort.grid(), TinyCohort.mask());
    private static final Maps MAPS =
            new Maps(List.of("a", "b", "c"), List.of(TinyCohort.volumes()).subList(0, 3));

    @Test
    void holdsOneRowOfSmoothedVoxelsPerSubject() {
        double[] matrix = VoxelValues.of(SubjectMatrix.extract(MAPS, MASK, 8.0, Progress.NONE));
        assertEquals(3 * MASK.size(), matrix.length);
        double[] second = Smoothing.gaussian(MAPS.volume(1), 8.0).values();
        for (int m = 0; m < MASK.size(); m++) assertEquals(second[MASK.gridIndex(m)], matrix[MASK.size() + m]);
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        double[] one = Parallelization.runSingleThreaded(
                () -> VoxelValues.of(SubjectMatrix.extract(MAPS, MASK, 8.0, Progress.NONE)));
        double[] three = Parallelization.runWithNumThreads(
                3, () -> VoxelValues.of(SubjectMatrix.extract(MAPS, MASK, 8.0, Progress.NONE)));
        assertArrayEquals(one, three);
    }

    @Test
    void readsAnImageThatIsNoArrayInTheSameOrder() {
        Img<DoubleType> array = ArrayImgs.doubles(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
        Img<DoubleType> planar = new CellImgFactory<>(new DoubleType(), 2).create(3, 2);
        ImgUtil.copy(array, planar);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, VoxelValues.of(planar));
    }

    @Test
    void theMeanOfTheSubjectsIsTheirMapsMeanInTheMask() {
        double[] mean = SubjectMatrix.mean(SubjectMatrix.extract(MAPS, MASK, 0.0, Progress.NONE), MASK)
                .values();
        double[] expected = GroupMaps.mean(MAPS).values();
        boolean[] inside = MASK.inside();
        for (int v = 0; v < mean.length; v++) assertEquals(inside[v] ? expected[v] : 0, mean[v], 1e-6);
    }

    @Test
    void refusesAWidthThatIsNone() {
        for (double fwhm : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY})
            assertThrows(InputException.class, () -> SubjectMatrix.extract(MAPS, MASK, fwhm, Progress.NONE));
    }
}
