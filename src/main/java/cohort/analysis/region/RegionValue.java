package cohort.analysis.region;

import cohort.InputException;
import cohort.region.values.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The number that stands for a region of a map. */
public enum RegionValue implements Summary {
    /** The mean over its voxels. */
    MEAN {
        @Override
        double of(double[] values, double level, double mm3) {
            return SUM.of(values, level, mm3) / values.length;
        }
    },
    /** The median over its voxels, of an even number the mean of the middle two. */
    MEDIAN {
        @Override
        double of(double[] values, double level, double mm3) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    },
    /** The sum over its voxels. */
    SUM {
        @Override
        double of(double[] values, double level, double mm3) {
            double sum = 0;
            for (double value : values) sum += value;
            return sum;
        }
    },
    /** The sum times the volume of a voxel in mm³: that of tissue, if values are its shares, or of a region, if they are Jacobians. */
    VOLUME {
        @Override
        double of(double[] values, double level, double mm3) {
            return SUM.of(values, level, mm3) * mm3;
        }
    },
    /** The share of its voxels above a level, 0 to 1. */
    SHARE {
        @Override
        double of(double[] values, double level, double mm3) {
            return (double) Arrays.stream(values).filter(value -> value > level).count() / values.length;
        }
    };

    /**
     * @param values of the region's voxels, at least one, finite
     * @param level of the share
     * @param mm3 the volume of a voxel
     */
    abstract double of(double[] values, double level, double mm3);

    /** Of rows of a table. */
    @Override
    public double of(double[] values) {
        return of(values, 0, 1);
    }

    /** Whether it is of numbers alone, whatever they are of. */
    boolean isOfNumbers() {
        return this != VOLUME && this != SHARE;
    }

    /** The names by which users choose. */
    public static List<String> names() {
        return Arrays.stream(values()).map(RegionValue::toString).toList();
    }

    /** @throws InputException if there is none of this name */
    public static RegionValue of(String name) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "value: found " + name + ", expected one of " + String.join(", ", names()) + "."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
