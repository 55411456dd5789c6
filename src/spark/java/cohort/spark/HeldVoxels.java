package cohort.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The values of all maps as a dataset of Spark, a part of the voxels in each partition. Maps are read and smoothed by executors,
 * each once, and cut; pieces of the same voxels come together on one executor, which holds them in memory, or on its disk where
 * that does not suffice. What is lost with an executor is read again.
 */
final class HeldVoxels {
    private HeldVoxels() {}

    /**
     * Plans the dataset; nothing is read yet.
     *
     * @param maps how many
     */
    static JavaRDD<VoxelPart> of(
            JavaSparkContext spark, List<MapFile> files, int maps, MapReading reading, VoxelCuts cuts) {
        Broadcast<MapReading> sent = spark.broadcast(reading);
        JavaPairRDD<Integer, MapPiece> pieces = spark.parallelize(files, files.size())
                .flatMapToPair(file -> {
                    List<double[]> values = sent.value().read(file, here());
                    return IntStream.range(0, cuts.parts())
                            .boxed()
                            .flatMap(part -> IntStream.range(0, values.size())
                                    .mapToObj(m -> new Tuple2<>(
                                            part, new MapPiece(file.subjects()[m], cuts.cut(values.get(m), part)))))
                            .iterator();
                });
        return pieces.partitionBy(new HashPartitioner(cuts.parts()))
                .mapPartitionsWithIndex(
                        (part, some) -> List.of(VoxelPart.of(cuts.at()[part], cuts.voxels(part), maps, some))
                                .iterator(),
                        true)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** This executor, for messages. */
    private static String here() {
        SparkEnv env = SparkEnv.get();
        return "executor " + env.executorId() + " at "
                + env.blockManager().blockManagerId().host();
    }
}
