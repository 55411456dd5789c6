package cohort.permute.local;

import cohort.design.matrix.Columns;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.NormalDeviates;
import cohort.permute.model.StatisticInfo;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.Products;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * t or F of designs that differ from voxel to voxel, the nuisance treated as by Freedman and Lane (Winkler et al. 2014, NeuroImage
 * 92:381): a voxel's data are cleared of its nuisance, and its design is shuffled. Where degrees of freedom differ, too, the
 * statistic becomes the z of the same tail probability, so that maxima, clusters and TFCE compare like with like. A shuffle under
 * which the effect cannot be estimated says 0.
 *
 * @param data voxels x subjects
 * @param designs of the voxels
 * @param effects 1 for t, more for F
 * @param isNormal whether values are z
 */
record LocalStatistic(VoxelMatrix data, Designs designs, int effects, boolean isNormal) implements MapModel {
    private static final double LEAST = 1e-26, NEAR = 1e-6;

    /** Finds the design of each voxel. */
    interface Designs {

        /**
         * The designs of some neighbouring voxels; of those that are one object the shuffled design is made once.
         *
         * @param first the first voxel
         * @param n number of voxels
         * @param rows their data, subjects x voxels
         */
        LocalDesign[] of(int first, int n, double[][] rows);
    }

    @Override
    public StatisticInfo info() {
        String name = (isNormal ? "z" : "") + (effects == 1 ? "t" : "F");
        return StatisticInfo.ofVoxel(name, effects == 1, isNormal, effects == 1 ? "t" : "F", List.of());
    }

    @Override
    public Object kind() {
        return List.of(isNormal, effects, isNormal ? 0 : data.maps());
    }

    @Override
    public Optional<MapModel> untransformed() {
        return isNormal ? Optional.of(new LocalStatistic(data, designs, effects, false)) : Optional.empty();
    }

    /** A column of each voxel's design, its value and its degrees of freedom. */
    @Override
    public long bytes() {
        return VoxelMatrix.TILE * (data.maps() + 2L) * Double.BYTES;
    }

    @Override
    public Maker maker(boolean observed) {
        return new LocalMaker(this);
    }

    /** One voxel after the other. */
    private static final class LocalMaker implements Maker {
        private final LocalStatistic statistic;
        private final NormalDeviates deviates;
        private final double[][] rows;

        LocalMaker(LocalStatistic statistic) {
            this.statistic = statistic;
            deviates = new NormalDeviates(statistic.effects);
            rows = new double[statistic.data.maps()][VoxelMatrix.TILE];
        }

        @Override
        public void make(List<Shuffle> block, Receiver receiver) {
            int voxels = statistic.data.voxels();
            double[][] values = new double[block.size()][VoxelMatrix.TILE];
            double[][] freedom = new double[block.size()][VoxelMatrix.TILE];
            for (int first = 0; first < voxels; first += VoxelMatrix.TILE) {
                int n = Math.min(VoxelMatrix.TILE, voxels - first);
                statistic.data.read(first, n, rows);
                fill(block, statistic.designs.of(first, n, rows), values, freedom);
                for (int k = 0; k < values.length; k++) {
                    if (statistic.isNormal)
                        deviates.replace(n, values[k], freedom[k], receiver.reached(k), receiver.floor());
                    receiver.take(k, first, n, values[k]);
                }
            }
        }

        private void fill(List<Shuffle> block, LocalDesign[] designs, double[][] values, double[][] freedom) {
            Map<LocalDesign, Shuffles> made = new HashMap<>();
            for (int j = 0; j < designs.length; j++) {
                Shuffles shuffles = made.computeIfAbsent(designs[j], design -> Shuffles.of(design, block));
                double[] y = residuals(designs[j], shuffles.unshuffled(), j);
                double[] products = shuffles.products(y);
                for (int k = 0, from = 0; k < values.length; from = shuffles.ends()[k++]) {
                    values[k][j] = value(shuffles.block()[k], y, products, from);
                    freedom[k][j] = shuffles.block()[k].degreesOfFreedom();
                }
            }
        }

        /** The data of a voxel without its nuisance, of unit length; zeros if nothing is left. */
        private double[] residuals(LocalDesign design, LocalDesign.Shuffled unshuffled, int voxel) {
            double[] y = new double[design.rows().length];
            for (int i = 0; i < y.length; i++) y[i] = rows[design.rows()[i]][voxel];
            double before = Columns.dot(y, y);
            Columns.removeProjection(y, unshuffled.nuisance());
            double left = Columns.dot(y, y), scale = left > LEAST * before ? 1 / Math.sqrt(left) : 0;
            for (int i = 0; i < y.length; i++) y[i] *= scale;
            return y;
        }

        /** Of the inner products of the data with the effect, then with the nuisance, which begin at an index. */
        private double value(LocalDesign.Shuffled design, double[] y, double[] products, int from) {
            int freedom = design.degreesOfFreedom(), nuisance = from + design.effect().length;
            if (freedom == 0) return 0;
            double gained = squares(products, from, nuisance);
            double rest = 1 - squares(products, nuisance, nuisance + design.nuisance().length) - gained;
            if (rest < NEAR) rest = left(design, y);
            rest = Math.max(LEAST, rest) / freedom;
            return statistic.effects == 1 ? products[from] / Math.sqrt(rest) : gained / statistic.effects / rest;
        }

        private static double left(LocalDesign.Shuffled design, double[] y) {
            double[] left = y.clone();
            Columns.removeProjection(left, design.nuisance());
            Columns.removeProjection(left, design.effect());
            return Columns.dot(left, left);
        }

        private static double squares(double[] products, int from, int to) {
            double sum = 0;
            for (int c = from; c < to; c++) sum += products[c] * products[c];
            return sum;
        }
    }

    /**
     * A design under a block of shuffles.
     *
     * @param columns those of effect and nuisance, one shuffle after the other
     * @param ends the index behind the last column of each shuffle
     */
    private record Shuffles(
            LocalDesign.Shuffled unshuffled, LocalDesign.Shuffled[] block, double[][] columns, int[] ends) {

        static Shuffles of(LocalDesign design, List<Shuffle> block) {
            LocalDesign.Shuffled[] shuffled =
                    block.stream().map(design::shuffled).toArray(LocalDesign.Shuffled[]::new);
            int[] ends = Arrays.stream(shuffled)
                    .mapToInt(of -> of.effect().length + of.nuisance().length)
                    .toArray();
            Arrays.parallelPrefix(ends, Integer::sum);
            return new Shuffles(
                    design.shuffled(Shuffle.identity(block.get(0).row().length)),
                    shuffled,
                    Arrays.stream(shuffled)
                            .flatMap(of -> Stream.of(of.effect(), of.nuisance()).flatMap(Stream::of))
                            .toArray(double[][]::new),
                    ends);
        }

        double[] products(double[] y) {
            double[] products = new double[columns.length];
            Products.dots(columns, 0, columns.length, y, products);
            return products;
        }
    }
}
