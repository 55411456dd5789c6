package cohort.figure.slice;

import cohort.InputException;
import cohort.figure.colour.ColourRange;
import cohort.figure.colour.ValueRange;
import cohort.figure.paper.Paper;
import cohort.figure.space.Extent;
import cohort.figure.space.Upright;
import cohort.image.Volume;
import cohort.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * What slices show, however they are laid out.
 *
 * @param map the values
 * @param underlay what they lie on; empty for their own voxels
 * @param range their colours
 * @param smooth whether colours run from voxel to voxel
 * @param hasBar whether a colour bar explains these
 * @param message why nothing is seen, empty if something is
 * @param all what is seen at all
 * @param shown where the map is beyond its threshold, or all if it is nowhere
 */
record SliceContent(
        Upright map,
        Optional<Underlay> underlay,
        ColourRange range,
        boolean smooth,
        boolean hasBar,
        String message,
        Extent all,
        Extent shown) {

    static SliceContent of(Volume volume, SliceOptions options) {
        Upright map = Upright.of(volume.grid(), volume.values());
        Optional<Underlay> underlay = options.background()
                .map(background -> Underlay.of(Upright.of(background.grid(), background.values()), map));
        ValueRange values = ValueRange.of(map.values());
        ColourRange range = options.colours().range(values, false);
        Extent shown = Extent.of(map, range::shows);
        Extent ground = Extent.of(underlay.map(Underlay::map).orElse(map), GrayWindow::isSeen);
        Extent all = ground.union(shown).orElse(Extent.all(map.axes()));
        boolean bar = options.style().bar().shows(values.isMask());
        boolean smooth = !options.voxels() && !SmoothLayer.isWhole(map);
        return new SliceContent(
                map, underlay, range, smooth, bar, values.emptiness(range.threshold()), all, shown.orElse(all));
    }

    SlicePainter painter(double scale, Paper paper) {
        return new SlicePainter(map, underlay, range, smooth, paper, all.low(), all.high(), scale);
    }

    /** @throws InputException if a slice lies outside what is seen */
    void requireInside(List<List<Slice>> rows) {
        for (List<Slice> row : rows)
            for (Slice slice : row) {
                double low = all.low()[slice.view().depth()],
                        high = all.high()[slice.view().depth()];
                if (slice.mm() < low || slice.mm() > high)
                    throw new InputException("cuts: found " + slice.label() + ", expected a position in what is shown, "
                            + slice.axis() + " from " + Numbers.text(low) + " to " + Numbers.text(high) + " mm.");
            }
    }
}
