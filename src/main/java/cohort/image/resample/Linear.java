package cohort.image.resample;

/** Straight between neighbours, along each axis. */
final class Linear implements Interpolation {

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public int points() {
        return 2;
    }

    @Override
    public int weights(double position, double[] weights) {
        int first = (int) Math.floor(position);
        weights[1] = position - first;
        weights[0] = 1 - weights[1];
        return first;
    }
}
