package cohort.permute.map;

import cohort.Progress;
import cohort.cluster.Excursion;
import cohort.matrix.VoxelMatrix;
import cohort.permute.executor.BlockPart;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.ShuffleBlock;
import cohort.permute.executor.SplitWork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The maps of all contrasts, split by voxels. A voxel's statistic depends on its own data alone, and clusters and TFCE are computed
 * where the parts of a map come together.
 *
 * @param contrasts how the map of each is made
 * @param aims contrasts x voxels, the smallest value that counts; no voxels where shuffles are not counted
 */
public record SplitMaps(List<MapRecipe> contrasts, double[][] aims) implements SplitWork {

    public SplitMaps {
        contrasts = List.copyOf(contrasts);
    }

    @Override
    public Function<ShuffleBlock, BlockPart> on(VoxelMatrix data, int first) {
        List<MapWorker> workers = IntStream.range(0, contrasts.size())
                .mapToObj(c -> worker(c, data, first))
                .toList();
        MapRoom room = new MapRoom();
        return block -> {
            Excursion.Part[][][] excursions = workers.stream()
                    .map(worker -> parts(worker.makeMaps(block.shuffles(), room, Progress.NONE)))
                    .toArray(Excursion.Part[][][]::new);
            return new BlockPart(
                    block.first(),
                    first,
                    excursions,
                    workers.stream().map(MapWorker::reached).toArray(int[][]::new));
        };
    }

    private MapWorker worker(int contrast, VoxelMatrix data, int first) {
        MapRecipe recipe = contrasts.get(contrast);
        double[] all = aims[contrast];
        return new MapWorker(
                recipe,
                recipe.tested(data),
                first,
                recipe.floor(),
                recipe.model().removed(),
                Optional.empty(),
                all.length == 0 ? all : Arrays.copyOfRange(all, first, first + data.voxels()));
    }

    private static Excursion.Part[][] parts(Excursion[][] maps) {
        return Arrays.stream(maps)
                .map(sides -> Arrays.stream(sides).map(Excursion::part).toArray(Excursion.Part[]::new))
                .toArray(Excursion.Part[][]::new);
    }

    @Override
    public Function<List<BlockPart>, BlockResult> join() {
        List<MapMaxima> maxima = contrasts.stream().map(MapMaxima::new).toList();
        return parts -> new BlockResult(
                parts.get(0).first(),
                IntStream.range(0, maxima.size())
                        .mapToObj(c -> maxima(maxima.get(c), c, parts))
                        .toArray(double[][][]::new),
                IntStream.range(0, maxima.size())
                        .mapToObj(c -> parts.stream()
                                .flatMapToInt(part -> Arrays.stream(part.reached()[c]))
                                .toArray())
                        .toArray(int[][]::new));
    }

    private double[][] maxima(MapMaxima maxima, int contrast, List<BlockPart> parts) {
        int shuffles = parts.get(0).excursions()[contrast].length;
        Excursion[][] maps = IntStream.range(0, shuffles)
                .mapToObj(k -> together(contrast, k, parts))
                .toArray(Excursion[][]::new);
        return maxima.of(maps, Progress.NONE);
    }

    private Excursion[] together(int contrast, int shuffle, List<BlockPart> parts) {
        double floor = contrasts.get(contrast).floor();
        return IntStream.range(0, parts.get(0).excursions()[contrast][shuffle].length)
                .mapToObj(side -> {
                    Excursion map = new Excursion(floor);
                    for (BlockPart part : parts) map.add(part.excursions()[contrast][shuffle][side]);
                    return map;
                })
                .toArray(Excursion[]::new);
    }
}
