package cohort.figure.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.data.sample.SampleBrain;
import cohort.figure.Phantom;
import cohort.image.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Grid WHOLE = new Grid(61, 73, 61, 3, 0, 0, -90, 0, 3, 0, -126, 0, 0, 3, -72);

    private static boolean[] ellipsoid(Grid grid, double[] centre, double[] half) {
        boolean[] inside = new boolean[grid.voxels()];
        for (int v = 0; v < inside.length; v++) {
            double[] mm = grid.toMm(v);
            double r = 0;
            for (int s = 0; s < 3; s++) r += Math.pow((mm[s] - centre[s]) / half[s], 2);
            inside[v] = r <= 1;
        }
        return inside;
    }

    /** The grid with voxels of another size, about the same middle. */
    private static Grid scaled(Grid grid, double factor) {
        double[] affine = grid.affine();
        for (int e = 0; e < 12; e++) affine[e] *= factor;
        return new Grid(grid.nx(), grid.ny(), grid.nz(), affine);
    }

    @Test
    void aBrainInItsSpaceIsKnownHoweverItIsStored() {
        boolean[] brain = SampleBrain.inside();
        assertTrue(Outline.AUTO.isMni(SampleBrain.GRID, brain));
        Grid grid = SampleBrain.GRID;
        double[] flipped = grid.affine();
        flipped[0] = -3;
        flipped[3] = 78;
        assertTrue(Outline.AUTO.isMni(new Grid(grid.nx(), grid.ny(), grid.nz(), flipped), brain), "mirrored");
        boolean[] cut = brain.clone();
        for (int v = 0; v < cut.length; v++) cut[v] &= grid.toMm(v)[2] > -40;
        assertTrue(Outline.AUTO.isMni(grid, cut), "without the lower cerebellum");
    }

    @Test
    void anotherShapeOrPlaceIsNot() {
        assertFalse(Outline.AUTO.isMni(Phantom.RAS, Phantom.mask(Phantom.RAS).inside()), "an ellipsoid at the origin");
        Grid grid = SampleBrain.GRID;
        double[] moved = grid.affine();
        moved[11] += 40;
        assertFalse(Outline.AUTO.isMni(new Grid(grid.nx(), grid.ny(), grid.nz(), moved), SampleBrain.inside()));
        assertFalse(Outline.AUTO.isMni(grid, new boolean[grid.voxels()]), "no voxel");
    }

    @Test
    void aMouseNeverIsWhateverItsFileSays() {
        boolean[] mouse = ellipsoid(WHOLE, new double[] {0, 0, 0}, new double[] {50, 75, 34});
        for (Outline outline : List.of(Outline.AUTO, Outline.DECLARED)) {
            assertFalse(outline.isMni(scaled(WHOLE, 0.1), mouse), "in its own size");
            for (double factor : new double[] {0.8, 1, 1.2, 1.4})
                assertFalse(outline.isMni(scaled(WHOLE, factor), mouse), outline + " scaled by " + factor);
            assertFalse(outline.isMni(scaled(SampleBrain.GRID, 0.1), SampleBrain.inside()), "the size of a mouse");
        }
    }

    @Test
    void aPartOfTheBrainIsBelievedIfTheFileSaysSo() {
        boolean[] blob = ellipsoid(WHOLE, new double[] {-40, -24, 54}, new double[] {9, 9, 9});
        assertFalse(Outline.AUTO.isMni(WHOLE, blob));
        assertTrue(Outline.DECLARED.isMni(WHOLE, blob));
        assertFalse(Outline.MASK.isMni(WHOLE, blob));
        assertTrue(Outline.MNI.isMni(WHOLE, blob));
        boolean[] beside = ellipsoid(WHOLE, new double[] {-80, -100, 80}, new double[] {9, 9, 9});
        assertFalse(Outline.DECLARED.isMni(WHOLE, beside), "outside the brain");
    }

    @Test
    void theCodeOfTheFileMakesAutoDeclared() {
        assertSame(Outline.AUTO, Outline.of("auto", 1));
        assertSame(Outline.DECLARED, Outline.of("Auto", 4));
        assertSame(Outline.MASK, Outline.of("mask", 4));
        assertSame(Outline.MNI, Outline.of(" mni ", 0));
        assertEquals(List.of("auto", "mask", "mni"), Outline.names());
        assertEquals(
                "outline: found declared, expected auto, mask, mni.",
                assertThrows(InputException.class, () -> Outline.of("declared", 4))
                        .getMessage());
    }
}
