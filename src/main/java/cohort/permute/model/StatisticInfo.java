package cohort.permute.model;

import cohort.text.Reference;
import cohort.text.Words;
import java.io.Serializable;
import java.util.List;

/**
 * What a statistic is and how it is read: all that a table, a figure, a report or a record says of it.
 *
 * @param name in the names of files and columns, e.g. {@code size}
 * @param symbol as a sentence or a formula has it, e.g. {@code TFCE}
 * @param kind what its value is a value of
 * @param heading above a table or a figure, e.g. {@code Cluster size}
 * @param maximum what its null distribution is of, e.g. {@code size of the largest cluster}
 * @param unit of its values, e.g. {@code voxels}; empty for none
 * @param decimals with which values are written
 * @param isSigned whether its map takes the sign of the side it was found on
 * @param isNormal whether its values are the z of another statistic, by degrees of freedom of their own in each voxel
 * @param method for the methods of a paper: of a cluster's statistic a phrase that follows <em>measured by</em>, of another a
 *     sentence without a full stop, empty for none; {@code {cite}} stands for the references, {@code {connectivity}} for the
 *     neighbours
 * @param references the works to cite
 */
public record StatisticInfo(
        String name,
        String symbol,
        Kind kind,
        String heading,
        String maximum,
        String unit,
        int decimals,
        boolean isSigned,
        boolean isNormal,
        String method,
        List<Reference> references)
        implements Serializable {

    /** What a value is a value of. */
    public enum Kind {
        /** A voxel by itself. */
        VOXEL,
        /** A cluster of voxels above a cluster-forming threshold. */
        CLUSTER,
        /** A voxel and what is around it. */
        NEIGHBOURHOOD,
        /** All voxels together: there is one number, and no map to look at. */
        IMAGE
    }

    public StatisticInfo {
        references = List.copyOf(references);
    }

    /** A signed statistic of a voxel and what is around it, which is called the same everywhere and says nothing more. */
    public static StatisticInfo named(String name) {
        return new StatisticInfo(
                name,
                name,
                Kind.NEIGHBOURHOOD,
                Words.sentence(name),
                "maximum " + name,
                "",
                2,
                true,
                false,
                "",
                List.of());
    }

    /** A statistic of a voxel, which is called the same everywhere. */
    public static StatisticInfo ofVoxel(
            String name, boolean isSigned, boolean isNormal, String method, List<Reference> references) {
        return new StatisticInfo(
                name,
                name,
                Kind.VOXEL,
                "Voxel (" + name + ")",
                "maximum " + name,
                "",
                2,
                isSigned,
                isNormal,
                method,
                references);
    }

    /**
     * This statistic of a voxel by other words in sentences and headings.
     *
     * @param otherSymbol such as {@code minimum t}
     * @param otherHeading such as {@code Conjunction (minimum t)}
     * @param otherMaximum what its null distribution is of, such as {@code maximum t over the maps}
     */
    public StatisticInfo called(String otherSymbol, String otherHeading, String otherMaximum) {
        return new StatisticInfo(
                name,
                otherSymbol,
                kind,
                otherHeading,
                otherMaximum,
                unit,
                decimals,
                isSigned,
                isNormal,
                method,
                references);
    }

    /** The heading and the unit. */
    public String headingWithUnit() {
        return heading + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    /** What its null distribution is of, and the unit. */
    public String maximumWithUnit() {
        return maximum + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    /** The column of its corrected p in a table of clusters. */
    public String column() {
        return "p " + (kind == Kind.VOXEL ? "peak" : symbol);
    }
}
