package cohort.report.words;

import cohort.analysis.results.ContrastResults;
import cohort.image.Grid;
import cohort.mask.Mask;
import cohort.text.Words;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Where the evidence is greatest, in words. */
public final class PeakPosition {
    private PeakPosition() {}

    /** The voxel of the mask where the evidence for the tested side is greatest. */
    static int highest(double[] map, ContrastResults tested) {
        int highest = 0;
        for (int m = 1; m < map.length; m++)
            if (tested.tail().evidence(map[m]) > tested.tail().evidence(map[highest])) highest = m;
        return highest;
    }

    /** Where a voxel of the mask lies, in mm, for a reader. */
    static String position(Mask mask, int voxel) {
        return DoubleStream.of(mm(mask, voxel))
                .mapToObj(mm -> words(mask.grid(), mm))
                .collect(Collectors.joining(", ", "(", ") mm"));
    }

    /** A coordinate, as finely as the voxels of its grid support. */
    public static String words(Grid grid, double mm) {
        return Words.mm(grid.readable(mm));
    }

    /** Where the evidence for the tested side is greatest, in mm. */
    public static double[] mm(Mask mask, ContrastResults tested) {
        return mm(mask, highest(mask.values(tested.map()), tested));
    }

    private static double[] mm(Mask mask, int voxel) {
        return mask.grid().toMm(mask.gridIndex(voxel));
    }
}
