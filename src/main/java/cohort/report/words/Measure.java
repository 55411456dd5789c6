package cohort.report.words;

import cohort.permute.CorrectedMap;
import cohort.text.Words;
import cohort.threshold.CorrectedMaps;

/**
 * A map statistic in words.
 *
 * @param name its heading, e.g. {@code Cluster size}
 * @param maximum what its null distribution is of
 * @param decimals with which its values are written
 */
public record Measure(String name, String maximum, int decimals) {

    /** The words for a statistic by its name in files. */
    public static Measure of(String statistic) {
        return switch (statistic) {
            case "t", "F", "v", "G" -> new Measure("Voxel (" + statistic + ")", "maximum " + statistic, 2);
            case "size" -> new Measure("Cluster size (voxels)", "size of the largest cluster", 0);
            case "mass" -> new Measure("Cluster mass", "mass of the heaviest cluster", 1);
            case "tfce" -> new Measure("TFCE", "maximum TFCE", 1);
            default -> new Measure(Words.sentence(statistic), "maximum " + statistic, 2);
        };
    }

    /** The column of its corrected p in a table of clusters. */
    static String column(String statistic) {
        return CorrectedMaps.column(CorrectedMap.logPName(statistic));
    }
}
