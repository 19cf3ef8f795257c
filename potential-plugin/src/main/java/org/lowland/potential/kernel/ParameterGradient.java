package org.lowland.potential.kernel;

import java.util.Arrays;
import org.lowland.potential.network.Painn;

/** The gradient of a scalar by all parameters of a network, summed up over structures. Confined to one thread. */
final class ParameterGradient {
    final Layer[] layers;
    final LinearGradient readout1;
    final float[] readout2;
    double readoutBias;
    final float[] embedding;
    /** By what atoms send in the first interaction, a row for each element. */
    final float[] firstSent;

    private final Painn painn;
    private final int elements;
    private final int features;
    private final int width;
    private final float[] hidden;

    /** One interaction. */
    static final class Layer {
        final LinearGradient message1;
        final LinearGradient message2;
        final LinearGradient filter;
        /** Of each degree. */
        final LinearGradient[] mix;

        final LinearGradient update1;
        final LinearGradient update2;

        private Layer(Parameters.Layer maps) {
            message1 = new LinearGradient(maps.message1);
            message2 = new LinearGradient(maps.message2);
            filter = new LinearGradient(maps.filterMap);
            mix = new LinearGradient[maps.mix.length];
            Arrays.setAll(mix, k -> new LinearGradient(maps.mix[k]));
            update1 = new LinearGradient(maps.update1);
            update2 = new LinearGradient(maps.update2);
        }

        private void clear() {
            for (LinearGradient map : new LinearGradient[] {message1, message2, filter, update1, update2}) {
                map.clear();
            }
            for (LinearGradient map : mix) {
                map.clear();
            }
        }
    }

    ParameterGradient(Parameters parameters) {
        this.painn = parameters.painn;
        this.elements = parameters.painn.elements().size();
        this.features = parameters.painn.features();
        this.width = parameters.width;
        this.layers = new Layer[parameters.layers.length];
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = new Layer(parameters.layers[layer]);
        }
        this.readout1 = new LinearGradient(parameters.readout1);
        this.readout2 = new float[parameters.half];
        this.embedding = new float[elements * width];
        this.firstSent = new float[painn.filters(0) * elements * width];
        this.hidden = new float[elements * width];
    }

    void clear() {
        for (Layer layer : layers) {
            layer.clear();
        }
        readout1.clear();
        readoutBias = 0;
        Arrays.fill(readout2, 0f);
        Arrays.fill(embedding, 0f);
        Arrays.fill(firstSent, 0f);
    }

    /** Takes what was gathered for each element through the maps of the first interaction. Once, after all structures. */
    void finish(Parameters parameters) {
        Parameters.Layer maps = parameters.layers[0];
        layers[0].message2.add(elements, parameters.firstActivated, 0, firstSent, 0);
        layers[0].message2.addBias(elements, firstSent, 0);
        maps.message2.transposed(elements, firstSent, 0, hidden, 0);
        Lanes.multiply(hidden.length, hidden, 0, parameters.firstSlope, 0);
        layers[0].message1.add(elements, parameters.embedding, 0, hidden, 0);
        layers[0].message1.addBias(elements, hidden, 0);
        maps.message1.addTransposed(elements, hidden, 0, embedding, 0);
    }

    /** Writes everything one after another, in the order and the shapes of the network's own parameters. */
    void write(float[] into) {
        int at = 0;
        for (int element = 0; element < elements; element++) {
            System.arraycopy(embedding, element * width, into, at, features);
            at += features;
        }
        for (int k = 0; k < layers.length; k++) {
            Layer layer = layers[k];
            int filters = painn.filters(k);
            at = layer.message1.writeBias(into, layer.message1.writeWeight(0, 1, into, at));
            at = layer.message2.writeBias(into, layer.message2.writeWeight(0, filters, into, at));
            at = layer.filter.writeWeight(0, filters, into, at);
            for (LinearGradient mix : layer.mix) {
                at = mix.writeWeight(0, 2, into, at);
            }
            at = layer.update1.writeBias(into, layer.update1.writeWeight(0, 1, into, at));
            at = layer.update2.writeBias(into, layer.update2.writeWeight(0, painn.updates(k), into, at));
        }
        at = readout1.writeBias(into, readout1.writeWeight(0, 1, into, at));
        System.arraycopy(readout2, 0, into, at, features / 2);
        into[at + features / 2] = (float) readoutBias;
    }
}
