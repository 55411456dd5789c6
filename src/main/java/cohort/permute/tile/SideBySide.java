package cohort.permute.tile;

import cohort.permute.shuffle.Shuffle;
import java.util.List;
import java.util.function.IntFunction;

/** A screen for each of some tiles that stand side by side, so that what the screens share is made once for all of them. */
public final class SideBySide implements TileScreen {
    private final List<? extends TileScreen> screens;
    private final int[] found = new int[VoxelTile.SIZE];
    private int tiles;

    /** @param screens of one tile each */
    public SideBySide(List<? extends TileScreen> screens) {
        this.screens = screens;
    }

    @Override
    public void prepare(List<Shuffle> block, IntFunction<double[][]> designs) {
        screens.forEach(screen -> screen.prepare(block, designs));
    }

    @Override
    public int tiles() {
        return screens.size();
    }

    @Override
    public void load(List<VoxelTile> run) {
        tiles = (int) run.stream().filter(tile -> tile.length() > 0).count();
        for (int t = 0; t < tiles; t++) screens.get(t).load(run.subList(t, t + 1));
    }

    @Override
    public int candidates(int shuffle, double level, double floor, int[] all) {
        int count = 0;
        for (int t = 0; t < tiles; t++) {
            int more = screens.get(t).candidates(shuffle, level, floor, found);
            for (int c = 0; c < more; c++) all[count++] = t * VoxelTile.SIZE + found[c];
        }
        return count;
    }
}
