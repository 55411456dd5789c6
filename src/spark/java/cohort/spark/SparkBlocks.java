package cohort.spark;

import cohort.permute.executor.BlockExecutor;
import cohort.permute.executor.BlockNeeds;
import cohort.permute.executor.BlockPart;
import cohort.permute.executor.BlockResult;
import cohort.permute.executor.BlockWork;
import cohort.permute.executor.ShuffleBlock;
import cohort.permute.executor.SplitWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Evaluates blocks of shuffles where parts of the voxels are. Each executor makes the maps of all shuffles in its voxels; the parts
 * of a block come together on one executor, which finds clusters, TFCE and maxima; these come back.
 */
final class SparkBlocks implements BlockExecutor {
    /** A round is a job of Spark, which takes a moment to begin. */
    private static final int LEAST_TASKS = 8;
    /** What comes together of a block on one executor. */
    private static final long ROOM = 64 << 20;

    private final JavaSparkContext spark;
    private final JavaRDD<VoxelPart> voxels;
    private Optional<SplitWork> known = Optional.empty();
    private Optional<Broadcast<SplitWork>> sent = Optional.empty();

    SparkBlocks(JavaSparkContext spark, JavaRDD<VoxelPart> voxels) {
        this.spark = spark;
        this.voxels = voxels;
    }

    @Override
    public int tasks() {
        return Math.max(LEAST_TASKS, 2 * spark.defaultParallelism());
    }

    /** The same however many executors there are, so that blocks that were kept are found again. */
    @Override
    public int blockSize(BlockNeeds needs, int left) {
        return needs.fitting(ROOM);
    }

    @Override
    public List<BlockResult> evaluate(List<ShuffleBlock> blocks, BlockWork work) {
        Broadcast<SplitWork> split = send(work.split());
        Broadcast<List<ShuffleBlock>> shuffles = spark.broadcast(new ArrayList<>(blocks));
        int parts = voxels.getNumPartitions();
        List<BlockResult> results = new ArrayList<>(
                voxels.mapPartitionsToPair(held -> evaluate(held.next(), split.value(), shuffles.value()))
                        .partitionBy(new HashPartitioner(blocks.size()))
                        .mapPartitions(some -> join(some, split.value(), parts))
                        .collect());
        shuffles.destroy();
        results.sort(Comparator.comparing(BlockResult::first));
        return results;
    }

    private Broadcast<SplitWork> send(SplitWork work) {
        if (known.filter(before -> before == work).isEmpty()) {
            sent.ifPresent(Broadcast::destroy);
            sent = Optional.of(spark.broadcast(work));
            known = Optional.of(work);
        }
        return sent.orElseThrow();
    }

    /** One block after the other, as they are asked for. */
    private static Iterator<Tuple2<Integer, BlockPart>> evaluate(
            VoxelPart part, SplitWork work, List<ShuffleBlock> blocks) {
        Function<ShuffleBlock, BlockPart> worker = work.on(part.matrix(), part.first());
        return IntStream.range(0, blocks.size())
                .mapToObj(b -> new Tuple2<>(b, worker.apply(blocks.get(b))))
                .iterator();
    }

    private static Iterator<BlockResult> join(Iterator<Tuple2<Integer, BlockPart>> some, SplitWork work, int parts) {
        Map<Integer, List<BlockPart>> blocks = new TreeMap<>();
        some.forEachRemaining(part ->
                blocks.computeIfAbsent(part._1(), block -> new ArrayList<>()).add(part._2()));
        Function<List<BlockPart>, BlockResult> worker = work.join();
        return blocks.values().stream()
                .map(block -> {
                    if (block.size() != parts)
                        throw new IllegalStateException(block.size() + " of " + parts + " parts of a block");
                    block.sort(Comparator.comparing(BlockPart::voxel));
                    return worker.apply(block);
                })
                .iterator();
    }
}
