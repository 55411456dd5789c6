package cohort.permute.model;

import cohort.permute.nulls.Tail;
import cohort.permute.screen.Reach;
import cohort.permute.tile.CountingScreen;
import cohort.permute.tile.Products;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The statistic of a voxel as a function of inner products of unit vectors: b² of the data with the effect's columns
 * (summed), a² with the columns of the nuisance that a shuffle moves (summed).
 *
 * @param effects columns of the effect: 1 for t, more for F
 * @param degreesOfFreedom of the residuals
 */
record TestStatistic(int effects, int degreesOfFreedom) implements VoxelStatistic, Reach {
    /** The least 1 - r² that a statistic is divided by: what rounding leaves of a perfect fit. */
    private static final double LEAST = 1e-26;
    /** Below it, 1 - r² has lost digits and is summed from residuals. */
    private static final double NEAR = 1e-6;

    @Override
    public StatisticInfo info() {
        return StatisticInfo.ofVoxel(isSigned() ? "t" : "F", isSigned(), false, "", List.of());
    }

    @Override
    public Object kind() {
        return this;
    }

    /** Whether it has two sides. */
    @Override
    public boolean isSigned() {
        return effects == 1;
    }

    @Override
    public Evaluator on(VoxelTile tile) {
        return new Sums(tile);
    }

    @Override
    public Optional<TileScreen> screen(ShuffledModel model, boolean onlyFlips, Tail tail) {
        return Optional.of(
                flipsOneColumn(model, onlyFlips)
                        ? new FlipScreen(model.columns()[0], tail, this)
                        : new DesignScreens(this, tail).of(model));
    }

    /** What is left of a voxel must be known from above, too, and closely. */
    @Override
    public Optional<CountingScreen> countingScreen(ShuffledModel model, boolean onlyFlips, Tail tail) {
        return Optional.of(
                flipsOneColumn(model, onlyFlips)
                        ? new FlipScreen(model.columns()[0], tail, this)
                        : new DesignScreens(this, tail).counting(model));
    }

    private static boolean flipsOneColumn(ShuffledModel model, boolean onlyFlips) {
        return onlyFlips && model.isFixed() && model.columns().length == 1;
    }

    /** t of a single inner product b: b sqrt(dof / rest) with rest = 1 - a² - b². */
    private double t(double b, double rest) {
        return b * Math.sqrt(degreesOfFreedom / Math.max(LEAST, rest));
    }

    /** F: (b² / effects) / (rest / dof) with rest = 1 - a² - b². */
    private double f(double squaredEffect, double rest) {
        return squaredEffect / effects * (degreesOfFreedom / Math.max(LEAST, rest));
    }

    /** What b / sqrt(1 - a²) must exceed for the statistic to exceed a level; -1 to 1, growing with the level. */
    @Override
    public double reach(double level) {
        if (Double.isInfinite(level)) return Math.signum(level);
        if (isSigned()) return level / Math.sqrt(degreesOfFreedom + level * level);
        return level <= 0 ? -1 : Math.sqrt(level * effects / (degreesOfFreedom + level * effects));
    }

    /** Sums the squared inner products. */
    private final class Sums implements Evaluator {
        private final VoxelTile tile;
        private final double[] dot = new double[VoxelTile.SIZE];
        private final double[] gained = new double[VoxelTile.SIZE];
        private final double[] explained = new double[VoxelTile.SIZE];
        private double[] data = new double[0]; // of one voxel
        private double[] products = new double[0];

        Sums(VoxelTile tile) {
            this.tile = tile;
        }

        @Override
        public void values(double[][] design, double reached, double floor, double[] values) {
            sumSquares(design, effects, design.length, explained);
            if (isSigned()) {
                Products.multiply(design[0], tile.residuals(), dot);
                for (int j = 0; j < VoxelTile.SIZE; j++) gained[j] = dot[j] * dot[j];
                for (int j = 0; j < VoxelTile.SIZE; j++) values[j] = t(dot[j], 1 - explained[j] - gained[j]);
            } else {
                sumSquares(design, 0, effects, gained);
                for (int j = 0; j < VoxelTile.SIZE; j++) values[j] = f(gained[j], 1 - explained[j] - gained[j]);
            }
            for (int j = 0; j < tile.length(); j++)
                if (1 - explained[j] - gained[j] < NEAR) values[j] = value(design, j);
        }

        private void sumSquares(double[][] design, int from, int to, double[] sum) {
            Arrays.fill(sum, 0);
            for (int c = from; c < to; c++) {
                Products.multiply(design[c], tile.residuals(), dot);
                Products.addSquares(sum, dot);
            }
        }

        @Override
        public double value(double[][] design, int voxel) {
            data = tile.residuals(voxel);
            double nuisance = sumOfSquares(design, effects, design.length);
            double effect = isSigned() ? Products.dot(design[0], data) : sumOfSquares(design, 0, effects);
            double rest = 1 - nuisance - (isSigned() ? effect * effect : effect);
            if (rest < NEAR) rest = residualSquares(design);
            return isSigned() ? t(effect, rest) : f(effect, rest);
        }

        /** What the columns of a design leave of the voxel's data. */
        private double residualSquares(double[][] design) {
            double[] left = data.clone();
            for (double[] column : design) {
                double dot = Products.dot(column, data);
                for (int i = 0; i < left.length; i++) left[i] -= dot * column[i];
            }
            return Products.dot(left, left);
        }

        private double sumOfSquares(double[][] design, int from, int to) {
            if (products.length < to - from) products = new double[to - from];
            Products.dots(design, from, to, data, products);
            double sum = 0;
            for (int c = 0; c < to - from; c++) sum += products[c] * products[c];
            return sum;
        }
    }
}
