package cohort.threshold;

import cohort.ReferenceTable;
import cohort.TinyCohort;
import cohort.image.Volume;
import cohort.mask.Mask;

/** The z map of the one-sample test of the tiny cohort, as the reference computed it. */
public final class ZMap {
    private ZMap() {}

    public static Mask mask() {
        return Mask.of(TinyCohort.grid(), TinyCohort.mask());
    }

    public static Volume volume() {
        ReferenceTable table = ReferenceTable.read("glm-one-sample.tsv");
        double[] values = new double[TinyCohort.grid().voxels()];
        int[] voxels = table.integers("voxel");
        double[] z = table.numbers("z");
        for (int v = 0; v < voxels.length; v++) values[voxels[v]] = z[v];
        return Volume.of(TinyCohort.grid(), values);
    }
}
