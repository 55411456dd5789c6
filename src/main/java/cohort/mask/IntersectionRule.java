package cohort.mask;

import cohort.image.Volume;
import cohort.subjects.Maps;
import java.util.Arrays;

/** The voxels where no subject's map shows its background, as nilearn's intersect_masks with threshold 1. */
final class IntersectionRule implements MaskRule {

    @Override
    public String name() {
        return "intersection";
    }

    @Override
    public String words() {
        return "where no map shows its background";
    }

    @Override
    public boolean[] inside(Maps maps) {
        return inside(maps, MissingPolicy.EXCLUDE, maps.subjects());
    }

    /** A voxel that a map lacks does not show its background there. */
    @Override
    public boolean[] inside(Maps maps, MissingPolicy missing, int least) {
        boolean[] inside = new boolean[maps.grid().voxels()];
        Arrays.fill(inside, true);
        maps.forEach((first, some) -> {
            for (Volume map : some) {
                boolean[] own = BackgroundRule.notBackground(map);
                double[] values = missing.takesGaps() ? map.values() : new double[0];
                for (int v = 0; v < inside.length; v++)
                    inside[v] &= own[v] || missing.takesGaps() && missing.isGap(values[v]);
            }
        });
        return inside;
    }
}
