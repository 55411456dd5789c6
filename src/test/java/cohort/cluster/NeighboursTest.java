package cohort.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.mask.Mask;
import cohort.permute.Oracle;
import cohort.permute.RandomMap;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NeighboursTest {

    @Property(tries = 200)
    void areTheVoxelsThatTouch(@ForAll long seed, @ForAll("connectivities") int connectivity) {
        Mask mask = new RandomMap(seed).mask();
        Neighbours neighbours = new Neighbours(mask, connectivity);
        Oracle oracle = new Oracle(mask, connectivity);
        int[] positions = neighbours.positions(), offsets = neighbours.offsets();
        assertEquals(connectivity, offsets.length);
        assertEquals(mask.size(), neighbours.size());
        for (int v = 0; v < mask.size(); v++) {
            int found = 0;
            for (int offset : offsets) {
                int p = positions[v] + offset;
                assertTrue(p >= 0 && p < neighbours.paddedSize());
                int n = Arrays.binarySearch(positions, p);
                if (n < 0) continue; // outside the mask
                assertTrue(oracle.touch(v, n));
                found++;
            }
            int expected = 0;
            for (int n = 0; n < mask.size(); n++) if (oracle.touch(v, n)) expected++;
            assertEquals(expected, found);
        }
    }

    @Property(tries = 20)
    void theFirstHalfComesEarlier(@ForAll long seed, @ForAll("connectivities") int connectivity) {
        int[] offsets = new Neighbours(new RandomMap(seed).mask(), connectivity).offsets();
        for (int k = 0; k < offsets.length; k++) {
            assertEquals(k < offsets.length / 2, offsets[k] < 0);
            assertEquals(-offsets[k], offsets[offsets.length - 1 - k]);
        }
    }

    @Provide
    static Arbitrary<Integer> connectivities() {
        return Arbitraries.of(6, 18, 26);
    }
}
