package cohort.permute.several;

import cohort.matrix.VoxelMatrix;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.StatisticInfo;
import cohort.permute.model.VoxelStatistic;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statistics of the maps of a voxel as one.
 *
 * @param ofOne the statistic of each map
 * @param test how they are combined
 */
record CombinedStatistic(VoxelStatistic ofOne, CombinedTest test) implements VoxelStatistic {

    @Override
    public StatisticInfo info() {
        return test.how().info();
    }

    @Override
    public Object kind() {
        return List.of(ofOne.kind(), test);
    }

    @Override
    public Evaluator on(VoxelTile tile) {
        return new Together(tile);
    }

    /** The rows of one map within a tile of all, which are cleared of the nuisance already. */
    private record RowsOfMap(VoxelTile tile, int first, int maps) implements VoxelMatrix {
        @Override
        public int voxels() {
            return VoxelTile.SIZE;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void read(int voxel, int n, double[][] rows) {
            for (int i = 0; i < maps; i++) System.arraycopy(tile.residuals()[first + i], voxel, rows[i], 0, n);
        }
    }

    /** Evaluates each map on a tile of its own, whose data are scaled to unit length by themselves. */
    private final class Together implements Evaluator {
        private final VoxelTile tile;
        private final int subjects;
        private final List<VoxelTile> tiles;
        private final List<Evaluator> ofMaps;
        private final PartCurve curve = new PartCurve(test.how(), test.p());
        private final double[][] values = new double[test.maps()][VoxelTile.SIZE];
        private final double[] parts = new double[test.maps()];
        private int at = -1;

        Together(VoxelTile tile) {
            this.tile = tile;
            this.subjects = tile.subjects() / test.maps();
            this.tiles = IntStream.range(0, test.maps())
                    .mapToObj(k -> new VoxelTile(new RowsOfMap(tile, k * subjects, subjects), new double[0][]))
                    .toList();
            this.ofMaps = tiles.stream().map(ofOne::on).toList();
        }

        private void follow() {
            if (at == tile.first()) return;
            at = tile.first();
            for (VoxelTile one : tiles) one.moveTo(0);
        }

        /** The columns of one map: those of each kind stand map by map. */
        private double[][] design(double[][] all, int map) {
            int from = map * subjects;
            return Arrays.stream(ShuffledModel.ofMap(all, map, test.maps()))
                    .map(column -> Arrays.copyOfRange(column, from, from + subjects))
                    .toArray(double[][]::new);
        }

        @Override
        public void values(double[][] design, double reached, double floor, double[] together) {
            follow();
            for (int k = 0; k < parts.length; k++)
                ofMaps.get(k).values(design(design, k), Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, values[k]);
            double level = Math.min(reached, floor);
            for (int j = 0; j < tile.length(); j++) {
                if (isBelow(level, j)) {
                    together[j] = Double.NEGATIVE_INFINITY;
                    continue;
                }
                for (int k = 0; k < parts.length; k++)
                    parts[k] = curve.exact(test.tail().evidence(values[k][j]));
                together[j] = test.how().together(parts);
                level = Math.max(level, Math.min(together[j], floor));
            }
        }

        /** Whether a voxel cannot exceed a level: its parts are rounded up to the next that are known. */
        private boolean isBelow(double level, int voxel) {
            if (level == Double.NEGATIVE_INFINITY) return false;
            for (int k = 0; k < parts.length; k++)
                parts[k] = curve.atMost(test.tail().evidence(values[k][voxel]));
            return test.how().together(parts) < level;
        }

        @Override
        public double value(double[][] design, int voxel) {
            follow();
            for (int k = 0; k < parts.length; k++)
                parts[k] = curve.exact(test.tail().evidence(ofMaps.get(k).value(design(design, k), voxel)));
            return test.how().together(parts);
        }
    }
}
