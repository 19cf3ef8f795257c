package org.lowland.potential.ani;

import java.util.ArrayList;
import java.util.List;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;

/** The tensors that the script of {@link AniScript} reads: the ensemble's weights, turned for its matrix products. */
final class AniTensors {
    private final AniEnsemble ensemble;
    private final AniDescriptor descriptor;
    private final AniLayout layout;
    private final HostTensor.Type precision;

    AniTensors(AniEnsemble ensemble, HostTensor.Type precision) {
        this.ensemble = ensemble;
        this.descriptor = ensemble.descriptor();
        this.layout = AniLayout.of(descriptor);
        this.precision = precision;
    }

    /** All tensors, constants of the module: gradients go to positions only. */
    List<NamedTensor> list() {
        List<NamedTensor> tensors = new ArrayList<>();
        tensors.add(row("radial_shifts", descriptor.radialShifts()));
        tensors.add(column("angular_shifts", descriptor.angularShifts()));
        tensors.add(column(
                "angle_cosines",
                descriptor.angleShifts().stream().map(Math::cos).toList()));
        tensors.add(column(
                "angle_sines", descriptor.angleShifts().stream().map(Math::sin).toList()));
        for (int slot = 0; slot < layout.size(); slot++) {
            int element = layout.sources().get(slot);
            tensors.add(firstWeights("radial" + slot, radialRows(), element));
            tensors.add(firstWeights("angular" + slot, angularRows(), element));
            tensors.add(firstBias("bias" + slot + "_0", element));
            for (int layer = 1; layer < AniFolder.LAYERS; layer++) {
                tensors.add(weights("weight" + slot + "_" + layer, element, layer));
                tensors.add(biases("bias" + slot + "_" + layer, element, layer));
            }
        }
        return tensors;
    }

    private NamedTensor row(String name, List<Double> values) {
        return real(name, values.stream().mapToDouble(v -> v).toArray(), values.size());
    }

    private NamedTensor column(String name, List<Double> values) {
        return real(name, values.stream().mapToDouble(v -> v).toArray(), values.size(), 1);
    }

    private NamedTensor real(String name, double[] values, long... shape) {
        return NamedTensor.buffer(name, HostTensor.real(precision, values, shape));
    }

    /** For each row of the script's radial weights, the component of the published descriptor. */
    private int[] radialRows() {
        int[] rows = new int[layout.size() * descriptor.radialTerms()];
        for (int row = 0; row < rows.length; row++) {
            int block = descriptor.radialBlock(layout.sources().get(row / descriptor.radialTerms()));
            rows[row] = block + row % descriptor.radialTerms();
        }
        return rows;
    }

    private int[] angularRows() {
        int terms = descriptor.angularTerms();
        int[] rows = new int[AniLayout.pairs(layout.size()) * terms];
        for (int high = 0; high < layout.size(); high++) {
            for (int low = 0; low <= high; low++) {
                int block = descriptor.angularBlock(
                        layout.sources().get(low), layout.sources().get(high));
                for (int term = 0; term < terms; term++) {
                    rows[AniLayout.pair(low, high) * terms + term] = block + term;
                }
            }
        }
        return rows;
    }

    /** Rows of the first layers of all networks, transposed and side by side: components by (networks x width). */
    private NamedTensor firstWeights(String name, int[] components, int element) {
        int width = ensemble.layer(0, element, 0).outputs();
        int columns = ensemble.members() * width;
        double[] values = new double[components.length * columns];
        for (int member = 0; member < ensemble.members(); member++) {
            AniLayer layer = ensemble.layer(member, element, 0);
            for (int row = 0; row < components.length; row++) {
                for (int out = 0; out < width; out++) {
                    values[row * columns + member * width + out] =
                            layer.weights()[out * layer.inputs() + components[row]];
                }
            }
        }
        return real(name, values, components.length, columns);
    }

    private NamedTensor firstBias(String name, int element) {
        int width = ensemble.layer(0, element, 0).outputs();
        return real(name, stackedBiases(element, 0), (long) ensemble.members() * width);
    }

    private NamedTensor biases(String name, int element, int layer) {
        return real(
                name,
                stackedBiases(element, layer),
                ensemble.members(),
                1,
                ensemble.layer(0, element, layer).outputs());
    }

    private double[] stackedBiases(int element, int layer) {
        int width = ensemble.layer(0, element, layer).outputs();
        double[] values = new double[ensemble.members() * width];
        for (int member = 0; member < ensemble.members(); member++) {
            for (int out = 0; out < width; out++) {
                values[member * width + out] =
                        ensemble.layer(member, element, layer).biases()[out];
            }
        }
        return values;
    }

    /** A layer of all networks, transposed: networks by inputs by outputs. */
    private NamedTensor weights(String name, int element, int number) {
        AniLayer shape = ensemble.layer(0, element, number);
        double[] values = new double[ensemble.members() * shape.inputs() * shape.outputs()];
        int at = 0;
        for (int member = 0; member < ensemble.members(); member++) {
            float[] weights = ensemble.layer(member, element, number).weights();
            for (int in = 0; in < shape.inputs(); in++) {
                for (int out = 0; out < shape.outputs(); out++) {
                    values[at++] = weights[out * shape.inputs() + in];
                }
            }
        }
        return real(name, values, ensemble.members(), shape.inputs(), shape.outputs());
    }
}
