package cohort.mask;

import cohort.image.Volume;
import cohort.subjects.Maps;

/**
 * A vote over the background masks of the single maps, as nilearn's compute_multi_background_mask: each opened by 2
 * voxels and cut to its largest component; a voxel is in when more than half of the subjects have it, and again only the
 * largest component stays.
 */
final class MultiBackgroundRule implements MaskRule {
    private static final int OPENING = 2;

    @Override
    public String name() {
        return "multi-background";
    }

    @Override
    public String words() {
        return "that differ from the background in more than half of the maps";
    }

    @Override
    public boolean[] inside(Maps maps) {
        Morphology morphology = new Morphology(maps.grid());
        int[] votes = new int[maps.grid().voxels()];
        maps.forEach((first, some) -> {
            for (Volume map : some) {
                boolean[] own = morphology.clean(BackgroundRule.notBackground(map), OPENING);
                for (int v = 0; v < votes.length; v++) if (own[v]) votes[v]++;
            }
        });
        boolean[] inside = new boolean[votes.length];
        for (int v = 0; v < votes.length; v++) inside[v] = 2 * votes[v] > maps.subjects();
        return morphology.largestComponent(inside);
    }
}
