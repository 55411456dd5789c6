package cohort.permute.model;

import cohort.permute.nulls.Tail;
import cohort.permute.screen.group.GroupScreen;
import cohort.permute.tile.Products;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import cohort.text.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Aspin and Welch's v, and for several columns of effect G, for groups of subjects that have variances of their own (Winkler
 * et al. 2014, NeuroImage 92:381, equations 5 and 6). For two groups v is Welch's t, for several groups G is Welch's F.
 *
 * <p>With orthonormal columns M = [X Z], coefficients b = M'y, and for each group g the rows M_g, the residual sum of squares
 * e_g, ν_g = Σ (1 − m_i'm_i) over the rows of g and w_g = ν_g / e_g, the information is K = Σ w_g M_g'M_g. What of it is left
 * for X when Z is eliminated is S; then v = b_X √S and G = b_X' S b_X / (Λ q) with Λ = 1 + 2 (q − 1) / (q (q + 2)) Σ (1 −
 * n_g w_g / Σ n_h w_h)² / ν_g. Both have a distribution of their own in each voxel: that of t, or of F, with Welch's degrees
 * of freedom q (q + 2) / (3 Σ (1 − n_g w_g / Σ n_h w_h)² / ν_g) (equation 7; for two groups those of Welch 1947 and
 * Satterthwaite 1946). To be comparable between voxels they are turned into z of the same tail probability, zv and zG, as PALM
 * does before maxima, clusters and counts. Where groups share a regressor, such as a mean or a slope, or where a contrast leaves
 * groups out, these z are no standard normal deviates under the null hypothesis (the weights of v are not those of least
 * squares, and equation 7 counts all groups), and p follows from shuffling alone. Shuffles exchange whole rows of M with the
 * groups they belong to, so that M_g'M_g, ν_g and n_g stay as they are.
 *
 * @param effects q, the columns of X
 * @param columns p, the columns of M
 * @param sizes n_g
 * @param freedoms ν_g
 * @param crossProducts M_g'M_g, groups x p x p
 * @param isNormal whether values are z, or else v and G themselves
 */
