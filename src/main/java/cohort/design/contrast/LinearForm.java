package cohort.design.contrast;

import java.util.Arrays;

/**
 * A sum of weighted regressors and a number.
 *
 * @param weights one a regressor
 * @param constant the number
 */
public record LinearForm(double[] weights, double constant) {
    static LinearForm number(int size, double value) {
        return new LinearForm(new double[size], value);
    }

    static LinearForm regressor(int size, int which) {
        double[] weights = new double[size];
        weights[which] = 1;
        return new LinearForm(weights, 0);
    }

    public boolean isNumber() {
        return Arrays.stream(weights).allMatch(w -> w == 0);
    }

    /** This plus {@code factor} times the other. */
    LinearForm plus(double factor, LinearForm other) {
        double[] sum = weights.clone();
        for (int w = 0; w < sum.length; w++) sum[w] += factor * other.weights[w];
        return new LinearForm(sum, constant + factor * other.constant);
    }

    LinearForm times(double factor) {
        double[] product = Arrays.stream(weights).map(w -> w * factor).toArray();
        return new LinearForm(product, constant * factor);
    }

    LinearForm over(double divisor) {
        double[] quotient = Arrays.stream(weights).map(w -> w / divisor).toArray();
        return new LinearForm(quotient, constant / divisor);
    }
}
