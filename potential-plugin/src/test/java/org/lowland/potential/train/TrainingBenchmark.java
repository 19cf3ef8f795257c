package org.lowland.potential.train;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.model.OrganicProvider;
import org.lowland.potential.network.Painn;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * Steps of a training in the kernel and in libtorch, taking turns, on the same batches of 10 frames, two threads. Not among
 * the tests that a build runs: {@code mvn -B -ntp test -pl potential-plugin -am -Dtest=TrainingBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class TrainingBenchmark {
    private static final List<String> MOLECULES = List.of(
            "CC(=O)Oc1ccccc1C(=O)O",
            "CC(C)Cc1ccc(cc1)C(C)C(=O)O",
            "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
            "CC(=O)Nc1ccc(O)cc1",
            "CCCCCCCCCCCC(=O)OC",
            "OCC1OC(O)C(O)C(O)C1O",
            "CC1(C)SC2C(NC(=O)Cc3ccccc3)C(=O)N2C1C(=O)O",
            "CN1C2CCC1CC(C2)OC(=O)C(CO)c1ccccc1");
    private static final String MODEL = "/META-INF/lowland/models/organic/model.pt";
    private static final int BATCH = 10;
    private static final int ROUNDS = 12;
    private static final int STEPS_OF_A_ROUND = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void steps(int degree) throws IOException {
        OrganicProvider provider = new OrganicProvider();
        List<Frame> frames;
        try (Potential organic = provider.create(Options.parse(provider, Map.of()))) {
            frames = frames(organic);
        }
        ModelMetadata metadata = metadata();
        double atoms = frames.stream().mapToInt(Frame::size).average().orElse(0);
        System.out.printf(Locale.ROOT, "degree %d; %d frames, %.1f atoms on average%n", degree, frames.size(), atoms);
        Painn painn = new Painn(metadata.atomicNumbers(), 64, 3, degree, 20, 5.0, 1e-2, false, Optional.empty());
        ScriptModule network = painn.module(HostTensor.Type.FLOAT32, 1);
        TrainingSettings.Optimization optimization =
                new TrainingSettings.Optimization(BATCH, "auto", 2, 1000, 0, 0, 1e-3, 10.0, 0.999, 0.3, 1.0, 0.5, 100);
        try (Learner kernel = Learners.of(EngineChoice.KERNEL, network, optimization, metadata);
                Learner torch = Learners.of(EngineChoice.TORCHSCRIPT, network, optimization, metadata)) {
            double bestKernel = Double.MAX_VALUE;
            double bestTorch = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                double[] ours = new double[2];
                double[] theirs = new double[2];
                run(kernel, frames, round, ours);
                run(torch, frames, round, theirs);
                bestKernel = Math.min(bestKernel, ours[0]);
                bestTorch = Math.min(bestTorch, theirs[0]);
                System.out.printf(
                        Locale.ROOT,
                        "steps %d to %d: kernel %.1f ms a step, loss %.4f; libtorch %.1f ms, loss %.4f; ratio %.1f%n",
                        round * STEPS_OF_A_ROUND,
                        (round + 1) * STEPS_OF_A_ROUND,
                        ours[0],
                        ours[1],
                        theirs[0],
                        theirs[1],
                        theirs[0] / ours[0]);
            }
            System.out.printf(
                    Locale.ROOT,
                    "best round: kernel %.1f steps a second, libtorch %.1f, ratio %.1f%n",
                    1000 / bestKernel,
                    1000 / bestTorch,
                    bestTorch / bestKernel);
        }
    }

    /** Milliseconds of a step, and the mean loss. */
    private static void run(Learner learner, List<Frame> frames, int round, double[] into) {
        long before = System.nanoTime();
        double loss = 0;
        for (int step = 0; step < STEPS_OF_A_ROUND; step++) {
            List<Frame> batch = new ArrayList<>();
            for (int k = 0; k < BATCH; k++) {
                batch.add(frames.get((7 * (BATCH * (round * STEPS_OF_A_ROUND + step) + k)) % frames.size()));
            }
            loss += learner.accumulate(batch);
            learner.update(1e-3);
        }
        into[0] = (System.nanoTime() - before) * 1e-6 / STEPS_OF_A_ROUND;
        into[1] = loss / STEPS_OF_A_ROUND;
    }

    private static ModelMetadata metadata() throws IOException {
        try (InputStream model = TrainingBenchmark.class.getResourceAsStream(MODEL)) {
            return TorchScriptArchive.readMetadata(model.readAllBytes())
                    .map(ModelMetadata::fromJson)
                    .orElseThrow();
        }
    }

    private static List<Frame> frames(Potential organic) {
        Random random = new Random(5);
        List<Frame> frames = new ArrayList<>();
        for (String smiles : MOLECULES) {
            AtomicSystem system = Molecules.toSystem(ConformerBuilder.thorough().build(Smiles.parse(smiles), 1));
            for (int k = 0; k < 25; k++) {
                double[] positions = system.positions();
                for (int c = 0; c < positions.length; c++) {
                    positions[c] += 0.08 * random.nextGaussian();
                }
                AtomicSystem rattled = system.withPositions(positions);
                frames.add(Frame.of(smiles, rattled, organic.evaluate(rattled)));
            }
        }
        return frames;
    }
}
