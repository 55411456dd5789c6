package cohort.data.sample;

import java.util.List;

/**
 * A ball in which the sample cohort's subjects have an effect; it falls smoothly to 0 at the radius.
 *
 * @param x position of the centre in mm, as y and z
 * @param radius in mm
 * @param peak the effect at the centre, in standard deviations of the noise
 */
public record SampleFocus(double x, double y, double z, double radius, double peak) {

    /** Left minus right button press: the hand areas of the motor cortices, crossed, and the cerebellum, uncrossed. */
    static final List<SampleFocus> BUTTON_PRESS = List.of(
            new SampleFocus(40, -24, 54, 15, 2.5),
            new SampleFocus(-40, -24, 54, 15, -2.5),
            new SampleFocus(-20, -54, -24, 12, 1.8),
            new SampleFocus(20, -54, -24, 12, -1.8));

    SampleFocus shifted(double dx, double dy, double dz) {
        return new SampleFocus(x + dx, y + dy, z + dz, radius, peak);
    }

    SampleFocus widened(double mm) {
        return new SampleFocus(x, y, z, radius + mm, peak);
    }

    /** The effect at a position in mm. */
    public double at(double[] mm) {
        double dx = mm[0] - x, dy = mm[1] - y, dz = mm[2] - z;
        double rest = 1 - (dx * dx + dy * dy + dz * dz) / (radius * radius);
        return rest > 0 ? peak * rest * rest : 0;
    }
}
