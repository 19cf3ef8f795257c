package org.lowland.rl.policygradient.policy;

/** The normal distribution of independent components. Deviations are given by their logarithms, one for each component. */
public final class DiagonalGaussian {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private DiagonalGaussian() {}

    /** {@return the logarithm of the density of a vector, in nats} */
    public static double logDensity(double[] mean, double[] logDeviations, double[] vector) {
        double sum = 0;
        for (int k = 0; k < mean.length; k++) {
            double noise = (vector[k] - mean[k]) * Math.exp(-logDeviations[k]);
            sum -= 0.5 * noise * noise + logDeviations[k] + 0.5 * LOG_TWO_PI;
        }
        return sum;
    }

    /** {@return the standard normal numbers that make the vector: (vector - mean) / deviation} */
    public static double[] noise(double[] mean, double[] logDeviations, double[] vector) {
        double[] noise = new double[mean.length];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = (vector[k] - mean[k]) * Math.exp(-logDeviations[k]);
        }
        return noise;
    }

    /** {@return the score with respect to the mean, the vector held fixed: noise / deviation, times a weight} */
    public static double[] meanScore(double[] mean, double[] logDeviations, double[] vector, double weight) {
        double[] score = noise(mean, logDeviations, vector);
        for (int k = 0; k < score.length; k++) {
            score[k] *= weight * Math.exp(-logDeviations[k]);
        }
        return score;
    }

    /** {@return the entropy in nats} */
    public static double entropy(double[] logDeviations) {
        double sum = 0;
        for (double log : logDeviations) {
            sum += log + 0.5 * (LOG_TWO_PI + 1);
        }
        return sum;
    }
}
