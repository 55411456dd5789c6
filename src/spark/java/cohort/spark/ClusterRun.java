package cohort.spark;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.analysis.OpenImages;
import cohort.analysis.PermutationSettings;
import cohort.analysis.record.Software;
import cohort.analysis.results.GroupResults;
import cohort.analysis.results.ResultFolder;
import cohort.files.GivenPath;
import cohort.mask.MissingPolicy;
import cohort.permute.PermutationTest;
import cohort.permute.executor.BlockExecutor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A permutation test on a cluster. The driver finds the maps, reads each once to find the mask and to take digests, fits the
 * model and writes the results; executors read the maps again and make the shuffles.
 */
final class ClusterRun {
    /** What changes nothing of the numbers. */
    private static final Set<String> INDIFFERENT = Set.of("background", "output", "memory", "scratch", "threads");

    private final JavaSparkContext spark;
    private final ClusterSettings settings;
    private final Progress progress;

    ClusterRun(JavaSparkContext spark, ClusterSettings settings, Progress progress) {
        this.spark = spark;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Tests, and writes the folder of results.
     *
     * @throws InputException if something is not as it should be, here or on an executor; then nothing is written
     */
    void run() {
        PermutationSettings test = settings.test();
        MissingPolicy.whole(test.data().missing(), "executors test");
        try (ResultFolder folder = ResultFolder.open(
                        "output", GivenPath.of("output", test.data().output()));
                GroupAnalysis analysis = GroupAnalysis.load(test, OpenImages.NONE, Optional.of(folder), progress)) {
            analysis.requireOneDesign("executors test");
            Optional<Checkpoint> kept = settings.checkpoint().map(in -> Checkpoint.open(in, question(analysis)));
            folder.write(run(analysis, kept));
            kept.ifPresent(Checkpoint::delete);
        } catch (RuntimeException e) {
            throw said(e).<RuntimeException>map(mistake -> mistake).orElse(e);
        } catch (Exception e) { // Spark's are checked, which Scala does not tell
            throw said(e).<RuntimeException>map(mistake -> mistake).orElseGet(() -> new IllegalStateException(e));
        }
    }

    private static Optional<InputException> said(Exception e) {
        return ExecutorFailure.sentence(e).map(sentence -> new InputException(sentence, e));
    }

    private GroupResults run(GroupAnalysis analysis, Optional<Checkpoint> kept) {
        int asked = settings.partitions() > 0 ? settings.partitions() : 3 * spark.defaultParallelism();
        VoxelCuts cuts = VoxelCuts.of(analysis.mask().mask().size(), asked);
        JavaRDD<VoxelPart> voxels = HeldVoxels.of(
                spark,
                MapFile.of(analysis.given().cohort()),
                analysis.given().cohort().size(),
                MapReading.of(analysis, settings.test().data().fwhm()),
                cuts);
        BlockExecutor blocks = new SparkBlocks(spark, voxels);
        BlockExecutor executor = kept.<BlockExecutor>map(earlier -> new CheckpointedBlocks(blocks, earlier))
                .orElse(blocks);
        GroupResults results = analysis.test().run(() -> executor, PermutationTest.Monitor.NONE, progress);
        voxels.unpersist();
        Map<String, String> facts = facts(cuts);
        String remark = "The permutations were made by Apache Spark " + facts.get("Spark") + " at "
                + facts.get("Spark master") + ", executors: " + facts.get("Spark executors")
                + ", partitions of the voxels: " + facts.get("Spark partitions") + ".";
        progress.say(remark);
        return new GroupResults(
                results.run().on(facts, remark),
                results.mask(),
                results.design(),
                results.contrasts(),
                results.notes(),
                results.values());
    }

    private Map<String, String> facts(VoxelCuts cuts) {
        int others = spark.sc().statusTracker().getExecutorInfos().length - 1; // the driver is listed, too
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Spark", spark.version());
        facts.put("Spark master", spark.master());
        facts.put("Spark executors", Integer.toString(Math.max(1, others)));
        facts.put("Spark partitions", Integer.toString(cuts.parts()));
        return facts;
    }

    /** All that the numbers rest on. */
    private String question(GroupAnalysis analysis) {
        Map<String, String> keys = new LinkedHashMap<>(settings.test().values());
        keys.keySet().removeAll(INDIFFERENT);
        return Software.version() + "\n" + keys + "\n" + analysis.inputs();
    }
}
