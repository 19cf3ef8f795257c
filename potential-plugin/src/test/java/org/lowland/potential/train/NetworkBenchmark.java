package org.lowland.potential.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.model.OrganicProvider;
import org.lowland.potential.network.Egnn;
import org.lowland.potential.network.Egnn.Distances;
import org.lowland.potential.network.Egnn.Forces;
import org.lowland.potential.network.Nequip;
import org.lowland.potential.network.Network;
import org.lowland.potential.network.Painn;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;

/**
 * Steps of trainings of all networks in libtorch on rattled aspirin, 5 frames a step, one thread, taking turns. Not among the
 * tests that a build runs: {@code mvn -B -ntp test -pl potential-plugin -am -Dtest=NetworkBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class NetworkBenchmark {
    private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";
    private static final List<Integer> ELEMENTS = List.of(1, 6, 8);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int BATCH = 5;
    private static final int ROUNDS = 3;
    private static final int STEPS_OF_A_ROUND = 5;

    @Test
    void steps() {
        List<Frame> frames = frames();
        FrameStatistics statistics = new FrameStatistics(frames);
        double scale = statistics.forceRms();
        System.out.printf(
                Locale.ROOT,
                "force RMS %.2f eV/Å; neighbours within 4 Å: %.1f, 5 Å: %.1f%n",
                scale,
                statistics.neighbors(4),
                statistics.neighbors(5));
        List<Turn> turns = new ArrayList<>();
        networks(scale, statistics).forEach((name, network) -> turns.add(new Turn(name, network)));
        for (int round = 0; round < ROUNDS; round++) {
            for (Turn turn : turns) {
                turn.take(frames, round == 0);
            }
        }
        turns.forEach(Turn::tell);
    }

    private static Map<String, Network> networks(double scale, FrameStatistics statistics) {
        Map<String, Network> networks = new LinkedHashMap<>();
        networks.put("PaiNN, 64 features, 3 interactions, 5 Å", Painn.ofElements(ELEMENTS));
        networks.put(
                "PaiNN of degree 2, 64 features, 3 interactions, 5 Å",
                new Painn(ELEMENTS, 64, 3, 2, 20, 5.0, 1e-2, true, Optional.empty()));
        networks.put("EGNN as published, 64 features, 4 layers, 5 Å", Egnn.published(ELEMENTS, scale));
        Distances bessel = new Distances(Distances.Kind.BESSEL, 20);
        networks.put(
                "EGNN, conservative, 20 Bessel functions, envelope",
                new Egnn(ELEMENTS, 64, 4, 5.0, Forces.CONSERVATIVE, bessel, Optional.of(6), true, false, scale));
        double neighbors = statistics.neighbors(4);
        for (String hidden : List.of(
                "32x0e",
                "32x0e+32x1o",
                "32x0e+32x0o+32x1o+32x1e",
                "32x0e+32x1o+32x2e",
                "32x0e+32x0o+32x1o+32x1e+32x2e+32x2o",
                "64x0e+64x1o+64x2e",
                "64x0e+32x1o+16x2e")) {
            Irreps irreps = Irreps.parse(hidden);
            Irreps harmonics = Irreps.harmonics(irreps.largestDegree());
            networks.put(
                    "NequIP, " + hidden + ", 3 layers, 4 Å",
                    new Nequip(ELEMENTS, irreps, harmonics, 3, Nequip.Radial.PUBLISHED, 4.0, neighbors, scale, 16));
        }
        return networks;
    }

    /** One network and how long its steps took. */
    private static final class Turn {
        private final String name;
        private final long parameters;
        private final Learner learner;
        private final List<Double> times = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();

        Turn(String name, Network network) {
            this.name = name;
            ScriptModule module = network.module(HostTensor.Type.FLOAT32, 1);
            this.parameters = module.tensors().stream()
                    .filter(NamedTensor::trainable)
                    .mapToLong(tensor -> tensor.tensor().size())
                    .sum();
            ModelMetadata metadata = new ModelMetadata(
                    "benchmark",
                    network.architecture(),
                    parameters,
                    ELEMENTS,
                    network.cutoff(),
                    Map.of(1, 0.0, 6, 0.0, 8, 0.0),
                    List.of(0),
                    false,
                    network.smooth(),
                    network.conservative(),
                    true,
                    List.of(),
                    "organic",
                    ModelMetadata.UNITS);
            this.learner = Learners.of(EngineChoice.TORCHSCRIPT, module, optimization(), metadata);
        }

        void take(List<Frame> frames, boolean first) {
            for (int step = first ? -2 : 0; step < STEPS_OF_A_ROUND; step++) {
                int begin = BATCH * (step + 2) % (frames.size() - BATCH);
                long before = System.nanoTime();
                long cpu = SYSTEM.getProcessCpuTime();
                learner.accumulate(frames.subList(begin, begin + BATCH));
                learner.update(1e-3);
                if (step >= 0) {
                    times.add((System.nanoTime() - before) * 1e-6);
                    processor.add((SYSTEM.getProcessCpuTime() - cpu) * 1e-6);
                }
            }
        }

        void tell() {
            learner.close();
            Collections.sort(times);
            Collections.sort(processor);
            System.out.printf(
                    Locale.ROOT,
                    "%-66s %7d parameters  step %6.1f ms, median %6.1f; of a processor %6.1f, median %6.1f%n",
                    name,
                    parameters,
                    times.get(0),
                    times.get(times.size() / 2),
                    processor.get(0),
                    processor.get(times.size() / 2));
        }
    }

    private static TrainingSettings.Optimization optimization() {
        String text = "{batch: " + BATCH + ", engine: torchscript, threads: 1, steps: 1000, learning-rate: 1.0e-3,"
                + " clip: 10.0, average-decay: 0.999, force-weight: 1.0, size-exponent: 1.0, evaluate-every: 100}";
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(text, TrainingSettings.Optimization.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Frame> frames() {
        OrganicProvider provider = new OrganicProvider();
        Random random = new Random(5);
        List<Frame> frames = new ArrayList<>();
        try (Potential organic = provider.create(Options.parse(provider, Map.of()))) {
            AtomicSystem system = Molecules.toSystem(ConformerBuilder.thorough().build(Smiles.parse(ASPIRIN), 1));
            for (int k = 0; k < 40; k++) {
                double[] positions = system.positions();
                for (int c = 0; c < positions.length; c++) {
                    positions[c] += 0.08 * random.nextGaussian();
                }
                AtomicSystem rattled = system.withPositions(positions);
                frames.add(Frame.of("aspirin", rattled, organic.evaluate(rattled)));
            }
        }
        return frames;
    }
}