record GroupedStatistic(
        int effects, int columns, int[] sizes, double[] freedoms, double[][][] crossProducts, boolean isNormal)
        implements VoxelStatistic {
    /**
     * The least share of all residual squares that those of a group are taken to be: where its values hardly differ, or not at all,
     * others that enter S would be lost in rounding, and are known to eight digits so.
     */
    private static final double LEAST = 1e-8;
    /** The least that all residual squares are taken to be: what rounding leaves of a perfect fit. */
    private static final double PERFECT = 1e-26;
    /** Below this share a difference of squares has lost digits, and residuals are summed one by one. */
    private static final double NEAR = 1e-6;

    /**
     * The z of v or G.
     *
     * @param effect orthonormal columns
     * @param nuisance orthonormal columns, orthogonal to the effect
     * @param groups the number of each subject's group, from 1
     */
    static GroupedStatistic of(double[][] effect, double[][] nuisance, double[] groups) {
        int count = (int) Arrays.stream(groups).max().orElseThrow(), q = effect.length, p = q + nuisance.length;
        int[] sizes = new int[count];
        double[] freedoms = new double[count];
        double[][][] products = new double[count][p][p];
        for (int i = 0; i < groups.length; i++) {
            int g = (int) groups[i] - 1;
            sizes[g]++;
            freedoms[g]++;
            for (int a = 0; a < p; a++) {
                double first = a < q ? effect[a][i] : nuisance[a - q][i];
                freedoms[g] -= first * first;
                for (int b = 0; b < p; b++) products[g][a][b] += first * (b < q ? effect[b][i] : nuisance[b - q][i]);
            }
        }
        return new GroupedStatistic(q, p, sizes, freedoms, products, true);
    }

    @Override
    public StatisticInfo info() {
        String z = isNormal ? "z" : "";
        return isSigned()
                ? StatisticInfo.ofVoxel(
                        z + "v",
                        true,
                        isNormal,
                        "v, the t of Aspin and Welch",
                        List.of(Reference.ASPIN_WELCH_1949, Reference.WINKLER_2014))
                : StatisticInfo.ofVoxel(
                        z + "G",
                        false,
                        isNormal,
                        "G, Welch's F",
                        List.of(Reference.WELCH_1951, Reference.WINKLER_2014));
    }

    @Override
    public Optional<VoxelStatistic> untransformed() {
        return isNormal
                ? Optional.of(new GroupedStatistic(effects, columns, sizes, freedoms, crossProducts, false))
                : Optional.empty();
    }

    @Override
    public Object kind() {
        return isSigned();
    }

    private boolean isSigned() {
        return effects == 1;
    }

    @Override
    public Evaluator on(VoxelTile tile) {
        return new Groups(tile);
    }

    @Override
    public Optional<TileScreen> screen(ShuffledModel model, boolean onlyFlips, Tail tail) {
        if (!isNormal) return Optional.empty();
        Optional<GroupedReach> reach = isSigned() ? GroupedReach.of(this, model) : Optional.empty();
        return Optional.of(reach.<TileScreen>map(bounds -> new DesignScreens(bounds, tail).of(model))
                .orElseGet(() -> GroupScreen.of(model.columns(), new GroupedLevels(this), onlyFlips, tail)));
    }

    /** Sums within the groups. */
    private final class Groups implements Evaluator {
        private final VoxelTile tile;
        private final double[][][] dots = new double[sizes.length][columns][VoxelTile.SIZE];
        private final double[][] squares = new double[sizes.length][VoxelTile.SIZE];
        private final double[][][] members = new double[sizes.length][][]; // residuals of those in a group
        private final double[][][] factors = new double[sizes.length][columns][]; // their rows of the design
        private final double[][] dot = new double[sizes.length][columns]; // of one voxel, as the next
        private final double[] square = new double[sizes.length];
        private final NormalDeviates deviates = new NormalDeviates(effects);
        private final double[] freedom = new double[VoxelTile.SIZE];
        private final double[] b = new double[columns];
        private final double[] rest = new double[sizes.length], weights = new double[sizes.length];
        private final double[][] information = new double[columns][columns];
        private final double[][] allB = new double[columns][VoxelTile.SIZE]; // of all voxels, as the next
        private final double[][] allRest = new double[sizes.length][VoxelTile.SIZE];
        private final double[][] allWeights = new double[sizes.length][VoxelTile.SIZE];
        private final double[][][] allInformation = new double[columns][columns][]; // from the diagonal on
        private final double[] total = new double[VoxelTile.SIZE];
        private final double[] factor = new double[VoxelTile.SIZE];

        Groups(VoxelTile tile) {
            this.tile = tile;
            for (int g = 0; g < sizes.length; g++) {
                members[g] = new double[sizes[g]][];
                for (int c = 0; c < columns; c++) factors[g][c] = new double[sizes[g]];
            }
            for (int r = 0; r < columns; r++)
                for (int c = r; c < columns; c++) allInformation[r][c] = new double[VoxelTile.SIZE];
        }

        @Override
        public void values(double[][] design, double reached, double floor, double[] values) {
            sumWithinGroups(design);
            statistics(design, values);
            if (isNormal) deviates.replace(tile.length(), values, freedom, reached, floor);
        }

        @Override
        public double value(double[][] design, int voxel) {
            sumWithinGroups(design, tile.residuals(voxel));
            double value = statistic(design, voxel);
            return isNormal ? deviates.z(value, freedom[voxel]) : value;
        }

        /** Of one voxel, in the order of that of all. */
        private void sumWithinGroups(double[][] design, double[] residuals) {
            for (double[] sum : dot) Arrays.fill(sum, 0);
            Arrays.fill(square, 0);
            for (int i = 0; i < residuals.length; i++) {
                int group = group(design, i);
                double[] sum = dot[group];
                for (int c = 0; c < columns; c++) sum[c] += design[c][i] * residuals[i];
                square[group] += residuals[i] * residuals[i];
            }
        }

        private int group(double[][] design, int subject) {
            return (int) Math.abs(design[columns][subject]) - 1;
        }

        private void sumWithinGroups(double[][] design) {
            int[] next = new int[sizes.length];
            for (int i = 0; i < design[columns].length; i++) {
                int group = group(design, i), at = next[group]++;
                members[group][at] = tile.residuals()[i];
                for (int c = 0; c < columns; c++) factors[group][c][at] = design[c][i];
            }
            for (int g = 0; g < sizes.length; g++) {
                for (int c = 0; c < columns; c++) Products.multiply(factors[g][c], members[g], dots[g][c]);
                Products.sumSquares(members[g], squares[g]);
            }
        }

        /** v or G of all voxels; leaves their degrees of freedom. Each operation is done for all before the next one. */
        private void statistics(double[][] design, double[] values) {
            for (int c = 0; c < columns; c++) {
                Arrays.fill(allB[c], 0);
                for (double[][] sum : dots) Products.add(allB[c], 1, sum[c]);
            }
            Arrays.fill(total, 0);
            for (int g = 0; g < sizes.length; g++) {
                residualSquares(design, g);
                Products.add(total, 1, allRest[g]);
            }
            for (int r = 0; r < columns; r++) for (int c = r; c < columns; c++) Arrays.fill(allInformation[r][c], 0);
            for (int g = 0; g < sizes.length; g++) {
                weigh(allWeights[g], freedoms[g], allRest[g], total);
                for (int r = 0; r < columns; r++)
                    for (int c = r; c < columns; c++)
                        Products.add(allInformation[r][c], crossProducts[g][r][c], allWeights[g]);
            }
            for (int pivot = columns - 1; pivot >= effects; pivot--)
                for (int r = 0; r < pivot; r++) {
                    divide(factor, allInformation[r][pivot], allInformation[pivot][pivot]);
                    for (int c = r; c < pivot; c++) minus(allInformation[r][c], factor, allInformation[c][pivot]);
                }
            imbalances();
            finish(values);
        }

        private void residualSquares(double[][] design, int group) {
            double[] sum = allRest[group], square = squares[group], fitted = factor;
            System.arraycopy(square, 0, sum, 0, sum.length);
            for (int r = 0; r < columns; r++) {
                Arrays.fill(fitted, 0);
                for (int c = 0; c < columns; c++) Products.add(fitted, crossProducts[group][r][c], allB[c]);
                gain(sum, allB[r], fitted, dots[group][r]);
            }
            for (int j = 0; j < tile.length(); j++)
                if (sum[j] < NEAR * square[j]) {
                    for (int c = 0; c < columns; c++) b[c] = allB[c][j];
                    sum[j] = residualsOneByOne(design, group, j);
                }
        }

        /** Leaves them in place of the degrees of freedom. */
        private void imbalances() {
            Arrays.fill(total, 0);
            for (int g = 0; g < sizes.length; g++) Products.add(total, sizes[g], allWeights[g]);
            Arrays.fill(freedom, 0);
            for (int g = 0; g < sizes.length; g++) addImbalance(freedom, sizes[g], freedoms[g], allWeights[g], total);
        }

        private void finish(double[] values) {
            for (int j = 0; j < tile.length(); j++) {
                double imbalance = freedom[j];
                freedom[j] = effects * (effects + 2) / (3 * imbalance);
                values[j] = isSigned()
                        ? allB[0][j] * Math.sqrt(allInformation[0][0][j])
                        : squares(j) / (effects * (1 + 2.0 * (effects - 1) / (effects * (effects + 2)) * imbalance));
            }
        }

        private double squares(int j) {
            double sum = 0;
            for (int r = 0; r < effects; r++)
                for (int c = 0; c < effects; c++)
                    sum += allB[r][j] * allInformation[Math.min(r, c)][Math.max(r, c)][j] * allB[c][j];
            return sum;
        }

        /** v or G of one voxel of what was summed, in the order of that of all; leaves its degrees of freedom. */
        private double statistic(double[][] design, int j) {
            Arrays.fill(b, 0);
            for (double[] sum : dot) for (int c = 0; c < columns; c++) b[c] += sum[c];
            for (double[] row : information) Arrays.fill(row, 0);
            double all = 0;
            for (int g = 0; g < sizes.length; g++) all += rest[g] = residualSquares(design, g, j);
            for (int g = 0; g < sizes.length; g++) {
                weights[g] = freedoms[g] / Math.max(rest[g], LEAST * Math.max(all, PERFECT));
                for (int r = 0; r < columns; r++)
                    for (int c = r; c < columns; c++) information[r][c] += weights[g] * crossProducts[g][r][c];
            }
            eliminateNuisance();
            double sum = 0;
            for (int r = 0; r < effects; r++)
                for (int c = 0; c < effects; c++) sum += b[r] * information[Math.min(r, c)][Math.max(r, c)] * b[c];
            double imbalance = imbalance();
            freedom[j] = effects * (effects + 2) / (3 * imbalance);
            return isSigned()
                    ? b[0] * Math.sqrt(information[0][0])
                    : sum / (effects * (1 + 2.0 * (effects - 1) / (effects * (effects + 2)) * imbalance));
        }

        private double residualSquares(double[][] design, int group, int j) {
            double sum = square[group];
            for (int r = 0; r < columns; r++) {
                double fitted = 0;
                for (int c = 0; c < columns; c++) fitted += crossProducts[group][r][c] * b[c];
                sum += b[r] * (fitted - 2 * dot[group][r]);
            }
            return sum < NEAR * square[group] ? residualsOneByOne(design, group, j) : sum;
        }

        private double residualsOneByOne(double[][] design, int group, int j) {
            double sum = 0;
            for (int i = 0; i < design[columns].length; i++) {
                if (group(design, i) != group) continue;
                double left = tile.residuals()[i][j];
                for (int c = 0; c < columns; c++) left -= b[c] * design[c][i];
                sum += left * left;
            }
            return sum;
        }

        private void eliminateNuisance() {
            for (int pivot = columns - 1; pivot >= effects; pivot--)
                for (int r = 0; r < pivot; r++) {
                    double factor = information[r][pivot] / information[pivot][pivot];
                    for (int c = r; c < pivot; c++) information[r][c] -= factor * information[c][pivot];
                }
        }

        /** Σ (1 − n_g w_g / Σ n_h w_h)² / ν_g. */
        private double imbalance() {
            double total = 0, sum = 0;
            for (int g = 0; g < sizes.length; g++) total += sizes[g] * weights[g];
            for (int g = 0; g < sizes.length; g++) {
                double rest = 1 - sizes[g] * weights[g] / total;
                sum += rest * rest / freedoms[g];
            }
            return sum;
        }
    }

    private static void minus(double[] sum, double[] x, double[] y) {
        for (int j = 0; j < VoxelTile.SIZE; j++) sum[j] -= x[j] * y[j];
    }

    private static void divide(double[] quotient, double[] x, double[] y) {
        for (int j = 0; j < VoxelTile.SIZE; j++) quotient[j] = x[j] / y[j];
    }

    private static void gain(double[] sum, double[] b, double[] fitted, double[] dot) {
        for (int j = 0; j < VoxelTile.SIZE; j++) sum[j] += b[j] * (fitted[j] - 2 * dot[j]);
    }

    private static void weigh(double[] weight, double freedom, double[] rest, double[] all) {
        for (int j = 0; j < VoxelTile.SIZE; j++)
            weight[j] = freedom / Math.max(rest[j], LEAST * Math.max(all[j], PERFECT));
    }

    private static void addImbalance(double[] sum, double size, double freedom, double[] weight, double[] total) {
        for (int j = 0; j < VoxelTile.SIZE; j++) {
            double rest = 1 - size * weight[j] / total[j];
            sum[j] += rest * rest / freedom;
        }
    }
}
