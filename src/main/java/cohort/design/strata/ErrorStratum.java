package cohort.design.strata;

import cohort.InputException;
import cohort.design.matrix.BlockLabels;
import cohort.matrix.VoxelMatrix;
import java.io.Serializable;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import org.ejml.data.DMatrixRMaj;

/**
 * What of each subject's maps a contrast is about: one or several weighted sums of them, of which the errors are independent
 * between subjects. A test on these sums needs no assumption on how the maps of a subject depend on each other, where the
 * test on all maps needs compound symmetry.
 *
 * @param kind what the sums are, in words
 * @param subjects number of subjects, those without a sum included
 * @param owner for each map its subject, from 0
 * @param subject for each sum its subject, from 0
 * @param component for each sum its number among those of its subject, from 0
 * @param weights sums x maps
 * @param lacking the subjects who have no sum because they lack a map that has a weight in it
 * @param remark what a reader should know, a sentence; empty if there is nothing
 */
public record ErrorStratum(
        Kind kind,
        int subjects,
        int[] owner,
        int[] subject,
        int[] component,
        double[][] weights,
        int[] lacking,
        String remark)
        implements Serializable {

    /** Where the errors of a contrast lie. */
    public enum Kind {
        /** Differences within each subject. */
        WITHIN("contrasts within subjects"),
        /** The mean of each subject's maps. */
        BETWEEN("means of subjects"),
        /** Other sums, such as one session of several. */
        MIXED("weighted sums of each subject's maps"),
        /** One map of each subject, which has several of different kinds. */
        MAP("one map of each subject"),
        /** All of these together. */
        TOGETHER("all maps of each subject together"),
        /** All maps as they are: no sums are the same in all subjects. */
        POOLED("maps of subjects");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For the log. */
        public String words() {
            return words;
        }
    }

    /** All maps as they are, those of a subject belonging together. */
    static ErrorStratum pooled(int[] subject, String remark) {
        int n = subject.length, subjects = Arrays.stream(subject).max().orElse(-1) + 1;
        int[] component = new int[n], seen = new int[subjects];
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            component[i] = seen[subject[i]]++;
            weights[i][i] = 1;
        }
        return new ErrorStratum(Kind.POOLED, subjects, subject, subject, component, weights, new int[0], remark);
    }

    /** Number of sums. */
    public int rows() {
        return subject.length;
    }

    /** Number of subjects that have a sum. */
    public int taking() {
        return (int) Arrays.stream(subject).distinct().count();
    }

    /** Whether the sums are the maps themselves. */
    public boolean isPooled() {
        return kind == Kind.POOLED;
    }

    /**
     * The sums of data.
     *
     * @param data the values, 2D: axis 0 the voxels, axis 1 the maps
     * @return 2D: axis 0 the voxels, axis 1 the sums
     */
    public Img<DoubleType> apply(RandomAccessibleInterval<? extends RealType<?>> data) {
        VoxelMatrix maps = VoxelMatrix.of(data), sums = new SummedMaps(maps, weights);
        return (maps.isHeld() ? sums.copy() : sums).image();
    }

    /**
     * Blocks of maps as blocks of subjects.
     *
     * @throws InputException if the maps of a subject are in several blocks
     */
    public BlockLabels ofSubjects(BlockLabels blocks) {
        int[][] labels = new int[subjects][], maps = blocks.labels();
        for (int i = 0; i < owner.length; i++) {
            int[] label = maps[i];
            if (labels[owner[i]] != null && !Arrays.equals(labels[owner[i]], label))
                throw new InputException(
                        "blocks: found maps of one subject in several blocks or variance groups, expected"
                                + " them together, since a subject's maps are exchanged together; give"
                                + " error=pooled to exchange single maps.");
            labels[owner[i]] = label;
        }
        return new BlockLabels(labels);
    }

    /** The design of the sums, sums x regressors. */
    public DMatrixRMaj apply(DMatrixRMaj design) {
        int maps = design.numRows, columns = design.numCols;
        double[][] values = new double[maps][columns], rows = new double[rows()][columns];
        for (int i = 0; i < maps; i++) System.arraycopy(design.data, i * columns, values[i], 0, columns);
        SummedMaps.sum(weights, values, rows, columns);
        DMatrixRMaj sums = new DMatrixRMaj(rows.length, columns);
        for (int r = 0; r < rows.length; r++) System.arraycopy(rows[r], 0, sums.data, r * columns, columns);
        return sums;
    }
}
