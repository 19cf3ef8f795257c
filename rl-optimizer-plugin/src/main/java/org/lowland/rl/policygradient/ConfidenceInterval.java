package org.lowland.rl.policygradient;

import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A mean and the half width of its interval of 95 % by Student's distribution.
 *
 * @param mean of the values
 * @param halfWidth of the interval; not a number for fewer than two values
 * @param count how many values
 */
public record ConfidenceInterval(double mean, double halfWidth, int count) {
    private static final double UPPER_QUANTILE = 0.975;

    /**
     * The interval of independent values.
     *
     * @param values at least one
     * @return their mean and its uncertainty
     */
    public static ConfidenceInterval of(double[] values) {
        int count = values.length;
        double mean = new Mean().evaluate(values);
        if (count < 2) {
            return new ConfidenceInterval(mean, Double.NaN, count);
        }
        double quantile = new TDistribution(null, count - 1.0).inverseCumulativeProbability(UPPER_QUANTILE);
        return new ConfidenceInterval(
                mean, quantile * new StandardDeviation().evaluate(values) / Math.sqrt(count), count);
    }

    /** {@return the standard error of the mean} */
    public double standardError() {
        return halfWidth / new TDistribution(null, count - 1.0).inverseCumulativeProbability(UPPER_QUANTILE);
    }

    /** {@return such as 3.14 ± 0.02} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g ± %.2g", mean, halfWidth);
    }
}
