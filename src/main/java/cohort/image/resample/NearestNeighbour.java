package cohort.image.resample;

/** The value of the nearest voxel; half way between two that of the later one. */
final class NearestNeighbour implements Interpolation {

    @Override
    public String name() {
        return "nearest";
    }

    @Override
    public int points() {
        return 1;
    }

    @Override
    public int weights(double position, double[] weights) {
        weights[0] = 1;
        return (int) Math.floor(position + 0.5);
    }
}
