package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;

/**
 * The parameters of {@link Painn}, named as its script reads them, with random first values: embeddings normal, linear
 * maps uniform within 1/√inputs (PyTorch's default), the last map of the readout a tenth of that and without bias, so
 * that a new network predicts almost nothing.
 */
final class PainnWeights {
    private static final double READOUT_SCALE = 0.1;

    private final Painn painn;
    private final HostTensor.Type type;
    private final Random random;
    private final List<NamedTensor> tensors = new ArrayList<>();

    PainnWeights(Painn painn, HostTensor.Type type, long seed) {
        this.painn = painn;
        this.type = type;
        this.random = new Random(seed);
    }

    List<NamedTensor> tensors() {
        int width = painn.features();
        int half = width / 2;
        double[] embedding = new double[painn.elements().size() * width];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = random.nextGaussian();
        }
        add("embedding", embedding, painn.elements().size(), width);
        for (int layer = 0; layer < painn.interactions(); layer++) {
            interaction(layer);
        }
        linear("readout1", half, width);
        double[] last = uniform(half, half);
        for (int i = 0; i < half; i++) {
            last[i] *= READOUT_SCALE;
        }
        add("readout2_weight", last, 1, half);
        add("readout2_bias", new double[1], 1);
        return tensors;
    }

    private void interaction(int layer) {
        String prefix = "l" + layer + "_";
        int width = painn.features();
        linear(prefix + "message1", width, width);
        linear(prefix + "message2", painn.filters(layer) * width, width);
        if (painn.degree() == 1) {
            filter(prefix + "filter_weight", 2);
            if (layer > 0) {
                filter(prefix + "vector_filter_weight", 1);
            }
        } else {
            filter(prefix + "filter_weight", painn.filters(layer));
        }
        add(prefix + "mix_weight", uniform(2 * width * width, width), 2 * width, width);
        if (painn.degree() == 2) {
            add(prefix + "tensor_mix_weight", uniform(2 * width * width, width), 2 * width, width);
        }
        linear(prefix + "update1", width, (1 + painn.degree()) * width);
        linear(prefix + "update2", painn.updates(layer) * width, width);
    }

    private void filter(String name, int parts) {
        int basis = painn.radial() + 1;
        int outputs = parts * painn.features();
        add(name, uniform(outputs * basis, basis), outputs, basis);
    }

    private void linear(String name, int outputs, int inputs) {
        add(name + "_weight", uniform(outputs * inputs, inputs), outputs, inputs);
        add(name + "_bias", uniform(outputs, inputs), outputs);
    }

    private double[] uniform(int count, int inputs) {
        double bound = 1 / Math.sqrt(inputs);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = bound * (2 * random.nextDouble() - 1);
        }
        return values;
    }

    private void add(String name, double[] values, long... shape) {
        tensors.add(NamedTensor.parameter(name, HostTensor.real(type, values, shape)));
    }
}
