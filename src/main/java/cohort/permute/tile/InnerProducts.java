package cohort.permute.tile;

/**
 * Inner products of columns of weights with each voxel's numbers, in the arithmetic that this Java has. One instance per thread.
 */
public interface InnerProducts {

    /**
     * Those of the vector instructions that a JVM says it has, if it was started with {@code --add-modules jdk.incubator.vector};
     * otherwise loops that its compiler turns into vector instructions.
     */
    static InnerProducts create() {
        return VectorModule.isThere() ? VectorModule.create() : new LoopedProducts();
    }

    /** How many places {@link #arrange} fills. */
    int arranged(int terms, int width);

    /**
     * Brings numbers into the order in which they are read.
     *
     * @param rows terms x voxels
     * @param length how many voxels count
     */
    void arrange(float[][] rows, int length, float[] arranged);

    /**
     * In single precision.
     *
     * @param rows terms x voxels, no fewer voxels than the length; the number of terms is a multiple of {@link FloatProducts#ROWS}
     * @param arranged the same
     * @param length how many voxels count
     * @param from the first term that counts, a multiple of {@link FloatProducts#ROWS}
     * @param columns of weights, columns x terms
     * @param sums the result, columns x voxels; those behind the length are undefined
     */
    void multiply(float[][] rows, float[] arranged, int length, int from, float[][] columns, float[][] sums);

    /**
     * How many roundings a product and its share in the sum meet at most.
     *
     * @param terms how many products are summed
     */
    int roundings(int terms);

    /** Brings numbers of 16 bits into the order in which they are read. */
    void arrange(short[][] rows, short[] arranged);

    /**
     * In 16 bits, where sums wrap around.
     *
     * @param rows terms x voxels; the number of terms is a multiple of {@link ShortProducts#ROWS}, that of voxels {@link
     *     ShortProducts#SIZE}
     * @param arranged the same
     * @param start what to add to the inner products
     * @param columns of weights, columns x terms, an even number of them
     * @param sums the result, columns x voxels
     */
    void multiply(short[][] rows, short[] arranged, short start, short[][] columns, short[][] sums);
}
