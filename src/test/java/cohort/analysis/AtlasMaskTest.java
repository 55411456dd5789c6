package cohort.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.InputException;
import cohort.Progress;
import cohort.TinyCohort;
import cohort.TinyStudy;
import cohort.analysis.results.GroupResults;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.region.TinyAtlas;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search volume of regions is that of a mask with the same voxels. */
class AtlasMaskTest {
    @TempDir
    Path folder;

    private GroupResults test(String options) throws Exception {
        try (GroupAnalysis analysis = GroupAnalysis.load(
                PermutationSettings.parse("maps=[" + TinyStudy.in(folder).table()
                        + "] permutations=20 tail=both cluster_p=0 missing=zero " + options),
                OpenImages.NONE,
                Progress.NONE)) {
            return analysis.permute();
        }
    }

    @Test
    void theNullsAreThoseOfAMaskWithTheSameVoxels() throws Exception {
        Path atlas = TinyAtlas.write(folder), mask = folder.resolve("some.nii");
        double[] inside = new double[TinyCohort.grid().voxels()];
        for (int v = 0; v < inside.length; v++) {
            int label = TinyAtlas.label(v);
            inside[v] = label == 1 || label == 2 || label == 3 ? 1 : 0;
        }
        Volumes.write(Volume.of(TinyCohort.grid(), inside), mask, "");
        GroupResults whole = test("mask=[" + mask + "]"),
                regions = test("atlas=[" + atlas + "] mask=[atlas:Back;Middle;Front]"),
                parent = test("atlas=[" + atlas + "] mask=atlas:Left"),
                right = test("atlas=[" + atlas + "] mask=atlas:Right");
        double[] nulls = maxima(whole);
        assertArrayEquals(nulls, maxima(regions));
        assertArrayEquals(nulls, maxima(parent));
        assertEquals(whole.mask().size(), parent.mask().size());
        assertFalse(Arrays.equals(nulls, maxima(right)));
        assertTrue(parent.run().inputs().stream().anyMatch(file -> file.file().endsWith("atlas.tsv")));
    }

    private static double[] maxima(GroupResults results) {
        return results.contrasts().get(0).tests().get(0).nulls().maxima();
    }

    @Test
    void regionsWithoutAnAtlasAreRefused() {
        assertEquals(
                "mask: found atlas:CA1 without an atlas, expected the label image that has these regions; give"
                        + " it as atlas.",
                assertThrows(InputException.class, () -> PermutationSettings.parse("maps=x mask=atlas:CA1"))
                        .getMessage());
    }
}
