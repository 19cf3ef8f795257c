package org.lowland.potential.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.RepulsiveCore;
import org.lowland.potential.torch.NamedTensor;

/**
 * The parameters of a {@link Painn} as the passes read them. Each row of features is padded with zeros to a multiple of
 * the vector width; the padding stays zero, or meets zero weights, all the way.
 */
final class Parameters {
    final Painn painn;
    /** Whether filters come from tables, which are made once, or from the radial basis of each pair. */
    final boolean tabulated;
    /** Padded features. */
    final int width;
    /** Padded features of the readout. */
    final int half;

    final float[] embedding;
    final Layer[] layers;
    final Linear readout1;
    final float[] readout2;
    final float readoutBias;
    /** What an atom sends in the first interaction depends on its element alone: one row for each. */
    final float[] firstMessages;

    final float[] firstActivated;
    final float[] firstSlope;

    /** Of each species; empty without a core. */
    final double[] coreRadii;

    final double[] coreCharges;

    private final Map<String, float[]> values = new HashMap<>();

    /** One interaction. */
    static final class Layer {
        final Linear message1;
        final Linear message2;
        final Linear filterMap;
        final Filters filters;
        /** Of each degree. */
        final Linear[] mix;

        final Linear update1;
        final Linear update2;

        private Layer(Parameters all, int layer) {
            Painn painn = all.painn;
            String name = "l" + layer + "_";
            int features = painn.features();
            Blocks one = Blocks.vectors(1, features);
            Blocks two = Blocks.vectors(2, features);
            Blocks sent = Blocks.vectors(painn.filters(layer), features);
            Blocks read = Blocks.vectors(1 + painn.degree(), features);
            Blocks updated = Blocks.vectors(painn.updates(layer), features);
            message1 = all.linear(name + "message1", one, one);
            message2 = all.linear(name + "message2", one, sent);
            float[] weights = all.value(name + "filter_weight");
            if (painn.degree() == 1 && layer > 0) {
                weights = concatenated(weights, all.value(name + "vector_filter_weight"));
            }
            filterMap = new Linear(weights, new float[0], Blocks.plain(painn.radial() + 1), sent);
            filters = all.tabulated
                    ? new TabulatedFilters(filterMap, new RadialBasis(painn))
                    : new ExactFilters(filterMap);
            mix = new Linear[painn.degree()];
            for (int k = 0; k < mix.length; k++) {
                mix[k] = new Linear(
                        all.value(name + (k == 0 ? "mix_weight" : "tensor_mix_weight")), new float[0], one, two);
            }
            update1 = all.linear(name + "update1", read, one);
            update2 = all.linear(name + "update2", one, updated);
        }
    }

    Parameters(Painn painn, List<NamedTensor> tensors, boolean tabulated) {
        this.painn = painn;
        this.tabulated = tabulated;
        tensors.forEach(tensor -> values.put(tensor.name(), tensor.tensor().floats()));
        Blocks features = Blocks.vectors(1, painn.features());
        Blocks halves = Blocks.vectors(1, painn.features() / 2);
        this.width = features.total();
        this.half = halves.total();
        int elements = painn.elements().size();
        this.embedding = Blocks.outputsByInputs(value("embedding"), features, Blocks.plain(elements));
        this.layers = new Layer[painn.interactions()];
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = new Layer(this, layer);
        }
        this.readout1 = linear("readout1", features, halves);
        this.readout2 = halves.spread(value("readout2_weight"));
        this.readoutBias = value("readout2_bias")[0];
        this.firstActivated = new float[embedding.length];
        this.firstSlope = new float[embedding.length];
        this.firstMessages = firstMessages(elements);
        this.coreRadii = painn.core().isPresent() ? doubles(value(RepulsiveCore.RADII)) : new double[0];
        this.coreCharges = painn.core().isPresent() ? doubles(value(RepulsiveCore.CHARGES)) : new double[0];
        values.clear();
    }

    private float[] firstMessages(int elements) {
        Layer layer = layers[0];
        float[] hidden = new float[elements * width];
        float[] messages = new float[elements * layer.message2.outputWidth()];
        layer.message1.apply(elements, embedding, 0, hidden, 0);
        Lanes.silu(hidden.length, hidden, firstActivated, 0, firstSlope, 0);
        layer.message2.apply(elements, firstActivated, 0, messages, 0);
        return messages;
    }

    private Linear linear(String name, Blocks inputs, Blocks outputs) {
        return new Linear(value(name + "_weight"), value(name + "_bias"), inputs, outputs);
    }

    private float[] value(String name) {
        float[] value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the parameters lack " + name);
        }
        return value;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            doubles[k] = values[k];
        }
        return doubles;
    }

    private static float[] concatenated(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
