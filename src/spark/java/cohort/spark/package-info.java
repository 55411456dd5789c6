/**
 * Permutation tests on a cluster of Apache Spark. The keys of <em>Permutation Inference</em> come in; a folder of results goes out,
 * with the same numbers, to the last bit, as on one machine. Maps are read on executors, which hold the values of some voxels of
 * all maps each; shuffles are sent to them, and what they give is joined. No other package knows of Spark.
 */
package cohort.spark;
