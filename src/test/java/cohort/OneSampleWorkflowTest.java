package cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.data.sample.SampleCohort;
import cohort.glm.ContrastMaps;
import cohort.glm.GeneralLinearModel;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.mask.SubjectMatrix;
import cohort.permute.CorrectedMap;
import cohort.permute.Hypothesis;
import cohort.permute.PermutationInference;
import cohort.permute.PermutationOptions;
import cohort.permute.PermutedContrast;
import cohort.permute.nulls.Tail;
import cohort.permute.statistic.ClusterForming;
import cohort.subjects.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From maps to corrected p by the ops, on a cohort whose truth is known: what is there is found and nothing else. */
@Tag("slow")
class OneSampleWorkflowTest {
    private static final int SUBJECTS = 16, SHUFFLES = 300;
    private static final double FWHM = 8, ALPHA = 0.05;

    /** Right motor cortex, left motor cortex; mm. */
    private static final double[] POSITIVE = {40, -24, 54}, NEGATIVE = {-40, -24, 54};

    private static final DMatrixRMaj ONES = new DMatrixRMaj(SUBJECTS, 1),
            CONTRAST = new DMatrixRMaj(new double[][] {{1}});

    private static Mask mask;
    private static Img<DoubleType> data;
    private static PermutedContrast both;

    @BeforeAll
    static void run() {
        ONES.fill(1);
        List<String> ids = new ArrayList<>();
        List<Volume> volumes = new ArrayList<>();
        for (int s = 0; s < SUBJECTS; s++) {
            ids.add("sub-" + s);
            volumes.add(SampleCohort.map(s, 1));
        }
        Maps maps = new Maps(ids, volumes);
        mask = Masks.fromMaps(maps, "auto", MissingPolicy.EXCLUDE).mask();
        data = SubjectMatrix.extract(maps, mask, FWHM, Progress.NONE);
        both = test(Tail.BOTH);
    }

    private static PermutedContrast test(Tail tail) {
        return PermutationInference.test(
                        data,
                        mask,
                        ONES,
                        List.of(new Hypothesis(CONTRAST, ClusterForming.statistics(0.001, tail, 1, SUBJECTS - 1))),
                        PermutationOptions.of(SHUFFLES, 0, tail),
                        Progress.NONE)
                .contrasts()
                .get(0);
    }

    @Test
    void theMaskIsTheBrain() {
        assertEquals(SampleCohort.brain().size(), mask.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "size", "mass"})
    void bothMotorCorticesAreFound(String statistic) {
        double[] logP = map(both, statistic).logP();
        assertTrue(logP[at(POSITIVE)] > -Math.log10(ALPHA), "right: " + logP[at(POSITIVE)]);
        assertTrue(logP[at(NEGATIVE)] > -Math.log10(ALPHA), "left: " + logP[at(NEGATIVE)]);
    }

    /** Smoothing spreads an effect; what lies within its width of the truth and has its sign is no false alarm. */
    @ParameterizedTest
    @ValueSource(strings = {"t", "size", "mass"})
    void nothingElseIsFound(String statistic) {
        double[] logP = map(both, statistic).logP(), t = map(both, "t").map();
        Volume truth = SampleCohort.truth();
        double[] signs = truth.values();
        for (int m = 0; m < logP.length; m++)
            if (logP[m] > -Math.log10(ALPHA)) {
                double distance = distance(truth.grid(), signs, mask.gridIndex(m), Math.signum(t[m]));
                assertTrue(
                        distance <= FWHM, statistic + ": voxel " + m + " is found " + distance + " mm from the truth");
            }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tail.class,
            names = {"POSITIVE", "NEGATIVE"})
    void oneTailFindsOneSide(Tail tail) {
        PermutedContrast result = test(tail);
        double[] here = tail == Tail.POSITIVE ? POSITIVE : NEGATIVE,
                there = tail == Tail.POSITIVE ? NEGATIVE : POSITIVE;
        for (CorrectedMap map : result.statistics()) {
            assertTrue(map.logP()[at(here)] > -Math.log10(ALPHA), map.name() + " here " + map.logP()[at(here)]);
            assertEquals(0, map.logP()[at(there)], 1e-12, map.name() + " there");
        }
    }

    /** The best p that so many shuffles can give. */
    @Test
    void theStrongestVoxelIsBeyondAllShuffles() {
        double best = Arrays.stream(map(both, "t").logP()).max().orElseThrow();
        assertEquals(Math.log10(1 + SHUFFLES), best, 1e-12);
    }

    @Test
    void theModelAndTheTestAgreeOnT() {
        ContrastMaps maps = GeneralLinearModel.contrast(GeneralLinearModel.fit(data, ONES), CONTRAST);
        double[] t = map(both, "t").map();
        for (int m = 0; m < t.length; m++) assertEquals(maps.statistic()[m], t[m], 1e-9 * Math.max(1, Math.abs(t[m])));
    }

    @Test
    void ofTheNullsTheClustersAreWhole() {
        double[] sizes = map(both, "size").nulls().maxima(),
                masses = map(both, "mass").nulls().maxima();
        assertEquals(SHUFFLES, sizes.length);
        for (int k = 0; k < SHUFFLES; k++) {
            assertEquals(Math.rint(sizes[k]), sizes[k], "a size in voxels");
            assertEquals(sizes[k] == 0, masses[k] == 0, "a cluster has size and mass or neither");
        }
    }

    private static CorrectedMap map(PermutedContrast result, String name) {
        return result.statistics().stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Index in mask order of the voxel at a place in mm. */
    private static int at(double[] mm) {
        double[] v = mask.grid().toVoxel(mm[0], mm[1], mm[2]);
        int index = mask.grid().index((int) Math.rint(v[0]), (int) Math.rint(v[1]), (int) Math.rint(v[2]));
        return IntStream.range(0, mask.size())
                .filter(m -> mask.gridIndex(m) == index)
                .findFirst()
                .orElseThrow();
    }

    /** From a voxel to the nearest one where the truth has a sign, in mm. */
    private static double distance(Grid grid, double[] signs, int voxel, double sign) {
        double[] here = mm(grid, voxel);
        double nearest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < signs.length; v++)
            if (signs[v] == sign) {
                double[] there = mm(grid, v);
                nearest = Math.min(
                        nearest, Math.hypot(Math.hypot(here[0] - there[0], here[1] - there[1]), here[2] - there[2]));
            }
        return nearest;
    }

    private static double[] mm(Grid grid, int v) {
        return grid.toMm(v % grid.nx(), v / grid.nx() % grid.ny(), v / (grid.nx() * grid.ny()));
    }
}
