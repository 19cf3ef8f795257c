package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchScriptArchive;
import org.lowland.potential.torch.TorchTrainer;
import org.lowland.potential.torch.TrainerState;

/** Training on a toy: Morse-like pairs, D (1 - exp(-(r - r0)))² with D = 0.5 eV and r0 = 1.6 Å, switched off by r. */
class PainnTrainingTest {
    private static final Painn TINY = new Painn(List.of(1, 6), 16, 2, 8, 4.0, 1e-8);
    private static final LossWeights WEIGHTS = new LossWeights(0.5, 1.0, 1.0);
    private static final long SEED = 5;

    private record Labelled(AtomGraph graph, double energy, double[] forces) {}

    private static Labelled label(int atoms, Random random) {
        double[] positions = Clusters.positions(atoms, random);
        double energy = 0;
        double[] forces = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            for (int j = 0; j < i; j++) {
                double r = Clusters.distance(positions, i, j);
                double decay = Math.exp(-2 * (r - 1.6));
                energy += 0.5 * (decay - 2 * Math.sqrt(decay));
                double slope = 0.5 * (-2 * decay + 2 * Math.sqrt(decay));
                for (int c = 0; c < 3; c++) {
                    double pull = slope * (positions[3 * i + c] - positions[3 * j + c]) / r;
                    forces[3 * i + c] -= pull;
                    forces[3 * j + c] += pull;
                }
            }
        }
        int[] species = Clusters.species(atoms, 2, random);
        return new Labelled(AtomGraph.of(species, positions, TINY.cutoff()), energy, forces);
    }

    private static TorchInputs inputs(List<Labelled> part, int structures, int atoms) {
        GraphBatch batch = GraphBatch.of(part.stream().map(Labelled::graph).toList(), TINY.cutoff(), Type.FLOAT32);
        double[] energies = part.stream().mapToDouble(Labelled::energy).toArray();
        double[] forces = part.stream()
                .flatMapToDouble(one -> Arrays.stream(one.forces()))
                .toArray();
        return batch.lossInputs(energies, forces, WEIGHTS, structures, atoms);
    }

    private static List<Labelled> data(int count) {
        Random random = new Random(SEED);
        List<Labelled> data = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            data.add(label(4 + k % 5, random));
        }
        return data;
    }

    private static int atoms(List<Labelled> data) {
        return data.stream().mapToInt(one -> one.graph().atoms()).sum();
    }

    private static TorchModule load() {
        return TorchModule.load(TorchScriptArchive.write(TINY.module(Type.FLOAT32, SEED)), Device.CPU);
    }

    @Test
    void lossFallsAndAResumedRunIsTheSameRun() {
        List<Labelled> data = data(16);
        TorchInputs batch = inputs(data, data.size(), atoms(data));
        try (TorchModule module = load();
                TorchModule other = load()) {
            TorchTrainer trainer = new TorchTrainer(module, TorchTrainer.Options.DEFAULT);
            double first = trainer.step("loss", batch, 5e-3);
            for (int k = 0; k < 150; k++) {
                trainer.step("loss", batch, 5e-3);
            }
            byte[] checkpoint = trainer.state().toBytes();
            double last = trainer.step("loss", batch, 5e-3);
            assertThat(last).as("loss after 151 steps, at first %f", first).isLessThan(0.3 * first);

            TorchTrainer resumed = new TorchTrainer(other, TorchTrainer.Options.DEFAULT);
            resumed.restore(TrainerState.fromBytes(checkpoint));
            assertThat(resumed.step("loss", batch, 5e-3)).isEqualTo(last);
            for (int k = 0; k < 3; k++) {
                assertThat(resumed.step("loss", batch, 5e-3)).isEqualTo(trainer.step("loss", batch, 5e-3));
            }
            assertThat(resumed.state().toBytes()).isEqualTo(trainer.state().toBytes());
        }
    }

    @Test
    void partsOfABatchGiveTheGradientOfTheWhole() {
        List<Labelled> data = data(6);
        int atoms = atoms(data);
        try (TorchModule module = load()) {
            TorchTrainer trainer = new TorchTrainer(module, TorchTrainer.Options.DEFAULT);
            TrainerState start = trainer.state();
            trainer.accumulate("loss_mse", inputs(data, 6, atoms));
            double whole = trainer.update(1e-3);
            trainer.restore(start);
            trainer.accumulate("loss_mse", inputs(data.subList(0, 2), 6, atoms));
            trainer.accumulate("loss_mse", inputs(data.subList(2, 6), 6, atoms));
            assertThat(trainer.update(1e-3)).isCloseTo(whole, within(1e-4 * whole));
        }
    }
}
