package cohort.permute.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.matrix.VoxelMatrix;
import cohort.permute.nulls.Tail;
import cohort.permute.screen.FloatScreen;
import cohort.permute.screen.SquaredDots;
import cohort.permute.shuffle.Shuffle;
import cohort.permute.tile.Products;
import cohort.permute.tile.ShortDots;
import cohort.permute.tile.ShortProducts;
import cohort.permute.tile.TileScreen;
import cohort.permute.tile.VoxelTile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What 16 bits may say of data of any kind, against double precision. */
class DotScreenTest {
    private static final int VOXELS = 1000;
    private static final int SHUFFLES = 3;

    /** Data and designs: noise, one huge subject, the same value in all but one, and voxels that the nuisance nearly explains. */
    private static final class Case {
        final double[][][] designs;
        final List<VoxelTile> tiles;

        Case(int subjects, int columns, long seed) {
            Random random = new Random(seed);
            designs = new double[SHUFFLES][][];
            for (int k = 0; k < SHUFFLES; k++)
                designs[k] = ModelPartition.orthonormalize(
                        Stream.generate(() -> random.doubles(subjects, -1, 1).toArray())
                                .limit(columns)
                                .toArray(double[][]::new));
            double[] data = new double[subjects * VOXELS];
            for (int v = 0; v < VOXELS; v++)
                for (int i = 0; i < subjects; i++)
                    data[i * VOXELS + v] = switch (v % 5) {
                        case 0 -> random.nextGaussian();
                        case 1 -> i == v % subjects ? 1e6 : random.nextGaussian();
                        case 2 -> i == 0 ? 1 : 0.5;
                        case 3 -> designs[0][columns - 1][i] + 1e-3 * random.nextGaussian();
                        default -> designs[v % SHUFFLES][0][i] + random.nextDouble() * random.nextGaussian();
                    };
            tiles = Stream.generate(() -> new VoxelTile(
                            VoxelMatrix.of(ArrayImgs.doubles(data, VOXELS, data.length / VOXELS)), new double[0][]))
                    .limit(ShortProducts.TILES)
                    .toList();
            for (int t = 0; t < tiles.size(); t++) tiles.get(t).moveTo(t * VoxelTile.SIZE);
        }

        double[] voxel(int v) {
            return Arrays.stream(tiles.get(v / VoxelTile.SIZE).residuals())
                    .mapToDouble(row -> row[v % VoxelTile.SIZE])
                    .toArray();
        }
    }

    @Tag("slow")
    @Property(tries = 30, seed = "1")
    void innerProductsAreOffByNoMoreThanTheBound(
            @ForAll @IntRange(min = 6, max = 200) int subjects, @ForAll @IntRange(min = 1, max = 4) int columns) {
        Case c = new Case(subjects, columns, 31L * subjects + columns);
        ShortDots dots = new ShortDots(subjects, columns);
        dots.prepare(SHUFFLES, k -> c.designs[k]);
        dots.load(c.tiles);
        for (int k = 0; k < SHUFFLES; k++) {
            double worst = 0;
            for (int v = 0; v < VOXELS; v++) {
                double squares = 0;
                for (int col = 0; col < columns; col++) {
                    double exact = Products.dot(c.designs[k][col], c.voxel(v));
                    double error = (dots.sums(k, col)[v] >> 8) - dots.unit() * exact;
                    squares += error * error;
                }
                worst = Math.max(worst, Math.sqrt(squares));
            }
            assertTrue(worst <= dots.error(k), worst + " of at most " + dots.error(k));
            assertTrue(dots.error(k) <= dots.unit() * ShortDots.worstError(subjects, columns) + 1e-3);
        }
    }

    @Property(tries = 60, seed = "2")
    void theGreatestAndAllAboveTheFloorAreAmongTheCandidates(
            @ForAll @IntRange(min = 8, max = 60) int subjects,
            @ForAll @IntRange(min = 1, max = 4) int columns,
            @ForAll Tail tail,
            @ForAll @IntRange(min = 1, max = 2) int effects) {
        if (columns < effects || effects > 1 && tail != Tail.POSITIVE) return;
        Case c = new Case(subjects, columns, 77L * subjects + columns);
        TestStatistic statistic = new TestStatistic(effects, subjects - columns);
        holdsWhatMatters(c, new DotScreen(subjects, columns, tail, statistic), statistic, tail);
    }

    @Property(tries = 60, seed = "3")
    void singlePrecisionTellsAsMuchOfManySubjectsAndColumns(
            @ForAll @IntRange(min = 4, max = 200) int subjects,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll Tail tail,
            @ForAll @IntRange(min = 1, max = 3) int effects) {
        if (columns < effects || columns >= subjects || effects > 1 && tail != Tail.POSITIVE) return;
        TestStatistic statistic = new TestStatistic(effects, subjects - columns);
        Case c = new Case(subjects, columns, 79L * subjects + columns);
        TileScreen screen = new FloatScreen(new SquaredDots(subjects, effects, columns), tail, statistic);
        holdsWhatMatters(c, screen, statistic, tail);
    }

    private static void holdsWhatMatters(Case c, TileScreen screen, TestStatistic statistic, Tail tail) {
        screen.prepare(Collections.nCopies(SHUFFLES, Shuffle.identity(1)), k -> c.designs[k]);
        for (int first = 0; first < c.tiles.size(); first += screen.tiles())
            holdsWhatMatters(c, screen, c.tiles.subList(first, first + screen.tiles()), statistic, tail);
    }

    private static void holdsWhatMatters(
            Case c, TileScreen screen, List<VoxelTile> tiles, TestStatistic statistic, Tail tail) {
        int voxels = tiles.stream().mapToInt(VoxelTile::length).sum();
        if (voxels == 0) return;
        screen.load(tiles);
        List<VoxelStatistic.Evaluator> exact = tiles.stream().map(statistic::on).toList();
        int[] found = new int[ShortProducts.SIZE];
        for (int k = 0; k < SHUFFLES; k++) {
            double[][] design = c.designs[k];
            double[] evidence = IntStream.range(0, voxels)
                    .mapToDouble(v -> exact.get(v / VoxelTile.SIZE).value(design, v % VoxelTile.SIZE))
                    .map(tail::evidence)
                    .toArray();
            for (double floor : new double[] {Double.POSITIVE_INFINITY, 3, 1})
                for (double level : new double[] {Double.NEGATIVE_INFINITY, 0.5, 2.5}) {
                    double known = Math.min(level, floor);
                    int count = screen.candidates(k, known, floor, found);
                    double[] candidates = Arrays.stream(found, 0, count)
                            .mapToDouble(v -> evidence[v])
                            .toArray();
                    double greatest = Arrays.stream(evidence).max().orElseThrow();
                    if (greatest > known)
                        assertEquals(greatest, Arrays.stream(candidates).max().orElseThrow());
                    assertEquals(
                            Arrays.stream(evidence).filter(x -> x > floor).count(),
                            Arrays.stream(candidates).filter(x -> x > floor).count());
                    assertEquals(
                            count, Arrays.stream(found, 0, count).distinct().count());
                }
        }
    }

    @Test
    void isNotUsedWhereRoundingWouldHideTheEffect() {
        assertTrue(DotScreen.suits(100, 4));
        assertFalse(DotScreen.suits(300, 3));
        assertFalse(DotScreen.suits(200_000, 1));
    }
}
