package cohort.permute.local;

import cohort.InputException;
import cohort.mask.Mask;
import cohort.permute.model.ShuffledModel;
import cohort.permute.model.StatisticInfo;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.Products;
import cohort.permute.tile.VoxelTile;
import cohort.smooth.SmoothingWithin;
import cohort.text.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pseudo-t: the effect over the root of its variance, of which the map was smoothed within the mask, so that few degrees of
 * freedom give a less noisy denominator (Nichols &amp; Holmes 2002, Human Brain Mapping 15:1, section "Pseudo t-statistics"; the
 * variance of each shuffle is smoothed, and divided by the smoothed mask, as FSL's randomise does by {@code -v}). Pseudo-F
 * likewise divides the mean square of the effect by the smoothed variance of the residuals. Neither has a distribution that is
 * known: p follows from shuffling alone.
 *
 * @param fwhm of the Gaussian in mm, above 0
 */
public record SmoothedVariance(double fwhm) implements VoxelModels {
    /** From this many degrees of freedom on, there is little to gain. */
    public static final int FEW = 15;
    /** What the variance is at least, as a share of the data's square: what rounding leaves of a perfect fit. */
    private static final double LEAST = 1e-26;

    /** The names of the statistics, of one row and of several. */
    public static final String T = "pseudoT", F = "pseudoF";

    /** @throws InputException if the width is not above 0 */
    public SmoothedVariance {
        if (!(fwhm > 0 && fwhm < Double.POSITIVE_INFINITY))
            throw new InputException(
                    "variance_smoothing: found " + fwhm + ", expected a width in mm, 0 for no smoothing.");
    }

    @Override
    public Optional<MapModel> of(Test test) {
        if (test.model().groups().length > 0) throw new IllegalArgumentException("several variances in each voxel");
        return Optional.of(new Pseudo(test, new SmoothingWithin(test.mask().grid(), voxels(test.mask()), fwhm)));
    }

    private static int[] voxels(Mask mask) {
        return IntStream.range(0, mask.size()).map(mask::gridIndex).toArray();
    }

    /** Pseudo-t or pseudo-F. */
    private record Pseudo(Test test, SmoothingWithin smoothing) implements MapModel {

        @Override
        public StatisticInfo info() {
            String name = isSigned() ? T : F, symbol = isSigned() ? "pseudo-t" : "pseudo-F";
            return new StatisticInfo(
                    name,
                    symbol,
                    StatisticInfo.Kind.VOXEL,
                    "Voxel (" + symbol + ")",
                    "maximum " + symbol,
                    "",
                    2,
                    isSigned(),
                    false,
                    symbol + ", the variance being smoothed",
                    List.of(Reference.NICHOLS_HOLMES_2002));
        }

        private boolean isSigned() {
            return model().effect().length == 1;
        }

        private ShuffledModel model() {
            return test.model();
        }

        @Override
        public Object kind() {
            return List.of(isSigned(), model().effect().length, model().degreesOfFreedom());
        }

        /** Effect and variance. */
        @Override
        public long bytes() {
            return 2L * test.data().voxels() * Double.BYTES;
        }

        @Override
        public Maker maker(boolean observed) {
            return new PseudoMaker(
                    this, new VoxelTile(test.data(), observed ? model().removedFromObserved() : model().removed()));
        }
    }

    /** The maps of effect and variance of a block of shuffles, and what smoothing makes of them. */
    private static final class PseudoMaker implements MapModel.Maker {
        private final Pseudo pseudo;
        private final VoxelTile tile;
        private final int effects, voxels;
        private final double[] dot = new double[VoxelTile.SIZE];
        private final double[] effect = new double[VoxelTile.SIZE], fitted = new double[VoxelTile.SIZE];
        private double[][] gained = new double[0][], variance = new double[0][]; // shuffle, voxel

        PseudoMaker(Pseudo pseudo, VoxelTile tile) {
            this.pseudo = pseudo;
            this.tile = tile;
            effects = pseudo.model().effect().length;
            voxels = pseudo.test().data().voxels();
        }

        @Override
        public void make(List<Shuffle> block, MapModel.Receiver receiver) {
            double[][][] designs = block.stream().map(pseudo.model()::design).toArray(double[][][]::new);
            if (gained.length < designs.length) {
                gained = new double[designs.length][voxels];
                variance = new double[designs.length][voxels];
            }
            for (int first = 0; first < voxels; first += VoxelTile.SIZE) {
                tile.moveTo(first);
                for (int k = 0; k < designs.length; k++) fit(designs[k], gained[k], variance[k]);
            }
            for (int k = 0; k < designs.length; k++) {
                pseudo.smoothing().smooth(variance[k]);
                divide(gained[k], variance[k]);
                receiver.take(k, 0, voxels, gained[k]);
            }
        }

        private void fit(double[][] design, double[] gained, double[] variance) {
            Arrays.fill(effect, 0);
            Arrays.fill(fitted, 0);
            for (int c = 0; c < design.length; c++) {
                Products.multiply(design[c], tile.residuals(), dot);
                Products.addSquares(c < effects ? effect : fitted, dot);
                if (c == 0 && pseudo.isSigned()) System.arraycopy(dot, 0, gained, tile.first(), tile.length());
            }
            for (int j = 0, v = tile.first(); j < tile.length(); j++, v++) {
                double length = tile.norm(j), square = length * length;
                gained[v] = pseudo.isSigned() ? length * gained[v] : square * effect[j] / effects;
                variance[v] = square
                        * Math.max(LEAST, 1 - effect[j] - fitted[j])
                        / pseudo.model().degreesOfFreedom();
            }
        }

        /** Where the data are 0 all around, so is the statistic. */
        private void divide(double[] gained, double[] variance) {
            for (int v = 0; v < voxels; v++)
                gained[v] =
                        variance[v] > 0 ? gained[v] / (pseudo.isSigned() ? Math.sqrt(variance[v]) : variance[v]) : 0;
        }
    }
}
