package cohort.permute.local;

import cohort.design.matrix.Columns;
import cohort.matrix.VoxelMatrix;
import cohort.permute.model.NormalDeviates;
import cohort.permute.model.StatisticInfo;
import cohort.permute.shuffle.Shuffle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** A column of each voxel's design. */
    @Override
    public long bytes() {
        return (long) VoxelMatrix.TILE * data.maps() * Double.BYTES;
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
            for (int first = 0; first < voxels; first += VoxelMatrix.TILE) {
                int n = Math.min(VoxelMatrix.TILE, voxels - first);
                statistic.data.read(first, n, rows);
                fill(block, statistic.designs.of(first, n, rows), values);
                for (int k = 0; k < values.length; k++) receiver.take(k, first, n, values[k]);
            }
        }

        private void fill(List<Shuffle> block, LocalDesign[] designs, double[][] values) {
            Map<LocalDesign, Shuffles> made = new HashMap<>();
            for (int j = 0; j < designs.length; j++) {
                Shuffles shuffles = made.computeIfAbsent(designs[j], design -> Shuffles.of(design, block));
                double[] y = residuals(designs[j], shuffles.unshuffled(), j);
                for (int k = 0; k < values.length; k++) values[k][j] = value(shuffles.block()[k], y);
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

        private double value(LocalDesign.Shuffled design, double[] y) {
            int freedom = design.degreesOfFreedom();
            if (freedom == 0) return 0;
            double explained = squares(design.nuisance(), y), gained = squares(design.effect(), y);
            double rest = 1 - explained - gained;
            if (rest < NEAR) rest = left(design, y);
            rest = Math.max(LEAST, rest) / freedom;
            double value = statistic.effects == 1
                    ? Columns.dot(design.effect()[0], y) / Math.sqrt(rest)
                    : gained / statistic.effects / rest;
            return statistic.isNormal ? deviates.z(value, freedom) : value;
        }

        private static double left(LocalDesign.Shuffled design, double[] y) {
            double[] left = y.clone();
            Columns.removeProjection(left, design.nuisance());
            Columns.removeProjection(left, design.effect());
            return Columns.dot(left, left);
        }

        private static double squares(double[][] columns, double[] y) {
            double sum = 0;
            for (double[] column : columns) {
                double dot = Columns.dot(column, y);
                sum += dot * dot;
            }
            return sum;
        }
    }

    /** A design under a block of shuffles. */
    private record Shuffles(LocalDesign.Shuffled unshuffled, LocalDesign.Shuffled[] block) {

        static Shuffles of(LocalDesign design, List<Shuffle> block) {
            return new Shuffles(
                    design.shuffled(Shuffle.identity(block.get(0).row().length)),
                    block.stream().map(design::shuffled).toArray(LocalDesign.Shuffled[]::new));
        }
    }
}
