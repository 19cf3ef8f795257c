package org.lowland.potential.torch;

/**
 * Adam with decoupled weight decay, in plain loops over single-precision arrays.
 *
 * <p>Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization (ICLR 2019), algorithm 2, with the constant
 * step size multiplied into the decay as PyTorch's {@code torch.optim.AdamW} does. The state can be taken out and put
 * back bit for bit. Not thread-safe.
 */
public final class AdamW {
    private final Options options;
    private final float[] firstMoment;
    private final float[] secondMoment;
    private long step;

    /**
     * What stays the same during a run.
     *
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param epsilon added to the root of the second moment
     * @param weightDecay decay per step, relative to the learning rate
     * @param coupled whether the decay is added to the gradient, as in Adam before the decays were taken apart
     */
    public record Options(double beta1, double beta2, double epsilon, double weightDecay, boolean coupled) {
        /** The decays 0.9 and 0.999, epsilon 1e-8, no weight decay. */
        public static final Options DEFAULT = new Options(0.9, 0.999, 1e-8, 0.0, false);

        /** A decoupled decay. */
        public Options(double beta1, double beta2, double epsilon, double weightDecay) {
            this(beta1, beta2, epsilon, weightDecay, false);
        }

        /** Checks the ranges. */
        public Options {
            if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0 && weightDecay >= 0)) {
                throw new IllegalArgumentException("AdamW needs 0 <= beta < 1, epsilon > 0, weight decay >= 0");
            }
        }
    }

    /** An optimizer for so many parameters, at step 0. */
    public AdamW(int parameters, Options options) {
        this.options = options;
        this.firstMoment = new float[parameters];
        this.secondMoment = new float[parameters];
    }

    /**
     * Moves the parameters one step down the gradient, in place.
     *
     * @param learningRate the step size of this step
     */
    public void update(float[] parameters, float[] gradient, double learningRate) {
        requireLength(parameters, "parameters");
        requireLength(gradient, "gradient");
        step++;
        float beta1 = (float) options.beta1();
        float beta2 = (float) options.beta2();
        float rest1 = (float) (1 - options.beta1());
        float rest2 = (float) (1 - options.beta2());
        float keep = options.coupled() ? 1 : (float) (1 - learningRate * options.weightDecay());
        float pull = options.coupled() ? (float) options.weightDecay() : 0;
        float size = (float) (learningRate / (1 - Math.pow(options.beta1(), step)));
        float scale = (float) (1 / Math.sqrt(1 - Math.pow(options.beta2(), step)));
        float epsilon = (float) options.epsilon();
        for (int i = 0; i < parameters.length; i++) {
            float g = pull == 0 ? gradient[i] : gradient[i] + pull * parameters[i];
            float m = beta1 * firstMoment[i] + rest1 * g;
            float v = beta2 * secondMoment[i] + rest2 * g * g;
            firstMoment[i] = m;
            secondMoment[i] = v;
            parameters[i] = keep * parameters[i] - size * m / ((float) Math.sqrt(v) * scale + epsilon);
        }
    }

    /** The number of updates done. */
    public long step() {
        return step;
    }

    /** A copy of the first moments. */
    public float[] firstMoment() {
        return firstMoment.clone();
    }

    /** A copy of the second moments. */
    public float[] secondMoment() {
        return secondMoment.clone();
    }

    /** Puts a state back that was taken out of an optimizer of the same size. */
    public void restore(long stepsDone, float[] first, float[] second) {
        requireLength(first, "first moments");
        requireLength(second, "second moments");
        step = stepsDone;
        System.arraycopy(first, 0, firstMoment, 0, first.length);
        System.arraycopy(second, 0, secondMoment, 0, second.length);
    }

    /**
     * Scales a gradient down to a largest Euclidean norm, in place.
     *
     * @param largest the norm to keep below; infinity for no limit
     * @return the norm before, NaN if any element is not finite (nothing is scaled then)
     */
    public static double clip(float[] gradient, double largest) {
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        double norm = Math.sqrt(squares);
        if (norm > largest && !Double.isInfinite(norm)) {
            float factor = (float) (largest / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
        return Double.isInfinite(norm) ? Double.NaN : norm;
    }

    private void requireLength(float[] values, String what) {
        if (values.length != firstMoment.length) {
            throw new IllegalArgumentException(
                    what + ": " + values.length + " values, the optimizer has " + firstMoment.length);
        }
    }
}
