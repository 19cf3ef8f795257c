package org.lowland.rl.strider.equivariant;

/** The weights of products by the distance: radial functions, a layer of x/(1 + exp(-x)), a linear layer. Immutable. */
record RadialWeights(int functions, int width, int weights) {

    int size() {
        return width * (functions + weights);
    }

    /** For each pair the sums that enter the hidden units. */
    double[] sums(double[] parameters, int at, Neighbourhood near) {
        double[] sums = new double[near.pairs * width];
        for (int pair = 0; pair < near.pairs; pair++) {
            for (int unit = 0; unit < width; unit++) {
                double sum = 0;
                for (int k = 0; k < functions; k++) {
                    sum += parameters[at + unit * functions + k] * near.radial[pair * functions + k];
                }
                sums[pair * width + unit] = sum;
            }
        }
        return sums;
    }

    /** For each pair its weights. */
    double[] values(double[] parameters, int at, double[] sums) {
        double[] values = new double[sums.length / width * weights];
        int second = at + width * functions;
        for (int place = 0; place < sums.length; place++) {
            double swish = sums[place] / (1 + Math.exp(-sums[place])) / Math.sqrt(width);
            int to = place / width * weights;
            int from = second + place % width * weights;
            for (int k = 0; k < weights; k++) {
                values[to + k] += swish * parameters[from + k];
            }
        }
        return values;
    }

    /** Adds the gradient by the parameters from that by the weights of the pairs. */
    void addGradient(
            double[] parameters, int at, Neighbourhood near, double[] sums, double[] byValues, double[] gradient) {
        int second = at + width * functions;
        for (int place = 0; place < sums.length; place++) {
            double sigmoid = 1 / (1 + Math.exp(-sums[place]));
            double swish = sums[place] * sigmoid / Math.sqrt(width);
            int pair = place / width;
            int unit = place % width;
            int from = second + unit * weights;
            double back = 0;
            for (int k = 0; k < weights; k++) {
                double by = byValues[pair * weights + k];
                gradient[from + k] += swish * by;
                back += parameters[from + k] * by;
            }
            back *= (sigmoid + sums[place] * sigmoid * (1 - sigmoid)) / Math.sqrt(width);
            for (int k = 0; k < functions; k++) {
                gradient[at + unit * functions + k] += back * near.radial[pair * functions + k];
            }
        }
    }
}
