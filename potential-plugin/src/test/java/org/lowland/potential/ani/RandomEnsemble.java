package org.lowland.potential.ani;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small ensemble with random weights, for tests that need no published parameters. */
final class RandomEnsemble {
    private static final int[] WIDTHS = {12, 9, 7, 1};

    private RandomEnsemble() {}

    static AniEnsemble of(long seed) {
        AniDescriptor descriptor = new AniDescriptor(
                5.1,
                3.5,
                19.7,
                List.of(0.8, 1.6, 2.4, 3.2, 4.0),
                14.1,
                List.of(0.39, 1.18, 1.96, 2.75),
                12.5,
                List.of(0.8, 1.5, 2.2),
                List.of(1, 6, 7, 8, 16, 9, 17));
        Random random = new Random(seed);
        List<List<List<AniLayer>>> networks = new ArrayList<>();
        for (int member = 0; member < AniFolder.MEMBERS; member++) {
            List<List<AniLayer>> elements = new ArrayList<>();
            for (int element = 0; element < descriptor.elements().size(); element++) {
                elements.add(layers(descriptor.size(), random));
            }
            networks.add(elements);
        }
        Map<Integer, Double> selfEnergies = new HashMap<>();
        descriptor.elements().forEach(z -> selfEnergies.put(z, -0.5 * z));
        return new AniEnsemble(descriptor, selfEnergies, networks);
    }

    private static List<AniLayer> layers(int descriptor, Random random) {
        List<AniLayer> layers = new ArrayList<>();
        int inputs = descriptor;
        for (int width : WIDTHS) {
            layers.add(
                    new AniLayer(inputs, width, weights(inputs * width, width, random), weights(width, width, random)));
            inputs = width;
        }
        return layers;
    }

    /** Those of the last layer are small, so that forces are of the size of a molecule's. */
    private static float[] weights(int count, int outputs, Random random) {
        double scale = outputs == 1 ? 0.015 : 0.3;
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            values[k] = (float) (scale * random.nextGaussian());
        }
        return values;
    }
}
