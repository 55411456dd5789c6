package cohort.analysis.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cohort.analysis.record.HowTested;
import cohort.design.matrix.Contrast;
import cohort.image.Grid;
import cohort.image.Volume;
import cohort.mask.Mask;
import cohort.permute.nulls.Tail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContrastResultsTest {
    private static final Grid GRID = Grid.ofVoxelSize(5, 1, 1, 1, 1, 1);
    private static final Mask MASK = Mask.of(GRID, new boolean[] {true, true, true, false, true});

    private static HowTested how(Tail tail) {
        return new HowTested(tail.toString(), 10, 0, 11, 11, "maps");
    }

    private static double[] bonferroni(Tail tail) {
        Volume z = Volume.of(GRID, new double[] {4.5, -6, 0.2, 9, 0});
        return new ContrastResults(new Contrast("a", "a", new double[][] {{1}}), how(tail), Map.of("z", z), List.of())
                .bonferroni(MASK)
                .orElseThrow()
                .values();
    }

    /** -log10 of min(1, 4 p), of both sides of min(1, 8 p): scipy.stats.norm.sf(4.5), sf(6). */
    @Test
    void bonferroniIsOfTheTailOfTheRun() {
        assertArrayEquals(new double[] {4.565728418037852, 8.102774340484762, 0, 0, 0}, bonferroni(Tail.BOTH), 1e-12);
        assertArrayEquals(new double[] {4.866758413701834, 0, 0, 0, 0}, bonferroni(Tail.POSITIVE), 1e-12);
        assertArrayEquals(new double[] {0, 8.403804336148744, 0, 0, 0}, bonferroni(Tail.NEGATIVE), 1e-12);
    }

    @Test
    void withoutTheModelThereIsNone() {
        assertEquals(
                Optional.empty(),
                new ContrastResults(new Contrast("a", "a", new double[][] {{1}}), how(Tail.BOTH), Map.of(), List.of())
                        .bonferroni(MASK));
    }
}
